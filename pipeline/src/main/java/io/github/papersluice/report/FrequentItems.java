package io.github.papersluice.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts how often each string comes, in bounded memory. Exact while there are no more distinct
 * strings than the capacity; beyond that the rare ones are dropped and no count is short by more
 * than {@link #error()}.
 *
 * <p>Misra and Gries (Finding repeated elements, 1982), in the batched form: when twice the
 * capacity is held, the count at rank "capacity" is taken off every count and what has none left is
 * dropped. Depends on the counts only, never on hash order.
 */
final class FrequentItems {
  /** A string and how often it came. */
  record Item(String name, long count) {}

  private static final Comparator<Item> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Item::count).reversed().thenComparing(Item::name);

  private final int capacity;
  private final Map<String, Long> counts = new HashMap<>();
  private long error;

  FrequentItems(int capacity) {
    this.capacity = capacity;
  }

  void add(String name) {
    counts.merge(name, 1L, Long::sum);
    if (counts.size() > 2 * capacity) {
      dropRare();
    }
  }

  private void dropRare() {
    long[] sorted = counts.values().stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    long taken = sorted[sorted.length - 1 - capacity];
    error += taken;
    counts.replaceAll((name, count) -> count - taken);
    counts.values().removeIf(count -> count <= 0);
  }

  /** How many distinct strings came; a lower bound if {@link #error()} is not 0. */
  int distinct() {
    return counts.size();
  }

  /** By how much a count may be short; 0 if all counts are exact. */
  long error() {
    return error;
  }

  /** The most frequent strings, equal counts in the strings' order. */
  List<Item> top(int limit) {
    return counts.entrySet().stream()
        .map(entry -> new Item(entry.getKey(), entry.getValue()))
        .sorted(MOST_FREQUENT_FIRST)
        .limit(limit)
        .toList();
  }
}
