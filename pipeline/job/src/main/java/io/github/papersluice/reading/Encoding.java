package io.github.papersluice.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.papersluice.bytes.Utf8Sequence;

/** How a digest's text is encoded, told by its first bytes. */
enum Encoding {
  UTF_8("utf-8"),
  UTF_16LE("utf-16le"),
  UTF_16BE("utf-16be"),
  BINARY("binary");

  /** As many bytes are looked at. */
  static final int HEAD_LENGTH = 8192;

  /**
   * Text in another encoding than UTF-8 or no text at all: beyond this share of bytes that are
   * control characters or ill-formed. Random bytes have half; a digest with a few broken characters
   * has far less, and loses these only.
   */
  private static final int MOST_FOREIGN_PERCENT = 10;

  /** Documents and archives that begin with much plain text. */
  private static final String[] BINARY_MAGIC = {
    "%PDF-", "PK\u0003\u0004", "\u0089PNG", "\u007FELF"
  };

  private final String formatName;

  Encoding(String formatName) {
    this.formatName = formatName;
  }

  String formatName() {
    return formatName;
  }

  /**
   * The encoding of a digest.
   *
   * @param head its first bytes, decompressed: {@value #HEAD_LENGTH} or all
   * @param length how many of them there are
   */
  static Encoding of(byte[] head, int length) {
    if (isBinary(head, length)) {
      return BINARY;
    }
    if (startsWith(head, length, "\u00FF\u00FE")) {
      return startsWith(head, length, "\u00FF\u00FE\0\0") ? BINARY : UTF_16LE;
    }
    if (startsWith(head, length, "\u00FE\u00FF")) {
      return UTF_16BE;
    }
    return foreignBytes(head, length) * 100L > (long) MOST_FOREIGN_PERCENT * length
        ? BINARY
        : UTF_8;
  }

  private static boolean isBinary(byte[] head, int length) {
    for (String magic : BINARY_MAGIC) {
      if (startsWith(head, length, magic)) {
        return true;
      }
    }
    return false;
  }

  private static int foreignBytes(byte[] head, int length) {
    int foreign = 0;
    for (int i = 0; i < length; ) {
      int sequence = Utf8Sequence.lengthAt(head, i, length);
      foreign += sequence < 0 ? -sequence : sequence == 1 && isControl(head[i]) ? 1 : 0;
      i += Math.abs(sequence);
    }
    return foreign;
  }

  private static boolean isControl(byte b) {
    return (b < ' ' && (b < '\t' || b > '\r')) || b == 0x7F;
  }

  private static boolean startsWith(byte[] head, int length, String magic) {
    return length >= magic.length()
        && new String(head, 0, magic.length(), ISO_8859_1).equals(magic);
  }
}
