package io.github.papersluice.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The log axis of model sizes: five bins a decade with round borders 1, 1.6, 2.5, 4, 6.3, 10 (the
 * R5 series of preferred numbers, ISO 3), which are equally wide on a log axis.
 */
final class SizeScale {
  static final int BINS_PER_DECADE = 5;

  private static final long[] TENTHS = {10, 16, 25, 40, 63};
  private static final long[] BORDERS = borders();

  private SizeScale() {}

  // The last decade that a long holds begins at 10^18; a border between whole numbers is rounded
  // up.
  private static long[] borders() {
    List<Long> borders = new ArrayList<>();
    for (long power = 1; power > 0 && borders.size() < 19 * BINS_PER_DECADE; power *= 10) {
      for (long tenths : TENTHS) {
        borders.add(border(power, tenths));
      }
    }
    return borders.stream().mapToLong(Long::longValue).toArray();
  }

  private static long border(long power, long tenths) {
    return power == 1 ? (tenths + 9) / 10 : power / 10 * tenths;
  }

  /** How many bins there are. */
  static int bins() {
    return BORDERS.length;
  }

  /** The bin that holds a number of at least 1. */
  static int bin(long parameters) {
    int low = 0;
    int high = BORDERS.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (BORDERS[middle] <= parameters) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The smallest number in a bin. */
  static long from(int bin) {
    return BORDERS[bin];
  }

  /** {@code 6.3B to 10B}. */
  static String name(int bin) {
    String from = Quantities.parameters(BORDERS[bin]);
    return bin + 1 < BORDERS.length
        ? from + " to " + Quantities.parameters(BORDERS[bin + 1])
        : from + " and more";
  }
}
