package io.github.papersluice.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import io.github.papersluice.snapshot.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the job (SIGKILL) at moments spread over its run, those around publication included. Each
 * time the old snapshot or the new one is there, whole, and is what {@code LATEST} names; the next
 * run succeeds and leaves no litter. The property {@code papersluice.kills} says how often; {@code
 * scripts/check-kills} does it 50 times.
 */
class KilledJobIT {
  private static final int KILLS = Integer.getInteger("papersluice.kills", 12);

  @TempDir private Path folder;
  private Path output;
  private Path input;
  private String seed;
  private long duration;
  private long publication;
  private final SortedMap<String, Integer> outcomes = new TreeMap<>();

  @BeforeEach
  void readSeed() throws Exception {
    seed = Files.readString(Path.of("..", "..", "seeds", "000_69aeb77fef9e3c50.txt"));
    output = folder.resolve("out");
    input = folder.resolve("digest.txt");
  }

  private void writeInput(int version) throws IOException {
    Files.writeString(
        input, seed + "\n\nPaper Number " + version + "\n\nIt says a thing. It says another.\n");
  }

  private String[] arguments(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--input=" + input, "--output=" + output, "--shardSize=16KB"));
    return arguments.toArray(String[]::new);
  }

  @Test
  void a_killed_job_that_replaces_a_snapshot() throws Exception {
    String[] arguments = arguments("--snapshot=today", "--overwrite");
    kill(arguments);
    assertThat(names(), is(List.of(".papersluice.lock", "HISTORY", "LATEST", "today")));
  }

  @Test
  void a_killed_job_that_adds_a_snapshot_and_prunes() throws Exception {
    String[] arguments = arguments("--keep=2");
    kill(arguments);
    // Two snapshots, LATEST, HISTORY and the lock.
    assertThat(names(), hasSize(5));
  }

  private void kill(String... arguments) throws Exception {
    writeInput(0);
    finish(arguments);
    writeInput(1);
    measure(arguments);
    for (int kill = 0; kill < KILLS / 2; kill++) {
      String before = sums();
      writeInput(kill + 2);
      String moment =
          kill % 2 == 0 ? killAfter(kill, arguments) : killAtPublication(kill, arguments);
      String left = whatIsLeft();
      requireWhole(moment);
      String after = sums().equals(before) ? "old, whole" : "new, whole";
      outcomes.merge(left + " | " + after, 1, Integer::sum);
      finish(arguments);
      assertThat(
          moment, names().stream().filter(name -> name.startsWith(".")).toList(), hasSize(1));
      assertThat(moment, sums(), is(not(before)));
    }
    System.out.println("| killed while | afterwards | times |\n| --- | --- | --- |");
    outcomes.forEach((outcome, times) -> System.out.println("| " + outcome + " | " + times + " |"));
  }

  private void finish(String... arguments) throws Exception {
    JobProcess.Ended ended = new JobProcess().run(arguments);
    assertThat(ended.output(), ended.status(), is(0));
  }

  /** How long a run takes, and how long its publication does. */
  private void measure(String... arguments) throws Exception {
    long start = System.nanoTime();
    Process process = new JobProcess().start(folder.resolve("log"), arguments);
    awaitPublication(process);
    long publishing = System.nanoTime();
    assertThat(process.waitFor(), is(0));
    duration = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    publication = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - publishing);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> names = Files.list(output)) {
      return names.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** Every snapshot that shows is whole, and so is the one that LATEST names. */
  private void requireWhole(String moment) throws IOException {
    assertThat(moment, SnapshotVerifier.verify(latest()), is(empty()));
    for (String name : names()) {
      if (!name.startsWith(".") && !name.equals("HISTORY") && !name.equals("LATEST")) {
        SnapshotFolder snapshot = SnapshotFolder.at(output.resolve(name));
        assertThat(moment, SnapshotVerifier.verify(snapshot), is(empty()));
      }
    }
  }

  private SnapshotFolder latest() throws IOException {
    return SnapshotFolder.latest(new LocalStorage(output)).orElseThrow();
  }

  private String sums() throws IOException {
    return Files.readString(Path.of(latest().location(), "SHA256SUMS"));
  }

  private String killAfter(int kill, String... arguments) throws Exception {
    long delay = duration * (kill + 1) / (KILLS / 2);
    Process process = new JobProcess().start(folder.resolve("log"), arguments);
    process.waitFor(delay, TimeUnit.MILLISECONDS);
    end(process);
    return "after " + delay + " of " + duration + " ms";
  }

  private String killAtPublication(int kill, String... arguments) throws Exception {
    long delay = publication * (kill + 1) / (KILLS / 2);
    Process process = new JobProcess().start(folder.resolve("log"), arguments);
    awaitPublication(process);
    process.waitFor(delay, TimeUnit.MICROSECONDS);
    end(process);
    return delay + " of " + publication + " us into publication";
  }

  /** The manifest appears in the staging folder when the parts are checked and are to be moved. */
  private void awaitPublication(Process process) throws IOException {
    while (process.isAlive() && !isStaged("files/manifest.json")) {
      Thread.onSpinWait();
    }
  }

  private boolean isStaged(String path) throws IOException {
    try (Stream<Path> names = Files.list(output)) {
      return names
          .filter(name -> name.getFileName().toString().startsWith(".staging-"))
          .anyMatch(name -> Files.exists(name.resolve(path)));
    }
  }

  /** What the job was about when it died, by what it left. */
  private String whatIsLeft() throws IOException {
    if (names().stream().anyMatch(name -> name.startsWith(".replaced-"))) {
      return Files.exists(output.resolve("today"))
          ? "6 the replaced one was deleted"
          : "5 between the two renames";
    }
    if (isStaged("snapshot")) {
      return "4 files were moved together";
    }
    if (isStaged("files/manifest.json")) {
      return "3 descriptions were written";
    }
    if (isStaged("files")) {
      return "7 it was published, LATEST written or the staging folder cleared";
    }
    return isStaged("") ? "2 parts were written" : "1 nothing was written, or all was done";
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly();
    int status = process.waitFor();
    assertThat("killed, or done before", status, anyOf(is(137), is(0)));
  }
}
