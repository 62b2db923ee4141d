package io.github.papersluice.text.splitting;

/**
 * Turns positions in the UTF-8 stream that is split into offsets in the digest's own bytes. Asked
 * for ascending positions only.
 */
public abstract class DigestOffsets {

  /** For a digest in UTF-8: the stream is the digest. */
  public static final DigestOffsets SAME =
      new DigestOffsets() {
        @Override
        public long digestByte(byte[] window, long base, long position) {
          return position;
        }

        @Override
        void pass(byte[] window, long base, long to) {}
      };

  /** Stands in the stream for a UTF-16 code unit that is no character: no UTF-8 text holds it. */
  public static final byte ILL_FORMED_UNIT = (byte) 0xFF;

  /** Stands in the stream for a last byte that is half a UTF-16 code unit. */
  public static final byte ILL_FORMED_BYTE = (byte) 0xFE;

  DigestOffsets() {}

  /**
   * For a digest in UTF-16 that is transcoded as it is read.
   *
   * @param firstByte the digest's byte at which the stream begins: the length of the byte order
   *     mark
   */
  public static DigestOffsets ofUtf16(long firstByte) {
    return new Utf16Offsets(firstByte);
  }

  /**
   * The digest's byte for a position that is in the window.
   *
   * @param window the bytes from {@code base} on
   * @param base the stream's position of the window's first byte
   * @param position not below one that was asked for before
   */
  public abstract long digestByte(byte[] window, long base, long position);

  /** Told before the bytes below {@code to} leave the window. */
  abstract void pass(byte[] window, long base, long to);

  private static final class Utf16Offsets extends DigestOffsets {
    private long counted;
    private long digestByte;

    Utf16Offsets(long firstByte) {
      this.digestByte = firstByte;
    }

    @Override
    public long digestByte(byte[] window, long base, long position) {
      for (int i = (int) (counted - base), end = (int) (position - base); i < end; i++) {
        digestByte += utf16Bytes(window[i] & 0xFF);
      }
      counted = Math.max(counted, position);
      return digestByte;
    }

    @Override
    void pass(byte[] window, long base, long to) {
      digestByte(window, base, to);
    }

    /** How many bytes of UTF-16 the character takes of which this is the first byte in UTF-8. */
    private static int utf16Bytes(int b) {
      if (b < 0x80) {
        return 2;
      }
      if (b < 0xC0) {
        return 0;
      }
      if (b == (ILL_FORMED_BYTE & 0xFF)) {
        return 1;
      }
      return b >= 0xF0 && b < 0xF8 ? 4 : 2;
    }
  }
}
