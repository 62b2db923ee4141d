package io.github.papersluice.bytes;

/** Well-formed UTF-8 byte sequences, as table 3-7 of The Unicode Standard lists them. */
public final class Utf8Sequence {
  private Utf8Sequence() {}

  /**
   * The length of the character at {@code i}.
   *
   * @param bytes text that may be ill-formed
   * @param i index of a byte in {@code [0, end)}
   * @param end index after the last byte
   * @return 1 to 4 if it is well-formed; else minus the length of the maximal subpart that is
   *     replaced as one, -1 to -3
   */
  public static int lengthAt(byte[] bytes, int i, int end) {
    int first = bytes[i] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int expected = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (expected == 0) {
      return -1;
    }
    int length = 1;
    while (length < expected && i + length < end && follows(first, length, bytes[i + length])) {
      length++;
    }
    return length == expected ? length : -length;
  }

  /** The second byte's range depends on the first one: neither overlong nor surrogate nor > 4. */
  private static boolean follows(int first, int place, byte next) {
    int b = next & 0xFF;
    if (place > 1) {
      return b >= 0x80 && b <= 0xBF;
    }
    int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return b >= lowest && b <= highest;
  }
}
