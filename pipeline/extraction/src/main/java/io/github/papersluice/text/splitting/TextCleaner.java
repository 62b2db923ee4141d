package io.github.papersluice.text.splitting;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.bytes.Utf8Sequence;
import io.github.papersluice.model.Utf8Text;
import java.util.Arrays;

/**
 * Makes the text of a field: well-formed UTF-8, one line, no control characters.
 *
 * <ul>
 *   <li>White space that holds a tab or a line break (LF, CR, VT, FF, U+0085, U+2028, U+2029)
 *       becomes one space. All other white space is kept as it is, U+00A0 too.
 *   <li>An ill-formed sequence becomes U+FFFD, one for each maximal subpart (The Unicode Standard,
 *       section 3.9, "U+FFFD Substitution of Maximal Subparts", which is also what the WHATWG
 *       Encoding Standard's decoder does).
 *   <li>Every other control character, NUL first of all, becomes U+FFFD too: a warehouse refuses
 *       it, and a reader sees that something stood there.
 * </ul>
 *
 * <p>A text that needs none of this is a view of the bytes given; else it is a view of a buffer
 * that the next call overwrites.
 */
public final class TextCleaner {
  private static final int FIRST_BUFFER = 4096;
  private static final int LARGEST_IDLE_BUFFER = 1 << 22;
  private static final byte[] SPACE = {' '};
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private byte[] out = new byte[0];
  private int length;
  private int replacements;

  /** How many sequences and control characters the last call replaced. */
  public int replacements() {
    return replacements;
  }

  /**
   * The text of a run of bytes that begins and ends with no white space.
   *
   * @param bytes anything; only {@code [start, end)} is looked at, and it is not changed
   * @param start index of the first byte
   * @param end index after the last byte
   * @return a view that is valid until the next call
   */
  public Utf8Text clean(byte[] bytes, int start, int end) {
    replacements = 0;
    int fault = skipClean(bytes, start, end);
    if (fault == end) {
      return new Utf8Text(bytes, start, end);
    }
    length = 0;
    if (out.length < end - start || out.length > LARGEST_IDLE_BUFFER) {
      out = new byte[Math.max(FIRST_BUFFER, end - start)];
    }
    append(bytes, start, fault);
    for (int i = fault; i < end; ) {
      i = mend(bytes, i, end);
      int next = skipClean(bytes, i, end);
      append(bytes, i, next);
      i = next;
    }
    return new Utf8Text(out, 0, length);
  }

  /** Index of the first byte that cannot stay as it is, or {@code end}. */
  private static int skipClean(byte[] bytes, int start, int end) {
    int i = start;
    while (true) {
      i = ByteSearch.indexOfUnprintable(bytes, i, end);
      if (i == end || bytes[i] >= 0) {
        return i;
      }
      int sequence = Utf8Sequence.lengthAt(bytes, i, end);
      if (sequence <= 0 || isBreakOrControl(bytes, i, sequence)) {
        return i;
      }
      i += sequence;
    }
  }

  /** U+0080 to U+009F, U+2028 and U+2029. */
  private static boolean isBreakOrControl(byte[] bytes, int i, int sequence) {
    return sequence == 2
        ? bytes[i] == (byte) 0xC2 && bytes[i + 1] < (byte) 0xA0
        : isUnicodeBreak(bytes, i, sequence);
  }

  private static boolean isUnicodeBreak(byte[] bytes, int i, int sequence) {
    return sequence == 3
        ? bytes[i] == (byte) 0xE2
            && bytes[i + 1] == (byte) 0x80
            && (bytes[i + 2] == (byte) 0xA8 || bytes[i + 2] == (byte) 0xA9)
        : sequence == 2 && bytes[i] == (byte) 0xC2 && bytes[i + 1] == (byte) 0x85;
  }

  /** Writes what stands for the fault at {@code i}; the index after it. */
  private int mend(byte[] bytes, int i, int end) {
    int sequence = Utf8Sequence.lengthAt(bytes, i, end);
    if (breakLength(bytes, i, sequence) > 0) {
      return mendBreak(bytes, i, end);
    }
    append(REPLACEMENT, 0, REPLACEMENT.length);
    replacements++;
    return i + Math.abs(sequence);
  }

  private int mendBreak(byte[] bytes, int start, int end) {
    length = WhiteSpace.trimEnd(out, 0, length);
    append(SPACE, 0, SPACE.length);
    int i = start;
    while (i < end) {
      int white =
          Math.max(
              WhiteSpace.lengthAt(bytes, i, end),
              breakLength(bytes, i, Utf8Sequence.lengthAt(bytes, i, end)));
      if (white == 0) {
        return i;
      }
      i += white;
    }
    return i;
  }

  private static int breakLength(byte[] bytes, int i, int sequence) {
    if (bytes[i] >= 0) {
      return bytes[i] >= '\t' && bytes[i] <= '\r' ? 1 : 0;
    }
    return isUnicodeBreak(bytes, i, sequence) ? sequence : 0;
  }

  private void append(byte[] bytes, int from, int to) {
    int count = to - from;
    if (length + count > out.length) {
      out = Arrays.copyOf(out, length + count + (length + count) / 2);
    }
    System.arraycopy(bytes, from, out, length, count);
    length += count;
  }
}
