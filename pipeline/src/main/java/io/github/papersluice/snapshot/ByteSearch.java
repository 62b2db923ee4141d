package io.github.papersluice.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the first of two byte values, eight bytes at a step. */
final class ByteSearch {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte first;
  private final byte second;

  /** Looks for either of two ASCII characters; for one, give it twice. */
  ByteSearch(char first, char second) {
    this.first = (byte) first;
    this.second = (byte) second;
  }

  /** The index of the first such byte in {@code [from, to)}, or {@code to} if there is none. */
  int find(byte[] bytes, int from, int to) {
    long firsts = ONES * first;
    long seconds = ONES * second;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) LONGS.get(bytes, i);
      long found = zeroBytes(word ^ firsts) | zeroBytes(word ^ seconds);
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < to && bytes[i] != first && bytes[i] != second) {
      i++;
    }
    return i;
  }

  /**
   * Has the high bit of each byte that is zero, and perhaps of bytes above such a one, but of none
   * below (H. S. Warren, Hacker's Delight, section 6-1).
   */
  private static long zeroBytes(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }
}
