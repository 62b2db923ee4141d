package io.github.papersluice.bytes;

/** Finds the next of certain bytes, eight bytes at a step. */
public final class ByteSearch {
  private ByteSearch() {}

  /** Index of the first byte {@code b} in {@code [from, to)}, or {@code to} if there is none. */
  public static int indexOf(byte[] bytes, int from, int to, byte b) {
    return indexOf(bytes, from, to, b, b);
  }

  /** Index of the first byte {@code a} or {@code b} in {@code [from, to)}, or {@code to}. */
  public static int indexOf(byte[] bytes, int from, int to, byte a, byte b) {
    long as = ByteWords.repeat(a);
    long bs = ByteWords.repeat(b);
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = ByteWords.at(bytes, i);
      long found = ByteWords.equal(word, as) | ByteWords.equal(word, bs);
      if (found != 0) {
        return i + ByteWords.first(found);
      }
    }
    while (i < to && bytes[i] != a && bytes[i] != b) {
      i++;
    }
    return Math.min(i, to);
  }

  /**
   * Index in {@code [from, to)} of the first byte {@code a} or {@code b} that follows {@code
   * before}, or {@code to} if there is none.
   */
  public static int indexOfAfter(byte[] bytes, int from, int to, byte before, byte a, byte b) {
    long befores = ByteWords.repeat(before);
    long as = ByteWords.repeat(a);
    long bs = ByteWords.repeat(b);
    int i = Math.max(from, 1);
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = ByteWords.at(bytes, i);
      // One branch that is seldom taken is faster than two, though more is computed.
      long found =
          ByteWords.equal(ByteWords.at(bytes, i - 1), befores)
              & (ByteWords.equal(word, as) | ByteWords.equal(word, bs));
      if (found != 0) {
        int at = i + ByteWords.first(found);
        // What is flagged in both words may be flagged by mistake in one.
        if (isAfter(bytes, at, before, a, b)) {
          return at;
        }
        i = at + 1 - Long.BYTES;
      }
    }
    while (i < to && !isAfter(bytes, i, before, a, b)) {
      i++;
    }
    return Math.min(i, to);
  }

  private static boolean isAfter(byte[] bytes, int at, byte before, byte a, byte b) {
    return bytes[at - 1] == before && (bytes[at] == a || bytes[at] == b);
  }

  /** Index of the first ASCII digit in {@code [from, to)}, or {@code to} if there is none. */
  public static int indexOfDigit(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long found = ByteWords.digits(ByteWords.at(bytes, i));
      if (found != 0) {
        return i + ByteWords.first(found);
      }
    }
    while (i < to && (bytes[i] < '0' || bytes[i] > '9')) {
      i++;
    }
    return Math.min(i, to);
  }

  /** Index of the first byte in {@code [from, to)} that is not printable ASCII, or {@code to}. */
  public static int indexOfUnprintable(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = ByteWords.at(bytes, i);
      if ((ByteWords.controls(word) | ByteWords.aboveTilde(word)) != 0) {
        break;
      }
    }
    while (i < to && bytes[i] >= ' ' && bytes[i] != 0x7F) {
      i++;
    }
    return Math.min(i, to);
  }
}
