package io.github.papersluice;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.snapshot.LocalStorage;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the job (SIGKILL) at moments spread over its run, those around publication included: the
 * old snapshot or the new one is there, whole, and the next run succeeds and leaves no litter. The
 * property {@code papersluice.kills} says how often; {@code scripts/check-kills} does it 50 times.
 */
class KilledJobIT {
  private static final int KILLS = Integer.getInteger("papersluice.kills", 12);

  @TempDir private Path folder;
  private Path output;
  private Path input;
  private String seed;
  private final List<String> table = new ArrayList<>();

  @BeforeEach
  void publishTheOldSnapshot() throws Exception {
    seed = Files.readString(Path.of("..", "seeds", "000_69aeb77fef9e3c50.txt"));
    output = folder.resolve("out");
    input = folder.resolve("digest.txt");
    publish(0);
  }

  private String[] arguments() {
    return new String[] {
      "--input=" + input,
      "--output=" + output,
      "--snapshot=today",
      "--overwrite",
      "--shardSize=16KB"
    };
  }

  private long publish(int version) throws Exception {
    writeInput(version);
    long start = System.nanoTime();
    JobProcess.Ended ended = new JobProcess().run(arguments());
    assertThat(ended.output(), ended.status(), is(0));
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void writeInput(int version) throws IOException {
    Files.writeString(
        input, seed + "\n\nPaper Number " + version + "\n\nIt says a thing. It says another.\n");
  }

  @Test
  void a_killed_job_leaves_the_old_snapshot_or_the_new_one() throws Exception {
    long duration = publish(1);
    for (int kill = 0; kill < KILLS; kill++) {
      String before = sums();
      writeInput(kill + 2);
      String moment = kill % 2 == 0 ? killAfter(duration, kill) : killAtPublication(kill);
      String after = sums();
      assertThat(moment, SnapshotVerifier.verify(snapshot()), is(empty()));
      table.add(
          String.format(
              Locale.ROOT,
              "| %s | %s |",
              moment,
              after.equals(before) ? "old, whole" : "new, whole"));
    }
    publish(KILLS + 2);
    try (Stream<Path> names = Files.list(output)) {
      assertThat(
          names.map(path -> path.getFileName().toString()).sorted().toList(),
          is(List.of(".papersluice.lock", "LATEST", "today")));
    }
    System.out.println("| killed | afterwards |\n| --- | --- |");
    table.forEach(System.out::println);
  }

  private SnapshotFolder snapshot() throws IOException {
    return SnapshotFolder.find(new LocalStorage(output), "today").orElseThrow();
  }

  private String sums() throws IOException {
    return Files.readString(Path.of(snapshot().location(), "SHA256SUMS"));
  }

  private String killAfter(long duration, int kill) throws Exception {
    long delay = duration * (kill + 1) / KILLS;
    Process process = new JobProcess().start(folder.resolve("log"), arguments());
    process.waitFor(delay, TimeUnit.MILLISECONDS);
    end(process);
    return "after " + delay + " of " + duration + " ms";
  }

  /** The manifest appears in the staging folder when the parts are checked and are to be moved. */
  private String killAtPublication(int kill) throws Exception {
    long delay = 80L * kill / KILLS;
    Process process = new JobProcess().start(folder.resolve("log"), arguments());
    while (process.isAlive() && !isPublishing()) {
      Thread.onSpinWait();
    }
    process.waitFor(delay, TimeUnit.MILLISECONDS);
    end(process);
    return delay + " ms into publication";
  }

  private boolean isPublishing() throws IOException {
    try (Stream<Path> names = Files.list(output)) {
      return names
          .filter(path -> path.getFileName().toString().startsWith(".staging-"))
          .anyMatch(path -> Files.exists(path.resolve("files/manifest.json")));
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly();
    int status = process.waitFor();
    assertThat("killed, or done before", status, anyOf(is(137), is(0)));
  }
}
