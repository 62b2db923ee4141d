package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.Utf8Text;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to be slow: a scanner that looks at anything twice over takes hours for them. */
final class LinkScannerPathologicalTest {
  private static final int MEGABYTE = 1 << 20;

  /** The time of this thread alone, whatever else the machine does. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "https://a.b",
        "github.com/",
        "https://github.com/",
        "https://github.com/a/b ",
        "(",
        "https://a.b/(",
        "https://a.b/()",
        "\\",
        "\\_",
        ".",
        "a.",
        ".a",
        "a.b",
        "a. b/",
        "a$.$",
        "\\href{",
        "\\href{https://a.b/",
        "{https://a.b}{",
        "www.",
        "www.a.com",
        "@",
        "a@b.c",
        "a.b@",
        "https://a.b@",
        "a-",
        "a- ",
        "- a.",
        "https://a- ",
        "https: // ",
        "x",
        "é",
        "é.",
        "中.",
        "://",
        "https://a.b/c- ",
        "https://github.com/a/ b1",
        "https://a.b/&",
        "https://a.b/{",
        "/",
        "1.",
        "1.2",
        "code ",
        "code is",
        "released. ",
        "github. com/",
        "a.com ",
        "see a.com: ",
        "%",
        "$"
      })
  void time_grows_with_the_length_only(String token) {
    byte[] text = repeat(token, MEGABYTE);
    Utf8Text eighth = new Utf8Text(text, 0, wholeTokens(token, MEGABYTE / 8));
    Utf8Text whole = new Utf8Text(text, 0, text.length);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> seconds(eighth));

    double first = least(eighth);
    double second = least(whole);

    // Eight times the text takes eight times as long in linear code and 64 times in quadratic code:
    // 24 lies between, and 0.05 s covers a text that is read faster than the clock ticks.
    assertThat(second, lessThan(24 * first + 0.05));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.b", "https://a.b/c", "https://github.com/a/b"})
  void one_word_of_ten_megabytes_is_read(String start) {
    byte[] text = new byte[10 * MEGABYTE];
    Arrays.fill(text, (byte) 'a');
    byte[] head = start.getBytes(US_ASCII);
    System.arraycopy(head, 0, text, 0, head.length);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> seconds(new Utf8Text(text, 0, text.length)));
  }

  private static byte[] repeat(String token, int length) {
    byte[] bytes = token.getBytes(UTF_8);
    byte[] text = new byte[length / bytes.length * bytes.length];
    for (int i = 0; i < text.length; i++) {
      text[i] = bytes[i % bytes.length];
    }
    return text;
  }

  private static int wholeTokens(String token, int length) {
    int size = token.getBytes(UTF_8).length;
    return length / size * size;
  }

  /** Of several times the least is that of the code, and not of the compiler or the collector. */
  private static double least(Utf8Text text) {
    return IntStream.range(0, 6).mapToDouble(run -> seconds(text)).min().orElseThrow();
  }

  private static double seconds(Utf8Text text) {
    Utf8Text title = Utf8Text.of("");
    long start = CLOCK.getCurrentThreadCpuTime();
    List<LinkMention> mentions = LinkScanner.mentions(text);
    LinkScanner.facts(title, List.of(), text, mentions, PaperMetadata.NONE);
    return (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
  }
}
