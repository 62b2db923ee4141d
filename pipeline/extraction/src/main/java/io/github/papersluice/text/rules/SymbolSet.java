package io.github.papersluice.text.rules;

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
    int symbol = from;
    for (; symbol < to && (symbol & 63) != 0; symbol++) {
      add(symbol);
    }
    for (; symbol + 64 <= to; symbol += 64) {
      bits[symbol >> 6] = -1;
    }
    for (; symbol < to; symbol++) {
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
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  int[] symbols() {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    int[] symbols = new int[count];
    int next = 0;
    for (int i = 0; i < bits.length; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        symbols[next++] = (i << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return symbols;
  }

  SymbolSet copy() {
    return new SymbolSet(limit).addAll(this);
  }
}
