package io.github.papersluice.evaluation;

import io.github.papersluice.model.TextField;

/**
 * A place in a record, with the text around it.
 *
 * @param field the field that holds it
 * @param start its first code point in the field, from 0
 * @param end code point after its last one
 * @param text the text around it, the place itself between {@code [[} and {@code ]]}
 */
public record MarkedText(TextField field, int start, int end, String text) {
  /** How much of the text is shown on either side, in code points. */
  private static final int CONTEXT = 60;

  /** The place in a text; bounds outside the text are said to be. */
  static MarkedText of(TextField field, String text, int start, int end) {
    int length = text.codePointCount(0, text.length());
    if (start < 0 || end < start || end > length) {
      return new MarkedText(
          field, start, end, "(no such place: the text has " + length + " code points)");
    }
    return new MarkedText(field, start, end, mark(text, start, end, length));
  }

  private static String mark(String text, int start, int end, int length) {
    int from = Math.max(0, start - CONTEXT);
    int to = Math.min(length, end + CONTEXT);
    int left = text.offsetByCodePoints(0, from);
    int open = text.offsetByCodePoints(left, start - from);
    int close = text.offsetByCodePoints(open, end - start);
    int right = text.offsetByCodePoints(close, to - end);
    return (from > 0 ? "..." : "")
        + text.substring(left, open)
        + "[["
        + text.substring(open, close)
        + "]]"
        + text.substring(close, right)
        + (to < length ? "..." : "");
  }
}
