package io.github.papersluice.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Guards what Beam costs: the job beside {@link PlainJob}, the same stages driven by a loop on one
 * thread. Both are whole processes with the same options of the virtual machine, run in turn, so
 * that what else the machine does slows down both.
 */
class SpeedGuardIT {
  private static final int INPUT_BYTES = 20_000_000;
  private static final int RUNS = 5;

  /**
   * The job may take this many times as long. It takes about 1.5 times as long on two idle cores,
   * nearly all of it Beam's start, and up to 3 times on busy ones; one Beam element a record in
   * place of one a shard made it 10 times and more.
   */
  private static final double LIMIT = 5;

  private static final Path JAR =
      Path.of(System.getProperty("papersluice.jar", "../job/target/dist/lib/papersluice.jar"))
          .toAbsolutePath();

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void makeTheInput() throws IOException {
    input = folder.resolve("digests");
    Path seed = Path.of("..", "..", "seeds", "000_69aeb77fef9e3c50.txt");
    BenchmarkInputs.generate(seed, INPUT_BYTES, input);
  }

  @Test
  void the_job_is_not_much_slower_than_its_own_stages_without_beam() throws Exception {
    String bench = Path.of("target", "classes").toAbsolutePath().toString();
    List<String> job = List.of("-jar", JAR.toString());
    List<String> plain =
        List.of(
            "-cp",
            JAR + System.getProperty("path.separator") + bench,
            PlainJob.class.getName(),
            "1");
    List<Double> jobSeconds = new ArrayList<>();
    List<Double> plainSeconds = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Path ofJob = folder.resolve("job" + run);
      Path ofPlain = folder.resolve("plain" + run);
      jobSeconds.add(seconds(job, "--input=" + input, "--output=" + ofJob));
      plainSeconds.add(seconds(plain, input.toString(), ofPlain.toString()));
      List<String> parts = parts(ofJob);
      assertThat(parts, is(not(List.of())));
      assertThat("the same work", parts, is(parts(ofPlain)));
    }
    double ratio = median(jobSeconds) / median(plainSeconds);
    String figures =
        String.format(
            Locale.ROOT,
            "the job %.2f s, its stages on one thread without Beam %.2f s: %.2f times (limit %.0f)",
            median(jobSeconds),
            median(plainSeconds),
            ratio,
            LIMIT);
    System.out.println(figures);
    assertThat(figures, ratio, is(lessThan(LIMIT)));
  }

  private double seconds(List<String> program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(program);
    command.addAll(List.of(arguments));
    Path log = folder.resolve("log");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int status = process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(Files.readString(log), status, is(0));
    return seconds;
  }

  /** The tables' part files below an output folder with their checksums, as SHA256SUMS has them. */
  private static List<String> parts(Path output) throws IOException {
    String snapshot = Files.readString(output.resolve("LATEST")).strip();
    try (Stream<String> sums = Files.lines(output.resolve(snapshot).resolve("SHA256SUMS"))) {
      return sums.filter(line -> line.contains("/part-")).toList();
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
