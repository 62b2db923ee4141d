package io.github.papersluice.evaluation;

import java.util.List;

/**
 * How well extraction did on a digest.
 *
 * @param gold the gold labels' name
 * @param records how many records were scored
 * @param scores one for each {@link Measure}, in its order
 * @param mistakes every difference, by measure, then by record
 * @param confusions which values were taken for which, for measures that have few values
 */
public record Scores(
    String gold,
    int records,
    List<Score> scores,
    List<Mistake> mistakes,
    List<Confusion> confusions) {

  /** Takes immutable copies of the lists. */
  public Scores {
    scores = List.copyOf(scores);
    mistakes = List.copyOf(mistakes);
    confusions = List.copyOf(confusions);
  }

  /** The figures of a measure. */
  public Score score(Measure measure) {
    return scores.stream().filter(score -> score.measure() == measure).findFirst().orElseThrow();
  }
}
