package io.github.papersluice.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap (Efron and Tibshirani 1993, chapter 13): records are drawn with
 * replacement, as many as there are, and the figure is made anew from what was drawn. Records and
 * not labels, because the labels of one record stand or fall together.
 */
final class Bootstrap {
  static final int RESAMPLES = 1_000;
  static final long SEED = 20_250_311;

  private final List<Tally> resamples;

  /** Draws from the records' tallies; the same tallies give the same draws. */
  Bootstrap(List<Tally> records) {
    // java.util.Random and no newer generator: its algorithm is part of its specification.
    Random random = new Random(SEED);
    resamples = new ArrayList<>(RESAMPLES);
    for (int i = 0; i < RESAMPLES; i++) {
      resamples.add(draw(records, random));
    }
  }

  private static Tally draw(List<Tally> records, Random random) {
    long hits = 0;
    long found = 0;
    long gold = 0;
    for (int i = 0; i < records.size(); i++) {
      Tally tally = records.get(random.nextInt(records.size()));
      hits += tally.hits();
      found += tally.found();
      gold += tally.gold();
    }
    return new Tally(hits, found, gold);
  }

  /** The middle 95 % of a figure, by nearest rank; draws for which it is NaN are left out. */
  Interval interval(ToDoubleFunction<Tally> figure) {
    double[] sorted =
        resamples.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(sorted);
    return new Interval(percentile(sorted, 25), percentile(sorted, 975));
  }

  private static double percentile(double[] sorted, int perMille) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (perMille * sorted.length + 999) / 1_000;
    return sorted[Math.max(rank, 1) - 1];
  }
}
