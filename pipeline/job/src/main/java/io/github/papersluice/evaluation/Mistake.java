package io.github.papersluice.evaluation;

/**
 * A difference between what was found and what the gold labels hold.
 *
 * @param measure the measure that it lowers
 * @param outcome how it differs
 * @param position the record's place in its digest, from 1
 * @param title the record's title
 * @param expected what the gold labels hold; null for a false alarm, or for no model
 * @param found what was found; null for a miss, or for no model
 * @param excerpt the place in the text; null for a missed link that is not in the text as its URL
 *     is spelled
 * @param rule what decided, or null where no rule did or it is not known
 */
public record Mistake(
    Measure measure,
    Outcome outcome,
    int position,
    String title,
    String expected,
    String found,
    MarkedText excerpt,
    String rule) {

  /** How what was found differs from the gold labels. */
  public enum Outcome {
    /** In the gold labels and not found. */
    MISS,

    /** Found and not in the gold labels. */
    FALSE_ALARM,

    /** Found, with another role or model than in the gold labels. */
    WRONG
  }
}
