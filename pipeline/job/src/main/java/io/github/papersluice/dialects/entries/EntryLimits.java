package io.github.papersluice.dialects.entries;

/** How much of a digest is looked at as one. */
final class EntryLimits {
  /** A longer object, element or row is rejected, in bytes. */
  static final long LONGEST_ENTRY = 32L << 20;

  private EntryLimits() {}

  static String tooLong() {
    return "The entry is longer than " + (LONGEST_ENTRY >> 20) + " MiB.";
  }
}
