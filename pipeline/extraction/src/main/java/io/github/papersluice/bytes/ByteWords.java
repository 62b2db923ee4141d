package io.github.papersluice.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tests of eight bytes at once. Each flags a byte by its top bit, and may flag one above a byte
 * that it flags by mistake, but never one below (H. S. Warren, Hacker's Delight, 2nd edition,
 * section 6-1): the lowest flag, which is that of the first byte in the array, is exact.
 */
public final class ByteWords {
  private static final long ONES = 0x0101010101010101L;
  private static final long TOP_BITS = 0x8080808080808080L;
  private static final long SPACES = ONES * ' ';
  private static final long ZEROS = ONES * '0';
  private static final long TENS = ONES * 10;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteWords() {}

  /** The eight bytes from {@code i} on, the first one lowest. */
  public static long at(byte[] bytes, int i) {
    return (long) LONGS.get(bytes, i);
  }

  /** A byte eight times, for {@link #equal}. */
  public static long repeat(byte b) {
    return ONES * (b & 0xFF);
  }

  /** Flags the bytes that are the one that is repeated. */
  public static long equal(long word, long repeated) {
    long differences = word ^ repeated;
    return (differences - ONES) & ~differences & TOP_BITS;
  }

  /** Flags the ASCII digits. */
  public static long digits(long word) {
    long values = word ^ ZEROS;
    return (values - TENS) & ~values & TOP_BITS;
  }

  /** Flags the bytes below 0x20. */
  public static long controls(long word) {
    return (word - SPACES) & ~word & TOP_BITS;
  }

  /** Is not 0 if any byte is 0x7F or above. */
  public static long aboveTilde(long word) {
    return (word | (word + ONES)) & TOP_BITS;
  }

  /** The place, 0 to 7, of the first byte flagged in a word that flags one. */
  public static int first(long flags) {
    return Long.numberOfTrailingZeros(flags) >>> 3;
  }
}
