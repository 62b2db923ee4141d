package io.github.papersluice.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often which value was found where which one was expected.
 *
 * @param measure of which the values are
 * @param values all that were expected or found, in order of their names
 * @param counts by expected value, then by found value; what never came is not in it
 */
public record Confusion(
    Measure measure, List<String> values, Map<String, Map<String, Long>> counts) {

  static Confusion of(Measure measure, List<Judgement> judgements) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    TreeSet<String> values = new TreeSet<>();
    for (Judgement judgement : judgements) {
      if (judgement.measure() == measure) {
        counts
            .computeIfAbsent(judgement.expected(), any -> new TreeMap<>())
            .merge(judgement.found(), 1L, Long::sum);
        values.add(judgement.expected());
        values.add(judgement.found());
      }
    }
    return new Confusion(measure, List.copyOf(values), counts);
  }

  /** How often a value was found where another was expected. */
  public long count(String expected, String found) {
    return counts.getOrDefault(expected, Map.of()).getOrDefault(found, 0L);
  }

  /** The figures of one value: how often it was found and right, found, and expected. */
  Tally tally(String value) {
    long found = values.stream().mapToLong(other -> count(other, value)).sum();
    long expected = values.stream().mapToLong(other -> count(value, other)).sum();
    return new Tally(count(value, value), found, expected);
  }
}
