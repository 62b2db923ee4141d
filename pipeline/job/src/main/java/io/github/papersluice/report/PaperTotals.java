package io.github.papersluice.report;

import io.github.papersluice.report.NamedCounts.Named;
import io.github.papersluice.tables.PaperRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many of all papers link where and name what: each counts once, however often it does. */
final class PaperTotals {
  private final NamedCounts kinds = new NamedCounts();
  private final NamedCounts hosts = new NamedCounts();
  private final NamedCounts owners = new NamedCounts();
  private final NamedCounts models = new NamedCounts();
  private final FrequentItems<Long> sizes = FrequentItems.ofNumbers(1 << 12);
  private final long[] bins = new long[SizeScale.bins()];
  private final Trend trend = new Trend();
  private long withLinks;
  private long withSizes;

  /** Counts a paper with its links and sizes. */
  void add(PaperRow paper, List<Fact> facts) {
    trend.add(paper);
    if (facts.isEmpty()) {
      return;
    }
    Map<NamedCounts, Map<String, String>> names = new HashMap<>();
    Set<Long> numbers = new HashSet<>();
    boolean linked = false;
    for (Fact fact : facts) {
      if (fact instanceof Fact.Link link) {
        linked = true;
        collect(link, names);
      } else if (fact instanceof Fact.Size size) {
        numbers.add(size.parameters());
        collect(models, size.modelKey(), size.model(), names);
      }
    }
    names.forEach((counts, found) -> found.forEach(counts::add));
    withLinks += linked ? 1 : 0;
    withSizes += numbers.isEmpty() ? 0 : 1;
    numbers.forEach(sizes::add);
    numbers.stream()
        .filter(number -> number >= 1)
        .map(SizeScale::bin)
        .distinct()
        .forEach(bin -> bins[bin]++);
  }

  private void collect(Fact.Link link, Map<NamedCounts, Map<String, String>> names) {
    collect(kinds, link.kind(), link.kind(), names);
    collect(hosts, link.host(), link.host(), names);
    if (link.repository() != null) {
      String owner = link.repository().substring(0, link.repository().indexOf('/'));
      collect(owners, owner.toLowerCase(Locale.ROOT), owner, names);
    }
  }

  private static void collect(
      NamedCounts counts, String key, String name, Map<NamedCounts, Map<String, String>> names) {
    if (key != null) {
      names.computeIfAbsent(counts, any -> new HashMap<>()).putIfAbsent(key, name);
    }
  }

  List<Named> kinds(int limit) {
    return kinds.top(limit);
  }

  List<Named> hosts(int limit) {
    return hosts.top(limit);
  }

  List<Named> owners(int limit) {
    return owners.top(limit);
  }

  List<Named> models(int limit) {
    return models.top(limit);
  }

  /** How models are written in most papers, by their keys. */
  Map<String, String> modelNames() {
    return models.spellings();
  }

  /** The sizes that most papers name. */
  List<FrequentItems.Item<Long>> sizes(int limit) {
    return sizes.top(limit);
  }

  /** Papers that name a size in a bin of the {@link SizeScale}. */
  long inBin(int bin) {
    return bins[bin];
  }

  Trend trend() {
    return trend;
  }

  long withLinks() {
    return withLinks;
  }

  long withSizes() {
    return withSizes;
  }
}
