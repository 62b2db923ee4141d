package io.github.papersluice.report;

import java.util.ArrayList;
import java.util.List;

/** Writes a block of deflate with codes made for it (RFC 1951, 3.2.7). */
final class DeflateBlock {
  private static final int END = 256;
  private static final int LITERALS = 286;
  private static final int DISTANCES = 30;
  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_LENGTH_CODE = 7;

  /** The order in which the lengths of the code of code lengths are sent. */
  private static final int[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private static final int COPY = 16;
  private static final int SHORT_ZEROS = 17;
  private static final int LONG_ZEROS = 18;

  /** A symbol of the code of code lengths, with the bits that follow it. */
  private record Run(int symbol, int extra, int extraBits) {}

  private final BitSink out;
  private final HuffmanCode literals;
  private final HuffmanCode distances;

  private DeflateBlock(BitSink out, HuffmanCode literals, HuffmanCode distances) {
    this.out = out;
    this.literals = literals;
    this.distances = distances;
  }

  /**
   * A token that repeats earlier bytes; a byte's token is its value.
   *
   * @param length 3 to 258
   * @param distance 1 to 32,768
   */
  static int match(int length, int distance) {
    return length << 16 | distance;
  }

  static void write(int[] tokens, int count, boolean last, BitSink out) {
    int[] literalUses = new int[LITERALS];
    int[] distanceUses = new int[DISTANCES];
    literalUses[END] = 1;
    for (int i = 0; i < count; i++) {
      int length = tokens[i] >>> 16;
      literalUses[length == 0 ? tokens[i] : lengthSymbol(length)]++;
      if (length > 0) {
        distanceUses[distanceSymbol(tokens[i] & 0xFFFF)]++;
      }
    }
    DeflateBlock block =
        new DeflateBlock(
            out,
            HuffmanCode.of(literalUses, LONGEST_CODE),
            HuffmanCode.of(distanceUses, LONGEST_CODE));
    out.put(last ? 1 : 0, 1);
    out.put(2, 2);
    block.writeCodes();
    for (int i = 0; i < count; i++) {
      block.writeToken(tokens[i]);
    }
    block.literals.put(END, out);
  }

  private void writeCodes() {
    int literalCount = literals.size(257);
    int distanceCount = distances.size(1);
    List<Run> runs = runs(literalCount, distanceCount);
    int[] uses = new int[LENGTH_ORDER.length];
    runs.forEach(run -> uses[run.symbol]++);
    HuffmanCode code = HuffmanCode.of(uses, LONGEST_LENGTH_CODE);
    int sent = LENGTH_ORDER.length;
    while (sent > 4 && code.length(LENGTH_ORDER[sent - 1]) == 0) {
      sent--;
    }
    out.put(literalCount - 257, 5);
    out.put(distanceCount - 1, 5);
    out.put(sent - 4, 4);
    for (int i = 0; i < sent; i++) {
      out.put(code.length(LENGTH_ORDER[i]), 3);
    }
    for (Run run : runs) {
      code.put(run.symbol, out);
      out.put(run.extra, run.extraBits);
    }
  }

  private List<Run> runs(int literalCount, int distanceCount) {
    int[] lengths = new int[literalCount + distanceCount];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = i < literalCount ? literals.length(i) : distances.length(i - literalCount);
    }
    List<Run> runs = new ArrayList<>();
    for (int at = 0; at < lengths.length; ) {
      int same = 1;
      while (at + same < lengths.length && lengths[at + same] == lengths[at]) {
        same++;
      }
      addRuns(lengths[at], same, runs);
      at += same;
    }
    return runs;
  }

  private static void addRuns(int length, int times, List<Run> runs) {
    int left = times;
    if (length > 0) {
      runs.add(new Run(length, 0, 0));
      left--;
    }
    while (left >= 3) {
      int most = length > 0 ? 6 : left < 11 ? 10 : 138;
      int taken = Math.min(left, most);
      if (length > 0) {
        runs.add(new Run(COPY, taken - 3, 2));
      } else if (taken < 11) {
        runs.add(new Run(SHORT_ZEROS, taken - 3, 3));
      } else {
        runs.add(new Run(LONG_ZEROS, taken - 11, 7));
      }
      left -= taken;
    }
    for (; left > 0; left--) {
      runs.add(new Run(length, 0, 0));
    }
  }

  private void writeToken(int token) {
    int length = token >>> 16;
    if (length == 0) {
      literals.put(token, out);
      return;
    }
    int symbol = lengthSymbol(length);
    literals.put(symbol, out);
    int lengthBits = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4;
    out.put(length - 3 & (1 << lengthBits) - 1, lengthBits);
    int before = (token & 0xFFFF) - 1;
    int distance = distanceSymbol(before + 1);
    distances.put(distance, out);
    int distanceBits = distance < 4 ? 0 : distance / 2 - 1;
    out.put(before & (1 << distanceBits) - 1, distanceBits);
  }

  // Four symbols for each power of two: 257 is 3, 265 is 11 and 12, 269 is 15 to 18, ...
  private static int lengthSymbol(int length) {
    if (length == 258) {
      return 285;
    }
    int more = length - 3;
    if (more < 8) {
      return 257 + more;
    }
    int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(more);
    return 257 + 4 * (bits - 1) + (more >>> (bits - 2) & 3);
  }

  // Two symbols for each power of two.
  private static int distanceSymbol(int distance) {
    int before = distance - 1;
    if (before < 4) {
      return before;
    }
    int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(before);
    return 2 * bits + (before >>> (bits - 1) & 1);
  }
}
