package io.github.papersluice.text.splitting;

/**
 * The white space that separates paragraphs and is trimmed from them. Saved pages pad empty lines
 * with the no-break space U+00A0, the ideographic space U+3000, and the spaces of the block General
 * Punctuation, of which U+200B has no width; files joined end to end leave a byte order mark U+FEFF
 * in the middle.
 */
public final class WhiteSpace {
  /** The longest of them in UTF-8, in bytes. */
  static final int LONGEST = 3;

  private WhiteSpace() {}

  /** The length in bytes of the white space character at {@code i}, or 0 if there is none. */
  public static int lengthAt(byte[] bytes, int i, int end) {
    byte b = bytes[i];
    if (b > 0) {
      return b == ' ' || (b >= '\t' && b <= '\r') ? 1 : 0;
    }
    if (b == (byte) 0xC2) {
      return i + 1 < end && bytes[i + 1] == (byte) 0xA0 ? 2 : 0;
    }
    return i + 2 < end && isThreeByteSpace(b, bytes[i + 1], bytes[i + 2]) ? 3 : 0;
  }

  /** The length in bytes of the white space character that ends at {@code end}, or 0. */
  static int lengthBefore(byte[] bytes, int start, int end) {
    if (end <= start) {
      return 0;
    }
    byte last = bytes[end - 1];
    if (last > 0) {
      return lengthAt(bytes, end - 1, end);
    }
    if (end - start >= 2 && last == (byte) 0xA0 && bytes[end - 2] == (byte) 0xC2) {
      return 2;
    }
    return end - start >= 3 && isThreeByteSpace(bytes[end - 3], bytes[end - 2], last) ? 3 : 0;
  }

  /** Index of the first byte from {@code start} on that is no white space, or {@code end}. */
  public static int skip(byte[] bytes, int start, int end) {
    int i = start;
    for (int length; i < end && (length = lengthAt(bytes, i, end)) > 0; ) {
      i += length;
    }
    return i;
  }

  /** Index after the last byte before {@code end} that is no white space, or {@code start}. */
  public static int trimEnd(byte[] bytes, int start, int end) {
    int i = end;
    for (int length; (length = lengthBefore(bytes, start, i)) > 0; ) {
      i -= length;
    }
    return i;
  }

  static boolean isLineBreak(byte b) {
    return b == '\n' || b == '\r';
  }

  private static boolean isThreeByteSpace(byte first, byte second, byte third) {
    return switch (first) {
      case (byte) 0xE3 -> second == (byte) 0x80 && third == (byte) 0x80;
      case (byte) 0xEF -> second == (byte) 0xBB && third == (byte) 0xBF;
      case (byte) 0xE2 -> isGeneralSpace(second, third);
      default -> false;
    };
  }

  /** U+2000 to U+200B, U+2028, U+2029, U+202F, U+205F and U+2060. */
  private static boolean isGeneralSpace(byte second, byte third) {
    if (second == (byte) 0x80) {
      return third <= (byte) 0x8B
          || third == (byte) 0xA8
          || third == (byte) 0xA9
          || third == (byte) 0xAF;
    }
    return second == (byte) 0x81 && (third == (byte) 0x9F || third == (byte) 0xA0);
  }
}
