package io.github.papersluice.text.splitting;

import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Utf8Text;

/** The beginning of a piece that was rejected, for a person to recognise it by. */
public final class Excerpt {
  /** As many bytes hold an excerpt, whatever they are. */
  public static final int MOST_BYTES = 4 * Rejection.EXCERPT_LENGTH;

  private Excerpt() {}

  /**
   * The excerpt of bytes that may be anything.
   *
   * @param bytes the piece; only {@code [start, end)} belongs to it
   * @param start index of its first byte
   * @param end index after its last byte
   * @return at most {@link Rejection#EXCERPT_LENGTH} code points, one line, without control
   *     characters: what is ill-formed or unprintable is U+FFFD
   */
  public static String of(byte[] bytes, int start, int end) {
    int from = WhiteSpace.skip(bytes, start, end);
    int to = WhiteSpace.trimEnd(bytes, from, (int) Math.min(end, from + (long) MOST_BYTES));
    return of(new TextCleaner().clean(bytes, from, to));
  }

  static String of(Utf8Text text) {
    String whole = text.toString();
    return whole.codePointCount(0, whole.length()) <= Rejection.EXCERPT_LENGTH
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, Rejection.EXCERPT_LENGTH));
  }
}
