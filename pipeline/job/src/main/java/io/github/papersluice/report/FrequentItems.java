package io.github.papersluice.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.util.Utf8;

/**
 * Counts how often each item comes, in bounded memory. Exact while there are no more distinct items
 * than the capacity; beyond that the rare ones are dropped and no count is short by more than
 * {@link #error()}.
 *
 * <p>Misra and Gries (Finding repeated elements, 1982), in the batched form: when twice the
 * capacity is held, the count at rank "capacity" is taken off every count and what has none left is
 * dropped. Depends on the counts only, never on hash order.
 */
final class FrequentItems<T extends Comparable<? super T>> {
  /** An item and how often it came. */
  record Item<T>(T item, long count) {}

  private static final class Count {
    private long value;
  }

  /** The longest text that is told from others, in bytes and, if it is longer, in code points. */
  private static final int TEXT_LENGTH = 120;

  private final int capacity;
  private final UnaryOperator<T> copy;
  private final Map<T, Count> counts = new HashMap<>();
  private long error;

  private FrequentItems(int capacity, UnaryOperator<T> copy) {
    this.capacity = capacity;
    this.copy = copy;
  }

  /** Counts texts; those of more than {@value #TEXT_LENGTH} bytes by their beginning. */
  static FrequentItems<Utf8> ofTexts(int capacity) {
    return new FrequentItems<Utf8>(capacity, Utf8::new);
  }

  /** Counts numbers. */
  static FrequentItems<Long> ofNumbers(int capacity) {
    return new FrequentItems<Long>(capacity, UnaryOperator.identity());
  }

  /** A text as it is counted. */
  static Utf8 bounded(Utf8 text) {
    return text.getByteLength() <= TEXT_LENGTH ? text : new Utf8(Shortened.of(text, TEXT_LENGTH));
  }

  /** Counts an item; it is copied if it is kept. */
  void add(T item) {
    Count count = counts.get(item);
    if (count == null) {
      count = new Count();
      counts.put(copy.apply(item), count);
    }
    count.value++;
    if (counts.size() > 2 * capacity) {
      dropRare();
    }
  }

  private void dropRare() {
    long[] sorted = counts.values().stream().mapToLong(count -> count.value).toArray();
    Arrays.sort(sorted);
    long taken = sorted[sorted.length - 1 - capacity];
    error += taken;
    counts.values().forEach(count -> count.value -= taken);
    counts.values().removeIf(count -> count.value <= 0);
  }

  /** How many distinct items came; a lower bound if {@link #error()} is not 0. */
  int distinct() {
    return counts.size();
  }

  /** By how much a count may be short; 0 if all counts are exact. */
  long error() {
    return error;
  }

  /** The most frequent items, equal counts in the items' order. */
  List<Item<T>> top(int limit) {
    Comparator<Item<T>> order =
        Comparator.<Item<T>>comparingLong(Item::count)
            .reversed()
            .thenComparing(Item::item, Comparator.naturalOrder());
    return counts.entrySet().stream()
        .map(entry -> new Item<>(entry.getKey(), entry.getValue().value))
        .sorted(order)
        .limit(limit)
        .toList();
  }
}
