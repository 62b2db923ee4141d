package io.github.papersluice.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inputs and options give the same bytes, whatever else is different. */
class ReproducibilityIT {
  private static final Path SEED = Path.of("..", "..", "seeds", "000_69aeb77fef9e3c50.txt");
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
            .option("-Duser.language=ar")
            .option("-Duser.country=EG")
            .option("-Duser.extensions=u-nu-arab")
            .option("-Dfile.encoding=ISO-8859-9")
            .option("-Duser.timezone=Pacific/Kiritimati")
            .environment("LC_ALL", "C")
            .environment("TZ", "Pacific/Kiritimati");
    assertThat(run(job, "--input=" + digests), is(expected));
  }

  @Test
  void another_java() throws Exception {
    Map<Integer, Path> others = otherJavas();
    assumeFalse(
        others.isEmpty(),
        "no JDK of another version from 17 on stands beside this one or in a JAVA_HOME variable");
    for (Path java : others.values()) {
      JobProcess job = new JobProcess().java(java).option("-Duser.language=tr");
      String[] options = {"--input=" + digests, "--targetParallelism=8"};
      assertThat(java.toString(), run(job, options), is(expected));
    }
  }

  /** One Java each of other feature versions, beside the one that runs or named as a home. */
  private static Map<Integer, Path> otherJavas() throws IOException {
    List<Path> homes = new ArrayList<>();
    try (Stream<Path> beside =
        Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
      beside.sorted().forEach(homes::add);
    }
    new TreeMap<>(System.getenv())
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME")) {
                homes.add(Path.of(value));
              }
            });
    Map<Integer, Path> javas = new TreeMap<>();
    for (Path home : homes) {
      int feature = feature(home.resolve("release"));
      Path java = home.resolve("bin").resolve("java");
      if (feature >= 17 && feature != Runtime.version().feature() && Files.isExecutable(java)) {
        javas.putIfAbsent(feature, java);
      }
    }
    return javas;
  }

  /** The version that a Java home's release file tells, or 0. */
  private static int feature(Path release) throws IOException {
    if (!Files.isReadable(release)) {
      return 0;
    }
    Matcher version = Pattern.compile("JAVA_VERSION=\"([0-9]+)").matcher(Files.readString(release));
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  @Test
  void a_run_that_takes_rows_over_from_the_day_before() throws Exception {
    Path output = folder.resolve("days");
    String[] before = {"--input=" + digests + "/later", "--output=" + output, SHARD_SIZE};
    JobProcess.Ended first = new JobProcess().run(before);
    assertThat(first.output(), first.status(), is(0));
    JobProcess.Ended second =
        new JobProcess()
            .run("--input=" + digests, "--output=" + output, SHARD_SIZE, "--incremental");
    assertThat(second.output(), second.status(), is(0));
    String name = Files.readString(output.resolve("LATEST")).strip();
    assertThat(JobProcess.tree(output.resolve(name)), is(expected));
  }

  /** Nothing of this machine, its user or the day stands in any file. */
  @Test
  void nothing_of_the_machine_is_in_a_snapshot() throws Exception {
    Path output = folder.resolve("told");
    JobProcess.Ended ended =
        new JobProcess().run("--input=" + digests, "--output=" + output, "--snapshot=told");
    assertThat(ended.output(), ended.status(), is(0));
    List<String> telltales =
        List.of(
            folder.toString(),
            folder.getFileName().toString(),
            InetAddress.getLocalHost().getHostName(),
            LocalDate.now(ZoneOffset.UTC).toString(),
            System.getProperty("java.version"),
            System.getProperty("os.version"));
    try (Stream<Path> files = Files.walk(output.resolve("told"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        // The page's index is base64, in which any short word may stand by chance.
        String bytes =
            Files.readString(file, StandardCharsets.ISO_8859_1)
                .replaceAll("(?s)<script type=\"text/plain\".*?</script>", "");
        for (String telltale : telltales) {
          assertThat(file.toString(), bytes, not(containsString(telltale)));
        }
      }
    }
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
