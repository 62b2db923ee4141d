package io.github.papersluice.evaluation;

/**
 * The figures of one measure. A figure whose denominator is 0 is NaN.
 *
 * @param measure what is scored
 * @param hits found and in the gold labels
 * @param found all that was found
 * @param support all that the gold labels hold
 * @param precision {@code hits / found}
 * @param recall {@code hits / support}
 * @param f1 {@code 2 hits / (found + support)}
 * @param precisionInterval bootstrap 95 % interval
 * @param recallInterval bootstrap 95 % interval
 * @param f1Interval bootstrap 95 % interval
 */
public record Score(
    Measure measure,
    long hits,
    long found,
    long support,
    double precision,
    double recall,
    double f1,
    Interval precisionInterval,
    Interval recallInterval,
    Interval f1Interval) {

  static Score of(Measure measure, Tally total, Bootstrap bootstrap) {
    return new Score(
        measure,
        total.hits(),
        total.found(),
        total.gold(),
        total.precision(),
        total.recall(),
        total.f1(),
        bootstrap.interval(Tally::precision),
        bootstrap.interval(Tally::recall),
        bootstrap.interval(Tally::f1));
  }
}
