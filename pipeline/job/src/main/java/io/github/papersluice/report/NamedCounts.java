package io.github.papersluice.report;

import io.github.papersluice.report.FrequentItems.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.util.Utf8;

/** Counts names by a key, and knows how each is spelled most often. In bounded memory. */
final class NamedCounts {
  /** A name as spelled most often, and its count. */
  record Named(String key, String name, long count) {}

  /** Distinct keys up to which the counts are exact. */
  private static final int CAPACITY = 1 << 15;

  /** What cannot be part of a key or a name. */
  private static final String SEPARATOR = "\t";

  private final FrequentItems<Utf8> keys = FrequentItems.ofTexts(CAPACITY);
  private final FrequentItems<Utf8> spellings = FrequentItems.ofTexts(CAPACITY);

  void add(String key, String name) {
    keys.add(FrequentItems.bounded(new Utf8(key)));
    spellings.add(FrequentItems.bounded(new Utf8(key + SEPARATOR + name)));
  }

  /** The most frequent, equal counts in the keys' order. */
  List<Named> top(int limit) {
    Map<String, String> spelled = spellings();
    return keys.top(limit).stream().map(item -> named(item, spelled)).toList();
  }

  private static Named named(Item<Utf8> item, Map<String, String> spelled) {
    String key = item.item().toString();
    return new Named(key, spelled.getOrDefault(key, key), item.count());
  }

  /** How the keys are spelled most often. */
  Map<String, String> spellings() {
    Map<String, String> spelled = new HashMap<>();
    for (Item<Utf8> item : spellings.top(Integer.MAX_VALUE)) {
      String[] spelling = item.item().toString().split(SEPARATOR, 2);
      if (spelling.length == 2) {
        spelled.putIfAbsent(spelling[0], spelling[1]);
      }
    }
    return spelled;
  }
}
