package io.github.papersluice.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bytes looked at eight at a time. Each test is exact for the lowest byte that it flags, which is
 * the first one in the array (Warren, Hacker's Delight, section 6-1).
 */
final class ByteWords {
  /** The top bit of each of eight bytes. */
  static final long TOP_BITS = 0x8080808080808080L;

  private static final long ONES = 0x0101010101010101L;
  private static final long SPACES = 0x2020202020202020L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteWords() {}

  /** The eight bytes from {@code i} on, the first one lowest. */
  static long at(byte[] bytes, int i) {
    return (long) LONGS.get(bytes, i);
  }

  /** Top bits that are set where a byte is below 0x20. */
  static long controls(long word) {
    return (word - SPACES) & ~word & TOP_BITS;
  }

  /** Top bits of which at least one is set if any byte is 0x7F or above. */
  static long aboveTilde(long word) {
    return (word | (word + ONES)) & TOP_BITS;
  }

  /** The place, 0 to 7, of the first byte flagged in a word that flags one. */
  static int first(long flags) {
    return Long.numberOfTrailingZeros(flags) >>> 3;
  }

  /** Index of the first byte that is not printable ASCII, or {@code end}. */
  static int skipPrintable(byte[] bytes, int start, int end) {
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long word = at(bytes, i);
      if ((controls(word) | aboveTilde(word)) != 0) {
        break;
      }
    }
    while (i < end && bytes[i] >= ' ' && bytes[i] != 0x7F) {
      i++;
    }
    return i;
  }
}
