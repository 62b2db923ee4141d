package io.github.papersluice.evaluation;

import io.github.papersluice.evaluation.Mistake.Outcome;
import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Link;
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
import java.util.function.Supplier;

/** What was found in a record, beside its gold labels. */
final class RecordComparison {
  private final int position;
  private final EvaluatedRecord record;
  private final Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Judgement> judgements = new ArrayList<>();

  private RecordComparison(int position, EvaluatedRecord record) {
    this.position = position;
    this.record = record;
  }

  static RecordComparison of(int position, EvaluatedRecord record, GoldRecord gold) {
    RecordComparison comparison = new RecordComparison(position, record);
    for (Measure measure : Measure.values()) {
      comparison.tallies.put(measure, Tally.NONE);
    }
    if (gold.links() != null) {
      LinkLabels labels = new LinkLabels(gold.links(), record.links());
      comparison.compareLinks(labels);
      comparison.compareRepositories(labels);
    }
    if (gold.codeStatus() != null && record.codeStatus() != null) {
      comparison.compareCodeStatus(gold.codeStatus(), record.codeStatus());
    }
    if (gold.sizes() != null) {
      comparison.compareSizes(gold.sizes());
    }
    return comparison;
  }

  /** A tally for each measure. */
  Map<Measure, Tally> tallies() {
    return tallies;
  }

  List<Judgement> judgements() {
    return judgements;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  private void compareLinks(LinkLabels labels) {
    Matching<GoldLink, Link> matching =
        Matching.of(labels.gold(), LinkLabels::key, labels.found(), labels::key);
    addLinks(
        Measure.LINKS,
        matching,
        link -> link.url().value() + " (" + link.kind() + ")",
        link -> link.url() + " (" + link.kind() + ")");
    compareAvailability(matching);
  }

  /** Two links into one repository are one repository. */
  private void compareRepositories(LinkLabels labels) {
    addLinks(
        Measure.REPOSITORIES,
        Matching.of(
            distinct(labels.gold(), GoldLink::repository),
            GoldLink::repository,
            distinct(labels.found(), labels::repository),
            labels::repository),
        GoldLink::repository,
        Link::repository);
  }

  private void compareAvailability(Matching<GoldLink, Link> matching) {
    long labelled = 0;
    long hits = 0;
    for (Matching.Pair<GoldLink, Link> pair : matching.pairs()) {
      Accepted<Availability> label = pair.gold().availability();
      if (label != null) {
        Link link = pair.found();
        String expected = label.expected(link.availability()).name();
        labelled++;
        hits += expected.equals(link.availability().name()) ? 1 : 0;
        judge(
            Measure.AVAILABILITY,
            expected,
            link.availability().name(),
            excerpt(link.field(), link.start(), link.end()),
            () -> DecidingRule.ofAvailability(record, link));
      }
    }
    tallies.put(Measure.AVAILABILITY, new Tally(hits, labelled, labelled));
  }

  private void compareCodeStatus(Accepted<CodeStatus> label, CodeStatus found) {
    CodeStatus expected = label.expected(found);
    tallies.put(Measure.CODE_STATUS, new Tally(expected == found ? 1 : 0, 1, 1));
    judge(
        Measure.CODE_STATUS,
        expected.name(),
        found.name(),
        null,
        () -> DecidingRule.ofCodeStatus(record));
  }

  /** Takes note of a value, and of a mistake if another was expected. */
  private void judge(
      Measure measure, String expected, String found, MarkedText excerpt, Supplier<String> rule) {
    judgements.add(new Judgement(measure, expected, found));
    if (!expected.equals(found)) {
      add(measure, Outcome.WRONG, expected, found, excerpt, rule.get());
    }
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
      MarkedText excerpt = excerpt(link.field(), link.start(), link.end());
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
      MarkedText excerpt = excerpt(size.field(), size.start(), size.end());
      String rule = DecidingRule.ofSize(record, size.field(), size.start(), size.end());
      add(Measure.SIZES, Outcome.MISS, SizeKey.of(size).toString(), null, excerpt, rule);
    }
    for (ModelSize size : matching.falseAlarms()) {
      MarkedText excerpt = excerpt(size.field(), size.start(), size.end());
      String rule = DecidingRule.ofSize(record, size.field(), size.start(), size.end());
      add(Measure.SIZES, Outcome.FALSE_ALARM, null, SizeKey.of(size).toString(), excerpt, rule);
    }
    compare(
        Measure.ROLE,
        matching,
        pair -> pair.gold().role().expected(pair.found().role()).name(),
        size -> size.role().name());
    compare(
        Measure.MODEL,
        matching,
        pair -> pair.gold().model().expected(pair.found().model()),
        ModelSize::model);
  }

  /** Compares a property of the sizes that were hit. */
  private void compare(
      Measure measure,
      Matching<GoldSize, ModelSize> matching,
      Function<Matching.Pair<GoldSize, ModelSize>, String> expected,
      Function<ModelSize, String> found) {
    int hits = 0;
    for (Matching.Pair<GoldSize, ModelSize> pair : matching.pairs()) {
      String wanted = expected.apply(pair);
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

  /** The place in the title or abstract; null in other fields, which a record does not hold. */
  private MarkedText excerpt(TextField field, int start, int end) {
    boolean shown = field == TextField.TITLE || field == TextField.ABSTRACT;
    return shown ? MarkedText.of(field, record.text(field), start, end) : null;
  }

  private void add(
      Measure measure, Outcome outcome, String expected, String found, MarkedText excerpt) {
    add(measure, outcome, expected, found, excerpt, null);
  }

  private void add(
      Measure measure,
      Outcome outcome,
      String expected,
      String found,
      MarkedText excerpt,
      String rule) {
    mistakes.add(
        new Mistake(measure, outcome, position, record.title(), expected, found, excerpt, rule));
  }
}
