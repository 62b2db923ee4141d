package io.github.papersluice.dialects.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.dialects.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases in {@code resources/dialects/pages}: a page, its form, and what is read from it. */
class PageCasesTest {
  static Stream<PageCase> cases() throws IOException {
    return PageCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheCase(PageCase c) {
    assertThat(c.place(), read(c, c.page()), is(c.result()));
  }

  /** Line breaks of Windows change nothing. */
  @ParameterizedTest
  @MethodSource("cases")
  void readsTheCaseWithLineBreaksOfWindows(PageCase c) {
    String windows = new String(c.page(), UTF_8).replace("\r", "").replace("\n", "\r\n");
    assertThat(c.place(), read(c, windows.getBytes(UTF_8)), is(c.result()));
  }

  private static List<String> read(PageCase c, byte[] page) {
    List<String> result = new ArrayList<>();
    PageForm form = PageRecognition.formOf(Head.of(page, page.length));
    result.add("form " + (form == null ? "none" : form.name()));
    if (!c.columns().isEmpty()) {
      result.add("columns " + String.join(" ", c.columns()));
    }
    if (form != null) {
      result.addAll(PageTranscript.of(form, page, c.columns()).lines());
    }
    return result;
  }
}
