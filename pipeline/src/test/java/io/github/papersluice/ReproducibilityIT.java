package io.github.papersluice;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs and options give the same bytes, whatever else is different. */
class ReproducibilityIT {
  private static final Path SEED = Path.of("..", "seeds", "000_69aeb77fef9e3c50.txt");
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "golden", "seed-SHA256SUMS");

  /** Cuts the seed, 150 KB, into pieces, and packs the small files. */
  private static final String SHARD_SIZE = "--shardSize=32KB";

  @TempDir private static Path folder;

  private static Path digests;
  private static Map<String, String> expected;
  private static int outputs;

  @BeforeAll
  static void runOnce() throws Exception {
    digests = Files.createDirectories(folder.resolve("digests"));
    Files.copy(SEED, digests.resolve("2025-03-11.txt"));
    Files.createDirectories(digests.resolve("later"));
    for (int day = 12; day < 16; day++) {
      Files.writeString(
          digests.resolve("later").resolve("2025-03-" + day + ".txt"),
          "Mar "
              + day
              + "\n\nPaper "
              + day
              + "\n\nIt has "
              + day
              + "B parameters, ı and İ and 𝕏. Code: https://github.com/day/paper"
              + day
              + "\n\nThis title has no abstract "
              + day
              + "\n");
    }
    expected = run(new JobProcess(), "--input=" + digests);
    assertThat(expected.size(), greaterThan(30));
  }

  private static Map<String, String> run(JobProcess job, String... arguments) throws Exception {
    Path output = folder.resolve("out " + outputs++);
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--output=" + output, SHARD_SIZE))
            .toArray(String[]::new);
    JobProcess.Ended ended = job.run(all);
    assertThat(ended.output(), ended.status(), is(0));
    String name = Files.readString(output.resolve("LATEST")).strip();
    return JobProcess.tree(output.resolve(name));
  }

  @Test
  void another_run_into_another_folder() throws Exception {
    assertThat(run(new JobProcess(), "--input=" + digests), is(expected));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void any_parallelism(int parallelism) throws Exception {
    assertThat(
        run(new JobProcess(), "--input=" + digests, "--targetParallelism=" + parallelism),
        is(expected));
  }

  @Test
  void inputs_in_another_order_and_spelling() throws Exception {
    assertThat(
        run(
            new JobProcess().in(folder),
            "--input=digests/later/*.txt",
            "--input",
            "./digests/../digests/2025-03-11.txt"),
        is(expected));
  }

  @Test
  void another_time_zone_locale_charset_and_file_times() throws Exception {
    try (Stream<Path> files = Files.walk(digests)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(86_400_000));
      }
    }
    JobProcess job =
        new JobProcess()
            .option("-Duser.language=tr")
            .option("-Duser.country=TR")
            .option("-Dfile.encoding=ISO-8859-9")
            .option("-Duser.timezone=Pacific/Kiritimati")
            .environment("LC_ALL", "C")
            .environment("TZ", "Pacific/Kiritimati");
    assertThat(run(job, "--input=" + digests), is(expected));
  }

  @Test
  void another_java() throws Exception {
    Optional<Path> other = otherJava();
    assumeTrue(other.isPresent(), "no second JDK stands beside this one");
    assertThat(run(new JobProcess().java(other.get()), "--input=" + digests), is(expected));
  }

  /** A Java of another feature version, installed beside the one that runs. */
  private static Optional<Path> otherJava() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    String version = "JAVA_VERSION=\"" + Runtime.version().feature();
    try (Stream<Path> homes = Files.list(home.getParent())) {
      for (Path candidate : homes.sorted().toList()) {
        Path release = candidate.resolve("release");
        Path java = candidate.resolve("bin").resolve("java");
        if (Files.isExecutable(java)
            && Files.isReadable(release)
            && !Files.readString(release).contains(version)) {
          return Optional.of(java);
        }
      }
    }
    return Optional.empty();
  }

  @Test
  void verify_against_the_inputs_finds_the_same_bytes() throws Exception {
    Path output = folder.resolve("verified");
    String[] run = {"--input=" + digests, "--output=" + output, "--snapshot=v", SHARD_SIZE};
    assertThat(new JobProcess().run(run).status(), is(0));
    JobProcess.Ended same =
        new JobProcess().run("verify", output.resolve("v").toString(), "--against=" + digests);
    assertThat(same.output(), same.status(), is(0));
    JobProcess.Ended other =
        new JobProcess().run("verify", output.resolve("v").toString(), "--against=" + SEED);
    assertThat(other.output(), other.status(), is(7));
  }

  @Test
  void the_seed_gives_the_golden_checksums() throws Exception {
    Path output = folder.resolve("golden");
    JobProcess.Ended ended =
        new JobProcess()
            .run("--input=" + SEED, "--output=" + output, "--snapshot=seed", "--digestYear=2025");
    assertThat(ended.output(), ended.status(), is(0));
    List<String> sums = Files.readAllLines(output.resolve("seed").resolve("SHA256SUMS"));
    assertThat(
        "if the change is meant, review it and run scripts/accept-golden",
        sums,
        is(Files.readAllLines(GOLDEN)));
  }
}
