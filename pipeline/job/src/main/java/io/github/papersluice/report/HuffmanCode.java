package io.github.papersluice.report;

import java.util.Arrays;

/** A canonical prefix code of deflate (RFC 1951, 3.2.2) for symbols of known frequencies. */
final class HuffmanCode {
  private final int[] lengths;
  private final int[] codes;

  private HuffmanCode(int[] lengths) {
    this.lengths = lengths;
    this.codes = codes(lengths);
  }

  /**
   * The code for these frequencies. It has at least two symbols, for decoders differ in what they
   * make of a code of one.
   *
   * @param longest no code is longer, in bits
   */
  static HuffmanCode of(int[] frequencies, int longest) {
    int[] weights = frequencies.clone();
    for (int symbol = 0; used(weights) < 2; symbol++) {
      weights[symbol] = Math.max(1, weights[symbol]);
    }
    int[] lengths = lengths(weights);
    while (Arrays.stream(lengths).max().getAsInt() > longest) {
      flatten(weights);
      lengths = lengths(weights);
    }
    return new HuffmanCode(lengths);
  }

  private static long used(int[] weights) {
    return Arrays.stream(weights).filter(weight -> weight > 0).count();
  }

  // Frequencies nearer to each other give a flatter tree; none that is used falls to 0.
  private static void flatten(int[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (weights[i] + 1) >>> 1;
    }
  }

  // Two queues, both in ascending order: the symbols, sorted once, and the nodes, made in order.
  private static int[] lengths(int[] weights) {
    long[] leaves = sortedLeaves(weights);
    int count = leaves.length;
    long[] weight = new long[2 * count - 1];
    int[] parent = new int[2 * count - 1];
    for (int i = 0; i < count; i++) {
      weight[i] = leaves[i] >>> 16;
    }
    int leaf = 0;
    int node = count;
    for (int made = count; made < weight.length; made++) {
      for (int child = 0; child < 2; child++) {
        boolean takeLeaf = leaf < count && (node >= made || weight[leaf] <= weight[node]);
        int taken = takeLeaf ? leaf++ : node++;
        weight[made] += weight[taken];
        parent[taken] = made;
      }
    }
    return depths(weights.length, leaves, parent);
  }

  // Weight above, symbol below: equal weights come in the order of their symbols.
  private static long[] sortedLeaves(int[] weights) {
    long[] leaves = new long[(int) used(weights)];
    int count = 0;
    for (int symbol = 0; symbol < weights.length; symbol++) {
      if (weights[symbol] > 0) {
        leaves[count++] = (long) weights[symbol] << 16 | symbol;
      }
    }
    Arrays.sort(leaves);
    return leaves;
  }

  private static int[] depths(int symbols, long[] leaves, int[] parent) {
    int[] depth = new int[parent.length];
    int[] lengths = new int[symbols];
    for (int i = parent.length - 2; i >= 0; i--) {
      depth[i] = depth[parent[i]] + 1;
      if (i < leaves.length) {
        lengths[(int) (leaves[i] & 0xFFFF)] = depth[i];
      }
    }
    return lengths;
  }

  private static int[] codes(int[] lengths) {
    int[] next = new int[17];
    for (int length : lengths) {
      next[length + 1] += length == 0 ? 0 : 1;
    }
    for (int bits = 1; bits < next.length; bits++) {
      next[bits] = (next[bits - 1] + next[bits]) << 1;
    }
    int[] codes = new int[lengths.length];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      // Codes are sent from their highest bit on, all else from the lowest.
      codes[symbol] = length == 0 ? 0 : Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
    }
    return codes;
  }

  void put(int symbol, BitSink out) {
    out.put(codes[symbol], lengths[symbol]);
  }

  /** The length of a symbol's code in bits, 0 if it has none. */
  int length(int symbol) {
    return lengths[symbol];
  }

  /** The number of symbols up to the last that has a code, at least a minimum. */
  int size(int minimum) {
    int size = lengths.length;
    while (size > minimum && lengths[size - 1] == 0) {
      size--;
    }
    return size;
  }
}
