package io.github.papersluice.report;

import java.util.Arrays;

/** Collects bits as deflate wants them: the first bit is the lowest of the first byte. */
final class BitSink {
  private byte[] bytes;
  private int length;
  private long pending;
  private int pendingBits;

  BitSink(int expectedBytes) {
    bytes = new byte[Math.max(64, expectedBytes)];
  }

  /**
   * Adds the lowest bits of a value, the lowest first.
   *
   * @param count 0 to 32
   */
  void put(int value, int count) {
    pending |= (value & 0xFFFFFFFFL) << pendingBits;
    pendingBits += count;
    while (pendingBits >= Byte.SIZE) {
      putByte((byte) pending);
      pending >>>= Byte.SIZE;
      pendingBits -= Byte.SIZE;
    }
  }

  private void putByte(byte value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = value;
  }

  /** All bytes; the last is filled up with zeros. */
  byte[] toBytes() {
    if (pendingBits > 0) {
      putByte((byte) pending);
      pending = 0;
      pendingBits = 0;
    }
    return Arrays.copyOf(bytes, length);
  }
}
