package io.github.papersluice.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Scores what was extracted from a digest against its gold labels. */
public final class Evaluation {
  private final GoldLabels gold;
  private final Map<Measure, List<Tally>> tallies = new EnumMap<>(Measure.class);
  private final Map<Measure, List<Mistake>> mistakes = new EnumMap<>(Measure.class);

  private final List<Judgement> judgements = new ArrayList<>();

  private Evaluation(GoldLabels gold) {
    this.gold = gold;
    for (Measure measure : Measure.values()) {
      tallies.put(measure, new ArrayList<>());
      mistakes.put(measure, new ArrayList<>());
    }
  }

  /**
   * Scores a digest.
   *
   * @param records every record of the digest, in its order
   * @param gold the labels of the same records
   * @return figures and mistakes; the same for the same records and labels
   * @throws EvaluationException if the labels are not of these records: more or fewer, another
   *     title (white space aside), or a size whose surface does not stand at its place
   */
  public static Scores score(List<EvaluatedRecord> records, GoldLabels gold)
      throws EvaluationException {
    new GoldCheck(gold).check(records);
    Evaluation evaluation = new Evaluation(gold);
    for (int position = 1; position <= records.size(); position++) {
      evaluation.add(position, records.get(position - 1));
    }
    return evaluation.scores();
  }

  private void add(int position, EvaluatedRecord record) {
    RecordComparison comparison =
        RecordComparison.of(position, record, gold.records().get(position - 1));
    comparison.tallies().forEach((measure, tally) -> tallies.get(measure).add(tally));
    judgements.addAll(comparison.judgements());
    comparison.mistakes().forEach(mistake -> mistakes.get(mistake.measure()).add(mistake));
  }

  private Scores scores() {
    List<Score> scores = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      List<Tally> records = tallies.get(measure);
      Tally total = records.stream().reduce(Tally.NONE, Tally::plus);
      scores.add(Score.of(measure, total, new Bootstrap(records)));
    }
    List<Mistake> all = mistakes.values().stream().flatMap(List::stream).toList();
    List<Confusion> confusions = new ArrayList<>();
    for (Measure measure : List.of(Measure.AVAILABILITY, Measure.CODE_STATUS)) {
      Confusion confusion = Confusion.of(measure, judgements);
      if (!confusion.values().isEmpty()) {
        confusions.add(confusion);
      }
    }
    return new Scores(gold.name(), gold.size(), scores, all, confusions);
  }
}
