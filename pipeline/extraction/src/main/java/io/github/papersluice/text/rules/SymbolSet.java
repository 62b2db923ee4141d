package io.github.papersluice.text.rules;

import java.util.Arrays;
import java.util.BitSet;

/** A set of symbols. */
final class SymbolSet {
  private final long[] bits;
  private final int limit;

  /** An empty set of symbols below a limit. */
  SymbolSet(int limit) {
    this.limit = limit;
    bits = new long[(limit >> 6) + 1];
  }

  boolean has(int symbol) {
    return (bits[symbol >> 6] & 1L << symbol) != 0;
  }

  SymbolSet add(int symbol) {
    bits[symbol >> 6] |= 1L << symbol;
    return this;
  }

  SymbolSet addRange(int from, int to) {
    for (int symbol = from; symbol < to; symbol++) {
      add(symbol);
    }
    return this;
  }

  SymbolSet addAll(SymbolSet other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= other.bits[i];
    }
    return this;
  }

  SymbolSet removeAll(SymbolSet other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= ~other.bits[i];
    }
    return this;
  }

  boolean holdsAll(SymbolSet other) {
    for (int i = 0; i < bits.length; i++) {
      if ((other.bits[i] & ~bits[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  boolean isEmpty() {
    return Arrays.stream(bits).allMatch(word -> word == 0);
  }

  int[] symbols() {
    return BitSet.valueOf(bits).stream().toArray();
  }

  SymbolSet copy() {
    return new SymbolSet(limit).addAll(this);
  }
}
