package io.github.papersluice.text.sizes;

import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.rules.Rule;
import io.github.papersluice.text.sizes.Mention.Unit;
import io.github.papersluice.text.sizes.Mention.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The numbers of one field with the verdict on each. */
final class FieldReader {
  private final Utf8Text text;
  private final TextField field;
  private final Tokens tokens;
  private final NameReader names;
  private final Owners owners;
  private final Phrases phrases;
  private final Context context;
  private final List<Mention> mentions;

  private final Set<Long> counts = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> dataStems = new HashSet<>();
  private final Set<String> datasets = new HashSet<>();

  private FieldReader(Utf8Text text, TextField field) {
    this.text = text;
    this.field = field;
    tokens = Tokens.of(text);
    NameBounds bounds = new NameBounds(tokens, new NameShapes(tokens));
    names = new NameReader(tokens, bounds);
    phrases = new Phrases(tokens);
    owners = new Owners(tokens, bounds, names, phrases, field == TextField.TITLE);
    context = new Context(tokens, names, phrases);
    mentions = new NumberLists(tokens, names).read();
  }

  /** Reads and judges the numbers of a field. */
  static FieldReader read(Utf8Text text, TextField field, int[] excludedRanges) {
    FieldReader scanned = new FieldReader(text, field);
    scanned.exclude(excludedRanges);
    scanned.judge();
    return scanned;
  }

  private void exclude(int[] ranges) {
    int range = 0;
    for (Mention mention : mentions) {
      int start = tokens.start(mention.first);
      while (range < ranges.length && ranges[range + 1] <= start) {
        range += 2;
      }
      if (range < ranges.length && ranges[range] < tokens.end(mention.last)) {
        mention.verdict = Verdict.NO;
      }
    }
  }

  private void judge() {
    for (int from = 0; from < mentions.size(); ) {
      int to = listEnd(from);
      if (mentions.get(from).verdict == Verdict.OPEN) {
        Verdict verdict = context.judge(mentions.get(from), mentions.get(to - 1));
        for (int i = from; i < to; i++) {
          mentions.get(i).verdict = verdict;
          if (verdict == Verdict.YES) {
            counts.add(mentions.get(i).parameters);
            stems.add(names.stem(mentions.get(i)));
          } else if (verdict == Verdict.NO && mentions.get(i).attached) {
            dataStems.add(names.stem(mentions.get(i)));
            if (phrases.isDatasetNext(mentions.get(i).last)) {
              datasets.add(fullName(mentions.get(i)));
            }
          }
        }
      }
      from = to;
    }
  }

  private String fullName(Mention mention) {
    return names.stem(mention) + mention.parameters;
  }

  private int listEnd(int from) {
    int to = from + 1;
    while (to < mentions.size() && mentions.get(to).list == mentions.get(from).list) {
      to++;
    }
    return to;
  }

  /** Decides what was left open, by what this field and the other one say. */
  void settle(FieldReader other) {
    for (Mention mention : mentions) {
      // "MM-5B" is a data set everywhere if it is called one once.
      if (mention.attached
          && (datasets.contains(fullName(mention)) || other.datasets.contains(fullName(mention)))) {
        mention.verdict = Verdict.NO;
      }
    }
    // Twice, as the first pass may count what an earlier number needs.
    settleOpen(other);
    settleOpen(other);
    describe();
  }

  private void settleOpen(FieldReader other) {
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention.verdict == Verdict.OPEN && (isSettled(mention, other) || isBesideSize(i))) {
        mention.verdict = Verdict.YES;
        counts.add(mention.parameters);
      }
    }
  }

  // "XFoo-564M and mFoo-1.3B", "Foo-base (110M) and Foo-large (340M)": of two names beside each
  // other
  // both have a size if one has.
  private boolean isBesideSize(int index) {
    Mention mention = mentions.get(index);
    return mention.unit == Unit.MILLION
        && ((index > 0 && context.areBeside(mentions.get(index - 1), mention))
            || (index + 1 < mentions.size()
                && context.areBeside(mention, mentions.get(index + 1))));
  }

  // An open number is a size if the record elsewhere counts as many parameters, or if its sentence
  // speaks of models and not of data.
  private boolean isSettled(Mention mention, FieldReader other) {
    if (holds(mention.parameters) || (other != this && other.holds(mention.parameters))) {
      return true;
    }
    String stem = mention.attached ? names.stem(mention) : "";
    if (!stem.isEmpty() && (dataStems.contains(stem) || other.dataStems.contains(stem))) {
      return false;
    }
    if (!stem.isEmpty()
        && mention.unit != Unit.THOUSAND
        && mention.unit != Unit.TRILLION
        && (stems.contains(stem) || other.stems.contains(stem))) {
      return true;
    }
    return context.isAboutModels(mention);
  }

  private boolean holds(long parameters) {
    return counts.contains(parameters);
  }

  private void describe() {
    mentions.removeIf(mention -> mention.verdict != Verdict.YES);
    for (int from = 0; from < mentions.size(); ) {
      int to = listEnd(from);
      assignRoles(from, to);
      assignExactness(from, to);
      owners.assign(mentions, from, to);
      from = to;
    }
  }

  private void assignRoles(int from, int to) {
    Mention first = mentions.get(from);
    Mention last = mentions.get(to - 1);
    Rule<SizeRole> shared = SizeRules.ROLE.first(tokens, first.first, last.last, 0);
    boolean larger = to - from == 2 && first.parameters > last.parameters;
    for (int i = from; i < to; i++) {
      Mention mention = mentions.get(i);
      long flags = larger && i == from ? SizeRules.LARGER_OF_TWO : 0;
      Rule<SizeRole> own = SizeRules.OWN_ROLE.first(tokens, mention.first, mention.last, flags);
      mention.roleRule = own == null ? shared : own;
    }
  }

  // A number without a word of its own is qualified as the one before it in its list.
  private void assignExactness(int from, int to) {
    Rule<Exactness> rule = null;
    for (int i = from; i < to; i++) {
      Mention mention = mentions.get(i);
      Rule<Exactness> own = SizeRules.EXACTNESS.first(tokens, mention.first, mention.last, 0);
      rule = own == null || own.value() == null ? rule : own;
      mention.exactnessRule = rule;
    }
  }

  /** The sizes found, in the order of the text. */
  List<ModelSize> sizes() {
    List<ModelSize> sizes = new ArrayList<>(mentions.size());
    int at = text.start();
    int offset = 0;
    for (Mention mention : mentions) {
      int start = tokens.start(mention.first);
      int end = tokens.end(mention.last);
      offset += text.codePoints(at, start);
      int length = text.codePoints(start, end);
      sizes.add(
          new ModelSize(
              field,
              offset,
              offset + length,
              text.substring(start, end),
              mention.parameters,
              mention.experts,
              mention.role(),
              mention.model,
              mention.exactness()));
      offset += length;
      at = end;
    }
    return sizes;
  }
}
