package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.avro.util.Utf8;

/** Text cut to what a page has room for. */
final class Shortened {
  private static final String ELLIPSIS = "…";

  /** The longest code point in UTF-8 takes four bytes. */
  private static final int MAX_BYTES = 4;

  private Shortened() {}

  /** At most so many code points, the last an ellipsis where something is cut. */
  static String of(CharSequence text, int codePoints) {
    String beginning =
        text instanceof Utf8 utf8 ? beginning(utf8, codePoints + 1) : text.toString();
    if (beginning.length() <= codePoints
        || beginning.codePointCount(0, beginning.length()) <= codePoints) {
      return beginning;
    }
    return beginning.substring(0, beginning.offsetByCodePoints(0, codePoints - 1)) + ELLIPSIS;
  }

  // Decodes no more than is shown: a column may hold megabytes.
  private static String beginning(Utf8 text, int codePoints) {
    int length = Math.min(text.getByteLength(), MAX_BYTES * codePoints);
    return new String(text.getBytes(), 0, length, UTF_8);
  }
}
