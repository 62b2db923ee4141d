package io.github.papersluice.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import io.github.papersluice.snapshot.storage.LocalStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full disks, read-only folders, inputs that change and runs that meet: the old snapshot stays. */
class HostileMachineIT {
  @TempDir private Path folder;
  private Path input;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void prepare() throws IOException {
    input =
        Files.copy(
            Path.of("..", "..", "seeds", "000_69aeb77fef9e3c50.txt"), folder.resolve("d.txt"));
    disk = Files.createDirectory(folder.resolve("disk"));
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      system("umount", disk.toString());
    }
  }

  private static boolean system(String... command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void mount(String size) throws Exception {
    mounted = system("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString());
    assumeTrue(mounted, "this user cannot mount a small file system");
  }

  private JobProcess.Ended run(String snapshot) throws Exception {
    return new JobProcess()
        .run("--input=" + input, "--output=" + disk, "--snapshot=" + snapshot, "--overwrite");
  }

  private void requireWhole(String snapshot) throws IOException {
    SnapshotFolder standing = SnapshotFolder.find(new LocalStorage(disk), snapshot).orElseThrow();
    assertThat(SnapshotVerifier.verify(standing), is(empty()));
  }

  @Test
  void a_full_disk_leaves_the_old_snapshot_and_no_litter() throws Exception {
    mount("900k");
    assertThat(run("day").status(), is(0));
    Files.writeString(input, "\n\nOne More Paper\n\nIt says a thing.\n", StandardOpenOption.APPEND);
    JobProcess.Ended full = run("day");
    assertThat(full.output(), full.status(), is(6));
    assertThat(full.output(), containsString(disk.toString()));
    requireWhole("day");
    try (var names = Files.list(disk)) {
      assertThat(names.filter(path -> path.toString().contains(".staging")).toList(), is(empty()));
    }
  }

  @Test
  void a_read_only_output_is_said_to_be_so() throws Exception {
    mount("4m");
    assertThat(run("day").status(), is(0));
    assumeTrue(system("mount", "-o", "remount,ro", disk.toString()), "cannot remount");
    Files.writeString(input, "\n\nOne More Paper\n\nIt says a thing.\n", StandardOpenOption.APPEND);
    JobProcess.Ended refused = run("day");
    assertThat(refused.output(), refused.status(), is(6));
    requireWhole("day");
  }

  @Test
  void an_input_that_grows_during_the_run_is_not_published() throws Exception {
    Path log = folder.resolve("log");
    Process job =
        new JobProcess().start(log, "--input=" + input, "--output=" + disk, "--snapshot=day");
    while (job.isAlive()) {
      Files.writeString(input, "\n", StandardOpenOption.APPEND);
      job.waitFor(2, TimeUnit.MILLISECONDS);
    }
    assertThat(Files.readString(log), job.exitValue(), is(4));
    assertThat(Files.readString(log), containsString(input.toString()));
    assertThat(Files.exists(disk.resolve("day")), is(false));
  }

  /** Its length and its times stay what they were. */
  @Test
  void an_input_whose_bytes_change_during_the_run_is_not_published() throws Exception {
    Files.writeString(
        input, "\n\nPaper 000000\n\nIt says a thing. And another.\n", StandardOpenOption.APPEND);
    FileTime time = Files.getLastModifiedTime(input);
    long place = Files.readString(input, ISO_8859_1).lastIndexOf("000000");
    Path log = folder.resolve("log");
    Process job =
        new JobProcess().start(log, "--input=" + input, "--output=" + disk, "--snapshot=day");
    try (FileChannel channel = FileChannel.open(input, StandardOpenOption.WRITE)) {
      for (int i = 1; job.isAlive(); i++) {
        String digits = String.format(Locale.ROOT, "%06d", i);
        channel.write(ByteBuffer.wrap(digits.getBytes(ISO_8859_1)), place);
        Files.setLastModifiedTime(input, time);
        job.waitFor(2, TimeUnit.MILLISECONDS);
      }
    }
    assertThat(Files.readString(log), job.exitValue(), is(4));
    assertThat(Files.readString(log), containsString(input + " changed during the run"));
    assertThat(Files.exists(disk.resolve("day")), is(false));
  }

  @Test
  void an_input_that_vanishes_during_the_run_is_not_published() throws Exception {
    Path log = folder.resolve("log");
    Process job =
        new JobProcess().start(log, "--input=" + input, "--output=" + disk, "--snapshot=day");
    // The lock is taken once the inputs are listed.
    while (job.isAlive() && !Files.exists(disk.resolve(".papersluice.lock"))) {
      Thread.onSpinWait();
    }
    Files.delete(input);
    job.waitFor();
    assertThat(Files.readString(log), job.exitValue(), is(4));
    assertThat(Files.exists(disk.resolve("day")), is(false));
  }

  @Test
  void the_second_of_two_runs_says_that_the_output_is_taken() throws Exception {
    try (SnapshotPublisher holder = SnapshotPublisher.open(new LocalStorage(disk))) {
      JobProcess.Ended second = run("day");
      assertThat(second.output(), second.status(), is(6));
      assertThat(second.output(), containsString(disk.toString()));
      assertThat(holder.staging().isEmpty(), is(false));
    }
    assertThat(run("day").status(), is(0));
    requireWhole("day");
  }
}
