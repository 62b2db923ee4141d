package io.github.papersluice.reading;

import io.github.papersluice.text.splitting.DigestOffsets;
import java.io.IOException;
import java.io.InputStream;

/**
 * UTF-16 as UTF-8. A surrogate without its other half becomes {@link
 * DigestOffsets#ILL_FORMED_UNIT}, half a code unit at the end {@link
 * DigestOffsets#ILL_FORMED_BYTE}.
 */
final class Utf16Stream extends InputStream {
  private static final int RUN = 1 << 14;

  private final InputStream in;
  private final int highByte;
  private final byte[] units = new byte[RUN];
  private int unitsEnd;
  private boolean ended;
  private final byte[] out = new byte[2 * RUN];
  private int outStart;
  private int outEnd;

  Utf16Stream(InputStream in, boolean bigEndian) {
    this.in = in;
    this.highByte = bigEndian ? 0 : 1;
  }

  @Override
  public int read() throws IOException {
    return fill() ? out[outStart++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, outEnd - outStart);
    System.arraycopy(out, outStart, bytes, offset, count);
    outStart += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    while (outStart == outEnd) {
      if (ended) {
        return false;
      }
      int count = in.read(units, unitsEnd, units.length - unitsEnd);
      ended = count < 0;
      unitsEnd += Math.max(count, 0);
      transcode();
    }
    return true;
  }

  /** Transcodes what is whole, and leaves a half unit or half a pair for the next run. */
  private void transcode() {
    outStart = 0;
    outEnd = 0;
    int i = 0;
    while (i + 1 < unitsEnd) {
      char unit = unit(i);
      if (Character.isHighSurrogate(unit) && i + 3 >= unitsEnd && !ended) {
        break;
      }
      i += transcodeAt(i, unit);
    }
    if (ended && i < unitsEnd) {
      out[outEnd++] = DigestOffsets.ILL_FORMED_BYTE;
      i = unitsEnd;
    }
    System.arraycopy(units, i, units, 0, unitsEnd - i);
    unitsEnd -= i;
  }

  /** The number of bytes transcoded. */
  private int transcodeAt(int i, char unit) {
    if (!Character.isSurrogate(unit)) {
      put(unit);
      return 2;
    }
    if (Character.isHighSurrogate(unit)
        && i + 3 < unitsEnd
        && Character.isLowSurrogate(unit(i + 2))) {
      put(Character.toCodePoint(unit, unit(i + 2)));
      return 4;
    }
    out[outEnd++] = DigestOffsets.ILL_FORMED_UNIT;
    return 2;
  }

  private char unit(int i) {
    return (char) ((units[i + highByte] & 0xFF) << 8 | (units[i + 1 - highByte] & 0xFF));
  }

  /** RFC 3629, section 3. */
  private void put(int codePoint) {
    if (codePoint < 0x80) {
      out[outEnd++] = (byte) codePoint;
      return;
    }
    int shift = codePoint < 0x800 ? 6 : codePoint < 0x10000 ? 12 : 18;
    int lead = codePoint < 0x800 ? 0xC0 : codePoint < 0x10000 ? 0xE0 : 0xF0;
    out[outEnd++] = (byte) (lead | codePoint >> shift);
    while (shift > 0) {
      shift -= 6;
      out[outEnd++] = (byte) (0x80 | (codePoint >> shift & 0x3F));
    }
  }
}
