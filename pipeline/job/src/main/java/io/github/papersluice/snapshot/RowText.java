package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.model.Utf8Text;
import org.apache.avro.util.Utf8;

/**
 * The value of one string column, used again for each row.
 *
 * <p>Line breaks: a carriage return or a line feed becomes a space, in every column and in both
 * formats alike. CSV readers that split at line ends (BigQuery unless told, Spark, {@code wc -l})
 * then never see half a row, Avro and CSV hold the same text, and offsets stay right, as one code
 * point is put for another. Splitting leaves no such character in a title or an abstract; a file's
 * name may hold one.
 */
final class RowText {
  /** Longer texts get memory of their own, which goes with the row. */
  private static final int LONGEST_KEPT = 1 << 18;

  private final Utf8 kept = new Utf8(new byte[256]);

  /** The text's value, good until the next call. */
  Utf8 of(Utf8Text text) {
    return of(text.array(), text.start(), text.length());
  }

  /** The text's value, good until the next call, or null for null. */
  Utf8 of(String text) {
    if (text == null) {
      return null;
    }
    int length = text.length();
    Utf8 value = sized(length);
    byte[] bytes = value.getBytes();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        byte[] encoded = text.getBytes(UTF_8);
        return of(encoded, 0, encoded.length);
      }
      bytes[i] = (byte) c;
    }
    return onOneLine(value);
  }

  private Utf8 of(byte[] source, int start, int length) {
    Utf8 value = sized(length);
    System.arraycopy(source, start, value.getBytes(), 0, length);
    return onOneLine(value);
  }

  private Utf8 sized(int length) {
    return length > LONGEST_KEPT ? new Utf8(new byte[length]) : kept.setByteLength(length);
  }

  private static Utf8 onOneLine(Utf8 value) {
    byte[] bytes = value.getBytes();
    int end = value.getByteLength();
    int i = lineBreak(bytes, 0, end);
    while (i < end) {
      bytes[i] = ' ';
      i = lineBreak(bytes, i + 1, end);
    }
    return value;
  }

  private static int lineBreak(byte[] bytes, int from, int to) {
    return ByteSearch.indexOf(bytes, from, to, (byte) '\n', (byte) '\r');
  }
}
