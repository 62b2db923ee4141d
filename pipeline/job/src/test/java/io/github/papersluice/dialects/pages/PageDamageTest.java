package io.github.papersluice.dialects.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.papersluice.dialects.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that are cut, mixed up or made to do harm: nothing throws, hangs or is lost. {@link
 * PageTranscript} checks that every byte belongs to one piece.
 */
class PageDamageTest {
  private static final int CUTS = 30;
  private static final int MUTATIONS = 10;
  private static final int LONG = 20_000;
  private static final Duration SOON = Duration.ofSeconds(20);

  static Stream<Path> samples() throws IOException {
    return PageSamplesTest.samples();
  }

  static Stream<PageCase> cases() throws IOException {
    return PageCase.all();
  }

  private static PageTranscript read(PageForm form, byte[] page) {
    return PageTranscript.of(form, page, List.of());
  }

  private static PageForm form(byte[] page) {
    return PageRecognition.formOf(Head.of(page, page.length));
  }

  /** The records before a cut are those of the whole page. */
  @ParameterizedTest
  @MethodSource("samples")
  void aCutPageKeepsTheRecordsBeforeTheCut(Path sample) throws IOException {
    byte[] page = Files.readAllBytes(sample);
    PageForm form = form(page);
    List<String> whole = titles(read(form, page));
    for (int cut = 0; cut < CUTS; cut++) {
      byte[] part = Arrays.copyOf(page, page.length * cut / CUTS);
      List<String> before = titles(read(form, part));
      int sure = Math.max(0, before.size() - 1);
      assertEquals(
          whole.subList(0, sure), before.subList(0, sure), sample + " cut at " + part.length);
    }
  }

  private static List<String> titles(PageTranscript transcript) {
    return transcript.papers.stream().map(paper -> paper.title().toString()).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mixedUpLinesLoseNothing(Path sample) throws IOException {
    byte[] page = Files.readAllBytes(sample);
    PageForm form = form(page);
    Random random = new Random(page.length);
    for (int i = 0; i < MUTATIONS; i++) {
      List<String> lines = new ArrayList<>(new String(page, UTF_8).lines().toList());
      int from = random.nextInt(lines.size());
      Collections.shuffle(lines.subList(from, Math.min(lines.size(), from + 12)), random);
      read(form, String.join("\n", lines).getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void damagedBytesLoseNothing(PageCase c) {
    Random random = new Random(c.page().length);
    PageForm form = form(c.page());
    if (form == null || c.page().length == 0) {
      return;
    }
    byte[] signs = "\0\n<>[](){}*_`|#$\\&-\u00e9\u4e2d\uD83D\uDE00".getBytes(UTF_8);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] page = c.page().clone();
      for (int k = 0; k < 1 + i % 8; k++) {
        page[random.nextInt(page.length)] = signs[random.nextInt(signs.length)];
      }
      read(form, page);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "[",
        "![",
        "[](",
        "](",
        "<div>",
        "<b>",
        "<li>",
        "<blockquote>",
        "<table><tr><td>",
        "*a ",
        "**",
        "_a",
        "`",
        "``a",
        "- ",
        "  - ",
        "1. ",
        "#",
        "# a\n",
        "|",
        "|a|b|\n",
        "$a ",
        "$$",
        "<!--",
        "<script>",
        "\\",
        "\\\\\n",
        "&amp;",
        "[a](b\n",
        "[\n",
        "[a]: b\n",
        "<a href=",
        "---\n",
        "Title:\n",
        "\0",
        "\r",
        "</div>",
        "<svg>",
        "a\n\n",
        "1. a b c\n\n",
        "🤗"
      })
  void aSignManyTimesDoesNoHarm(String sign) {
    int times = LONG / sign.length();
    for (PageForm form : PageForm.values()) {
      for (String around :
          List.of(
              "", "# Sorting Under the Sea\n\n## Abstract\n\nWe sort things under water.\n\n")) {
        byte[] page = (around + sign.repeat(times)).getBytes(UTF_8);
        assertTimeout(SOON, () -> read(form, page), form + " " + sign);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anEmptyPageGivesNothing(int spaces) {
    for (PageForm form : PageForm.values()) {
      PageTranscript transcript = read(form, " \n\t".repeat(spaces).getBytes(UTF_8));
      assertTrue(transcript.lines().isEmpty());
    }
  }
}
