package io.github.papersluice.text.sizes;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to be slow: a scanner that looks at anything twice over takes hours for them. */
final class ModelSizeScannerPathologicalTest {
  private static final int MEGABYTE = 1 << 20;

  /** The time of this thread alone, whatever else the machine does. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7B",
        "7",
        "7 ",
        "7 B ",
        "7B ",
        "7B, ",
        ",",
        "1-",
        "7B-",
        "billion ",
        "7 billion ",
        "7/",
        "7B/",
        "{7}",
        "{",
        "(",
        ")",
        "(7B ",
        "(7B) ",
        "A-",
        "A7-",
        "A-7B-",
        "A-1M ",
        "A-1M. ",
        "-8B-1M",
        "a ",
        "and ",
        "parameters ",
        "7 parameters ",
        "7,777 parameters ",
        "8x",
        "$7$B ",
        "~7",
        "~7B ",
        "1,111",
        "1.",
        "7 to ",
        "a 7B model, ",
        "7B of ",
        "7M models ",
        "A1 7B ",
        "X, with 7B parameters ",
        "X, which has 7B ",
        "with only 7B parameters, X ",
        "a family of ",
        "X (7B) ",
        "X (7M) and ",
        "X-1M, Y and ",
        "X-1M, a ",
        "X and Y models (7B) ",
        "Model (X) 7B ",
        "model, X, has 7M ",
        "(3M) M M ",
        "1 of the 7 ",
        "\\,",
        "\\sim7B",
        "7\u00A0",
        "é",
        "😀7B ",
        "3T model ",
        "ten ",
        "ten billion ",
        "10^5 parameters ",
        "10^",
        "illion ",
        "A7A7B ",
        "7--7 parameters ",
        "7B-7B pair ",
        "of 7B "
      })
  void time_grows_with_the_length_only(String token) {
    Utf8Text eighth = Utf8Text.of(token.repeat(MEGABYTE / 8 / token.length()));
    Utf8Text whole = Utf8Text.of(token.repeat(MEGABYTE / token.length()));
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> seconds(whole));

    double first = least(eighth);
    double second = least(whole);

    // Eight times the text takes eight times the time, or 64 times if each token is compared with
    // all others; 20 is between, and 20 ms are for what the clock and the collector add.
    assertThat(second, lessThan(20 * first + 0.02));
  }

  private static double least(Utf8Text text) {
    return IntStream.range(0, 6).mapToDouble(run -> seconds(text)).min().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "a7", "A-", "7B", "X"})
  void one_word_of_ten_megabytes_is_read(String unit) {
    String word = unit.repeat(10 * MEGABYTE / unit.length());
    Utf8Text text = Utf8Text.of("A 7B model. " + word + " a 7B model.");

    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> seconds(text));
  }

  private static double seconds(Utf8Text text) {
    long start = CLOCK.getCurrentThreadCpuTime();
    ModelSizeScanner.scan(text, TextField.ABSTRACT);
    return (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
