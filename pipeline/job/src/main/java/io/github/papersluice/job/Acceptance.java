package io.github.papersluice.job;

import java.util.Locale;

/**
 * What a run's result must be like to be published.
 *
 * @param mostRejections how many pieces may be rejected, or null for any number
 * @param mostRejectedPercent how many of a hundred records and pieces may be rejected, or null for
 *     any share
 * @param papersRequired whether there must be a paper at all
 */
public record Acceptance(Long mostRejections, Double mostRejectedPercent, boolean papersRequired) {
  /** Whatever is read is published. */
  public static final Acceptance ANY = new Acceptance(null, null, false);

  /** Nothing may be rejected. */
  public static final Acceptance STRICT = new Acceptance(0L, null, false);

  /**
   * Checks a result.
   *
   * @throws RunFailure if it must not be published
   */
  void require(long papers, long rejections) {
    if (papersRequired && papers == 0) {
      throw refused("no paper was found, and --fail-if-empty is on: nothing was published", "");
    }
    if (mostRejections != null && rejections > mostRejections) {
      throw refused(
          rejections + " pieces of the input were rejected, and " + mostRejections + " may be",
          ": nothing was published (run without --strict and --max-rejections to see them in the"
              + " table rejections)");
    }
    double percent = rejections == 0 ? 0 : 100.0 * rejections / (papers + rejections);
    if (mostRejectedPercent != null && percent > mostRejectedPercent) {
      throw refused(
          String.format(
              Locale.ROOT,
              "%.2f %% of the input's records and pieces were rejected, and %s %% may be",
              percent,
              mostRejectedPercent),
          ": nothing was published (run without --max-rejections to see them in the table"
              + " rejections)");
    }
  }

  private static RunFailure refused(String what, String consequence) {
    return new RunFailure(RunFailure.Cause.REFUSED_RESULT, what + consequence);
  }
}
