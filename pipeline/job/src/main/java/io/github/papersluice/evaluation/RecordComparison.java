package io.github.papersluice.evaluation;

import io.github.papersluice.evaluation.Mistake.Outcome;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What was found in a record, beside its gold labels. */
final class RecordComparison {
  private final int position;
  private final EvaluatedRecord record;
  private final Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
  private final List<Mistake> mistakes = new ArrayList<>();

  private RecordComparison(int position, EvaluatedRecord record) {
    this.position = position;
    this.record = record;
  }

  static RecordComparison of(int position, EvaluatedRecord record, GoldRecord gold) {
    RecordComparison comparison = new RecordComparison(position, record);
    comparison.compareLinks(gold.links());
    comparison.compareRepositories(gold.links());
    comparison.compareSizes(gold.sizes());
    return comparison;
  }

  /** A tally for each measure. */
  Map<Measure, Tally> tallies() {
    return tallies;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  /** A link counts by URL and kind: a right URL of the wrong kind is a miss and a false alarm. */
  private record LinkKey(String url, LinkKind kind) {}

  private void compareLinks(List<GoldLink> gold) {
    addLinks(
        Measure.LINKS,
        Matching.of(
            gold,
            link -> new LinkKey(link.url(), link.kind()),
            record.links(),
            link -> new LinkKey(link.url(), link.kind())),
        link -> link.url() + " (" + link.kind() + ")",
        link -> link.url() + " (" + link.kind() + ")");
  }

  /** Two links into one repository are one repository. */
  private void compareRepositories(List<GoldLink> gold) {
    addLinks(
        Measure.REPOSITORIES,
        Matching.of(
            distinct(gold, GoldLink::repository),
            GoldLink::repository,
            distinct(record.links(), Link::repository),
            Link::repository),
        GoldLink::repository,
        Link::repository);
  }

  private static <T> List<T> distinct(Collection<T> links, Function<T, String> repository) {
    Map<String, T> first = new LinkedHashMap<>();
    for (T link : links) {
      if (repository.apply(link) != null) {
        first.putIfAbsent(repository.apply(link), link);
      }
    }
    return List.copyOf(first.values());
  }

  private void addLinks(
      Measure measure,
      Matching<GoldLink, Link> matching,
      Function<GoldLink, String> expected,
      Function<Link, String> found) {
    tallies.put(measure, matching.tally());
    for (GoldLink link : matching.missed()) {
      add(measure, Outcome.MISS, expected.apply(link), null, LinkPlace.find(record, link));
    }
    for (Link link : matching.falseAlarms()) {
      Excerpt excerpt = excerpt(link.field(), link.start(), link.end());
      add(measure, Outcome.FALSE_ALARM, null, found.apply(link), excerpt);
    }
  }

  /** What makes a size a hit: exact value and exact place. */
  private record SizeKey(
      TextField field, int start, int end, String surface, long parameters, Integer experts) {

    static SizeKey of(GoldSize size) {
      return new SizeKey(
          size.field(),
          size.start(),
          size.end(),
          size.surface(),
          size.parameters(),
          size.experts());
    }

    static SizeKey of(ModelSize size) {
      return new SizeKey(
          size.field(),
          size.start(),
          size.end(),
          size.surface(),
          size.parameters(),
          size.experts());
    }

    @Override
    public String toString() {
      String value = surface + " = " + parameters;
      return experts == null ? value : value + " (" + experts + " experts)";
    }
  }

  private void compareSizes(List<GoldSize> gold) {
    Matching<GoldSize, ModelSize> matching =
        Matching.of(gold, SizeKey::of, record.sizes(), SizeKey::of);
    tallies.put(Measure.SIZES, matching.tally());
    for (GoldSize size : matching.missed()) {
      Excerpt excerpt = excerpt(size.field(), size.start(), size.end());
      add(Measure.SIZES, Outcome.MISS, SizeKey.of(size).toString(), null, excerpt);
    }
    for (ModelSize size : matching.falseAlarms()) {
      Excerpt excerpt = excerpt(size.field(), size.start(), size.end());
      add(Measure.SIZES, Outcome.FALSE_ALARM, null, SizeKey.of(size).toString(), excerpt);
    }
    compare(Measure.ROLE, matching, size -> size.role().name(), size -> size.role().name());
    compare(Measure.MODEL, matching, GoldSize::model, ModelSize::model);
  }

  /** Compares a property of the sizes that were hit. */
  private void compare(
      Measure measure,
      Matching<GoldSize, ModelSize> matching,
      Function<GoldSize, String> expected,
      Function<ModelSize, String> found) {
    int hits = 0;
    for (Matching.Pair<GoldSize, ModelSize> pair : matching.pairs()) {
      String wanted = expected.apply(pair.gold());
      String got = found.apply(pair.found());
      if (Objects.equals(wanted, got)) {
        hits++;
      } else {
        ModelSize size = pair.found();
        add(measure, Outcome.WRONG, wanted, got, excerpt(size.field(), size.start(), size.end()));
      }
    }
    int pairs = matching.pairs().size();
    tallies.put(measure, new Tally(hits, pairs, pairs));
  }

  private Excerpt excerpt(TextField field, int start, int end) {
    return Excerpt.of(field, record.text(field), start, end);
  }

  private void add(
      Measure measure, Outcome outcome, String expected, String found, Excerpt excerpt) {
    mistakes.add(new Mistake(measure, outcome, position, record.title(), expected, found, excerpt));
  }
}
