package io.github.papersluice.evaluation;

/**
 * Counts from which the scores are made.
 *
 * @param hits found and in the gold labels
 * @param found all that was found
 * @param gold all that the gold labels hold
 */
record Tally(long hits, long found, long gold) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(hits + other.hits, found + other.found, gold + other.gold);
  }

  /** Share of what was found that is right; NaN if nothing was found. */
  double precision() {
    return (double) hits / found;
  }

  /** Share of the gold labels that was found; NaN if there are none. */
  double recall() {
    return (double) hits / gold;
  }

  /** Harmonic mean of both, as 2 hits / (found + gold); NaN if there is neither. */
  double f1() {
    return 2.0 * hits / (found + gold);
  }
}
