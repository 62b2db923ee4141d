package io.github.papersluice.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the next of one or two bytes, eight bytes of text at a time. A byte of a word is zero where
 * {@code (word - 0x01..) & ~word & 0x80..} has its highest bit set; below the first such byte there
 * is no false one (H. S. Warren, Hacker's Delight, 2nd edition, section 6-1).
 */
final class LinkByteSearch {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private LinkByteSearch() {}

  /** Index of the first byte {@code b} in {@code [from, to)}, or {@code to} if there is none. */
  static int indexOf(byte[] text, int from, int to, byte b) {
    return indexOf(text, from, to, b, b);
  }

  /** Index of the first byte {@code a} or {@code b} in {@code [from, to)}, or {@code to}. */
  static int indexOf(byte[] text, int from, int to, byte a, byte b) {
    long as = LOW * a;
    long bs = LOW * b;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) WORDS.get(text, i);
      long found = zeros(word ^ as) | zeros(word ^ bs);
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (i < to && text[i] != a && text[i] != b) {
      i++;
    }
    return Math.min(i, to);
  }

  /**
   * Index in {@code [from, to)} of the first byte {@code a} or {@code b} that follows {@code
   * before}, or {@code to} if there is none.
   */
  static int indexOfAfter(byte[] text, int from, int to, byte before, byte a, byte b) {
    long befores = LOW * before;
    long as = LOW * a;
    long bs = LOW * b;
    int i = Math.max(from, 1);
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) WORDS.get(text, i);
      // One branch that is seldom taken is faster than two, though more is computed.
      long found =
          zeros((long) WORDS.get(text, i - 1) ^ befores) & (zeros(word ^ as) | zeros(word ^ bs));
      if (found != 0) {
        int at = i + (Long.numberOfTrailingZeros(found) >>> 3);
        // Above a byte that is found in one word a false one may be flagged.
        if (isAfter(text, at, before, a, b)) {
          return at;
        }
        i = at + 1 - Long.BYTES;
      }
    }
    while (i < to && !isAfter(text, i, before, a, b)) {
      i++;
    }
    return Math.min(i, to);
  }

  private static boolean isAfter(byte[] text, int at, byte before, byte a, byte b) {
    return text[at - 1] == before && (text[at] == a || text[at] == b);
  }

  private static long zeros(long word) {
    return (word - LOW) & ~word & HIGH;
  }
}
