package io.github.papersluice.dialects.pages;

import io.github.papersluice.dialects.Dialect;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.Recognition;
import java.util.List;
import java.util.Optional;

/** Recognises saved pages: Markdown, HTML, labelled text. */
public final class PageRecognition {
  private PageRecognition() {}

  /** The dialects of pages, in the order in which they are listed. */
  public static List<Dialect> dialects() {
    return List.of();
  }

  /**
   * The dialect of a page; empty if it is plain text or no page.
   *
   * @param head a digest's beginning that is in no structured dialect; most are plain text, which
   *     must cost next to nothing here
   */
  public static Optional<Recognition> recognise(Head head) {
    return Optional.empty();
  }
}
