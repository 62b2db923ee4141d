package io.github.papersluice.dialects.pages;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.dialects.Dialect;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.Recognition;
import java.util.List;
import java.util.Optional;

/**
 * Recognises saved pages: Markdown, HTML, text with labels, numbers or a page's marks. Only the
 * first bytes of each line are looked at, and of short lines all, so that plain text, whose lines
 * are long, costs the search for its line breaks.
 */
public final class PageRecognition {
  private static final Dialect MARKDOWN =
      new Dialect(
          "markdown",
          "a page in Markdown: headings, lists, tables or links around papers",
          () -> new PageReader(PageForm.MARKDOWN));
  private static final Dialect HTML =
      new Dialect(
          "html",
          "a page in HTML, whose cards are headings, list items or table rows",
          () -> new PageReader(PageForm.HTML));
  private static final Dialect TEXT =
      new Dialect(
          "labelled-text",
          "text with labels (Title:, Abstract:), numbered titles or the marks of a papers page",
          () -> new PageReader(PageForm.TEXT));

  private static final int MOST_BYTES = 1 << 15;

  private PageRecognition() {}

  /** The dialects of pages, in the order in which they are listed. */
  public static List<Dialect> dialects() {
    return List.of(MARKDOWN, HTML, TEXT);
  }

  /**
   * The dialect of a page; empty if it is plain text or no page.
   *
   * @param head a digest's beginning that is in no structured dialect; most are plain text, which
   *     must cost next to nothing here
   */
  public static Optional<Recognition> recognise(Head head) {
    PageSigns signs = new PageSigns();
    int limit = Math.min(head.length(), MOST_BYTES);
    for (int i = head.start(); i < limit && signs.wants(); ) {
      int end = ByteSearch.indexOf(head.bytes(), i, limit, (byte) '\n', (byte) '\n');
      signs.line(head.bytes(), i, end);
      i = end + 1;
    }
    return Optional.ofNullable(of(signs));
  }

  private static Recognition of(PageSigns signs) {
    String html = signs.html();
    if (html != null) {
      return new Recognition(HTML, html);
    }
    String markdown = signs.markdown();
    if (markdown != null) {
      return new Recognition(MARKDOWN, markdown);
    }
    String text = signs.text();
    return text == null ? null : new Recognition(TEXT, text);
  }

  /** How a page is written; null if it is none. */
  static PageForm formOf(Head head) {
    String name = recognise(head).map(found -> found.dialect().name()).orElse("");
    return switch (name) {
      case "markdown" -> PageForm.MARKDOWN;
      case "html" -> PageForm.HTML;
      case "labelled-text" -> PageForm.TEXT;
      default -> null;
    };
  }
}
