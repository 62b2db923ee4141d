package io.github.papersluice.dialects.values;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.splitting.TextCleaner;
import io.github.papersluice.text.splitting.WhiteSpace;

/**
 * The text of a field: one line, without the white space around it, without markup. Wrapped lines
 * are joined by one space, character references are decoded, tags of HTML and JATS are dropped
 * ({@link Markup}); LaTeX stays as it is. For one thread.
 */
public final class FieldText {
  private final TextCleaner cleaner = new TextCleaner();
  private int replacements;

  /**
   * Cleans a field.
   *
   * @param bytes anything; only {@code [start, end)} is looked at, and it is not changed
   * @param start index of the first byte
   * @param end index after the last byte
   * @return valid UTF-8 on one line, perhaps empty; a view that is valid until the next call
   */
  public Utf8Text clean(byte[] bytes, int start, int end) {
    replacements = 0;
    Utf8Text text = lined(bytes, start, end);
    if (!mayHoldMarkup(text)) {
      return text;
    }
    String written = text.toString();
    String plain = Markup.removed(written);
    if (plain.equals(written)) {
      return text;
    }
    byte[] mended = plain.getBytes(UTF_8);
    return lined(mended, 0, mended.length);
  }

  private Utf8Text lined(byte[] bytes, int start, int end) {
    int from = WhiteSpace.skip(bytes, start, end);
    Utf8Text text = cleaner.clean(bytes, from, WhiteSpace.trimEnd(bytes, from, end));
    replacements += cleaner.replacements();
    return text;
  }

  private static boolean mayHoldMarkup(Utf8Text text) {
    return ByteSearch.indexOf(text.array(), text.start(), text.end(), (byte) '<', (byte) '&')
        < text.end();
  }

  /** How many ill-formed sequences and control characters the last call replaced. */
  public int replacements() {
    return replacements;
  }

  /** A field that was decoded before; perhaps empty. */
  public static String of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new FieldText().clean(bytes, 0, bytes.length).toString();
  }
}
