package io.github.papersluice.job;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The runnable jar of a profile with another runner, against itself with the Direct Runner. Runs
 * with {@code -Pflink} or {@code -Pspark}.
 */
@EnabledIfSystemProperty(named = "papersluice.runner", matches = ".+")
class RunnersIT {
  private static final String RUNNER = System.getProperty("papersluice.runner");

  /** Cuts the seed into several shards, more than there are workers. */
  private static final String SHARD_SIZE = "--shardSize=20KB";

  @TempDir Path folder;
  private Path direct;

  @BeforeEach
  void run_directly() throws Exception {
    direct = folder.resolve("direct");
    Ended ended = run(direct, "--runner=DirectRunner");
    assertThat(ended.output(), ended.status(), is(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_snapshot_is_the_direct_runners_to_the_byte(int workers) throws Exception {
    Path other = folder.resolve("other");
    Ended ended = run(other, runnerWith(workers));
    assertThat(ended.output(), ended.status(), is(0));
    SortedMap<String, String> expected = files(direct);
    SortedMap<String, String> actual = files(other);
    assertThat(actual.keySet(), is(expected.keySet()));
    for (String path : expected.keySet()) {
      assertThat(path, actual.get(path), is(expected.get(path)));
    }
    assertThat(partsOf(actual, "avro/papers/"), greaterThan(2L));
  }

  @Test
  void the_runners_logs_are_quiet() throws Exception {
    Ended ended = run(folder.resolve("other"), runnerWith(2));
    List<String> logged =
        ended.output().lines().filter(line -> line.matches("(TRACE|DEBUG|INFO|WARN).*")).toList();
    assertThat(logged, is(empty()));
  }

  @Test
  void a_failure_has_its_own_words_and_status() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Ended ended = run(file, runnerWith(1));
    assertThat(ended.output(), ended.status(), is(6));
  }

  @Test
  void a_failure_of_a_worker_is_told_in_one_line() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        system("mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", disk.toString()),
        "this user cannot mount a small file system");
    try {
      Ended ended = run(disk, runnerWith(2));
      assertThat(ended.output(), ended.status(), is(6));
      assertThat(ended.output(), containsString("the disk is full"));
      assertThat(ended.output().lines().toList(), hasSize(1));
    } finally {
      system("umount", disk.toString());
    }
  }

  private static boolean system(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(DISCARD).start();
    return process.waitFor() == 0;
  }

  @Test
  void a_terminal_is_told_how_far_the_run_is() throws Exception {
    Ended ended =
        run(List.of("-Dpapersluice.terminal=true"), folder.resolve("other"), runnerWith(1));
    assertThat(ended.output(), ended.status(), is(0));
    assertThat(ended.output(), containsString(" of 0.2 MB, "));
  }

  @Test
  void a_cluster_that_nobody_can_reach_is_a_bad_option() throws Exception {
    String master =
        RUNNER.startsWith("Spark")
            ? "--sparkMaster=spark://127.0.0.1:1"
            : "--flinkMaster=127.0.0.1:1";
    Ended ended = run(folder.resolve("other"), "--runner=" + RUNNER, master);
    assertThat(ended.output(), ended.status(), is(2));
    assertThat(ended.output(), containsString("127.0.0.1:1"));
    assertThat(ended.output().lines().toList(), hasSize(1));
  }

  private static String[] runnerWith(int workers) {
    String parallelism =
        RUNNER.startsWith("Spark")
            ? "--sparkMaster=local[" + workers + "]"
            : "--parallelism=" + workers;
    return new String[] {"--runner=" + RUNNER, parallelism};
  }

  private static long partsOf(SortedMap<String, String> files, String table) {
    return files.keySet().stream().filter(path -> path.contains(table)).count();
  }

  private record Ended(int status, String output) {}

  private Ended run(Path output, String... further) throws IOException, InterruptedException {
    return run(List.of(), output, further);
  }

  private Ended run(List<String> javaOptions, Path output, String... further)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", System.getProperty("papersluice.jar")));
    command.addAll(List.of("--input=../../seeds/000_69aeb77fef9e3c50.txt", "--output=" + output));
    command.addAll(List.of("--snapshot=snapshot", SHARD_SIZE));
    command.addAll(List.of(further));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        throw new AssertionError("did not end: " + String.join(" ", command));
      }
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(log, UTF_8));
  }

  /** Every file's SHA-256 below a folder, the lock excepted. */
  private static SortedMap<String, String> files(Path output) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(output)) {
      paths
          .filter(path -> !path.equals(output) && !path.endsWith(".papersluice.lock"))
          .forEach(path -> files.put(output.relativize(path).toString(), digest(path)));
    }
    return files;
  }

  private static String digest(Path path) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Files.isDirectory(path)
          ? "a folder"
          : HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
