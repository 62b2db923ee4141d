package io.github.papersluice.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Gold labels and findings of a record, paired where their keys are equal; what is given twice can
 * be paired twice.
 */
record Matching<G, F>(List<Pair<G, F>> pairs, List<G> missed, List<F> falseAlarms) {

  record Pair<G, F>(G gold, F found) {}

  static <G, F, K> Matching<G, F> of(
      List<G> gold, Function<G, K> goldKey, List<F> found, Function<F, K> foundKey) {
    Map<K, Deque<G>> open = new HashMap<>();
    for (G label : gold) {
      open.computeIfAbsent(goldKey.apply(label), key -> new ArrayDeque<>()).add(label);
    }
    List<Pair<G, F>> pairs = new ArrayList<>();
    List<F> falseAlarms = new ArrayList<>();
    for (F finding : found) {
      Deque<G> labels = open.get(foundKey.apply(finding));
      if (labels == null || labels.isEmpty()) {
        falseAlarms.add(finding);
      } else {
        pairs.add(new Pair<>(labels.remove(), finding));
      }
    }
    List<G> missed =
        gold.stream().filter(label -> open.get(goldKey.apply(label)).contains(label)).toList();
    return new Matching<>(pairs, missed, falseAlarms);
  }

  Tally tally() {
    long hits = pairs.size();
    return new Tally(hits, hits + falseAlarms.size(), hits + missed.size());
  }
}
