package io.github.papersluice.text.sizes;

import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.rules.Rule;
import io.github.papersluice.text.sizes.Mention.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The numbers of one field with what is decided on each. */
final class FieldReader {
  private final Utf8Text text;
  private final TextField field;
  private final Tokens tokens;
  private final Owners owners;
  private final Phrases phrases;
  private final NumberFacts facts;
  private final RecordJudge record;
  private final List<Mention> mentions;
  private final List<Mention> accepted = new ArrayList<>();

  private FieldReader(Utf8Text text, TextField field) {
    this.text = text;
    this.field = field;
    tokens = Tokens.of(text);
    FieldNames fieldNames = new FieldNames(tokens, field == TextField.TITLE);
    NameReader names = new NameReader(fieldNames);
    phrases = new Phrases(tokens);
    owners = new Owners(fieldNames, names, phrases);
    facts = new NumberFacts(tokens, names, phrases);
    boolean unitWords = Trigger.holdsUnitWord(text.array(), text.start(), text.end(), false);
    mentions = new NumberLists(tokens, names, unitWords).read();
    record = new RecordJudge(names, new SentenceContext(tokens, names, facts), mentions);
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
        mention.decide(RecordRule.IN_LINK);
      }
    }
  }

  private void judge() {
    for (int from = 0; from < mentions.size(); ) {
      int to = listEnd(mentions, from);
      if (mentions.get(from).verdict == Verdict.OPEN) {
        Rule<Verdict> rule = judge(mentions.get(from), mentions.get(to - 1));
        for (Mention mention : mentions.subList(from, to)) {
          mention.decide(rule);
          boolean data = rule.value() == Verdict.NO && facts.isCalledDataset(mention);
          record.note(mention, data);
        }
      }
      from = to;
    }
  }

  private static int listEnd(List<Mention> mentions, int from) {
    int to = from + 1;
    while (to < mentions.size() && mentions.get(to).list == mentions.get(from).list) {
      to++;
    }
    return to;
  }

  private Rule<Verdict> judge(Mention first, Mention last) {
    Rule<Verdict> code = code(first);
    code = code != null || first == last ? code : code(last);
    if (code != null) {
      return code;
    }
    int start = first.attached ? first.cluster : first.first;
    return SizeRules.VERDICT.first(tokens, start, last.last, facts.of(first, last));
  }

  /** The rule by which a number is a code; null if none is. */
  private Rule<Verdict> code(Mention mention) {
    Rule<Verdict> rule =
        SizeRules.CODE.first(tokens, mention.first, mention.last, facts.ofForm(mention));
    return rule == null || rule.value() == null ? null : rule;
  }

  /** Decides what was left open, by what this field and the other one say; once. */
  void settle(FieldReader other) {
    record.settle(other.record);
    for (Mention mention : mentions) {
      if (mention.verdict == Verdict.YES) {
        accepted.add(mention);
      }
    }
    for (int from = 0; from < accepted.size(); ) {
      int to = listEnd(accepted, from);
      assignRoles(from, to);
      assignExactness(from, to);
      owners.assign(accepted, from, to);
      from = to;
    }
    new Ellipses(tokens).settle(accepted);
  }

  private void assignRoles(int from, int to) {
    Mention first = accepted.get(from);
    Mention last = accepted.get(to - 1);
    Rule<SizeRole> shared = SizeRules.ROLE.first(tokens, first.first, last.last, 0);
    boolean larger = to - from == 2 && first.parameters > last.parameters;
    for (int i = from; i < to; i++) {
      Mention mention = accepted.get(i);
      long flags = larger && i == from ? SizeRules.LARGER_OF_TWO : 0;
      Rule<SizeRole> own = SizeRules.OWN_ROLE.first(tokens, mention.first, mention.last, flags);
      mention.roleRule = own == null ? shared : own;
    }
  }

  // A number without a word of its own is qualified as the one before it in its list.
  private void assignExactness(int from, int to) {
    Rule<Exactness> rule = null;
    for (Mention mention : accepted.subList(from, to)) {
      Rule<Exactness> own = SizeRules.EXACTNESS.first(tokens, mention.first, mention.last, 0);
      rule = rule == null || (own != null && own.value() != null) ? own : rule;
      mention.exactnessRule = rule;
    }
  }

  /** The sizes found, in the order of the text. */
  List<ModelSize> sizes() {
    List<ModelSize> sizes = new ArrayList<>(accepted.size());
    int at = text.start();
    int offset = 0;
    for (Mention mention : accepted) {
      int start = tokens.start(mention.first);
      int end = tokens.end(mention.last);
      offset += text.codePoints(at, start);
      int length = text.codePoints(start, end);
      sizes.add(size(mention, offset, length));
      offset += length;
      at = end;
    }
    return sizes;
  }

  private ModelSize size(Mention mention, int offset, int length) {
    return new ModelSize(
        field,
        offset,
        offset + length,
        surface(mention),
        mention.parameters,
        mention.experts,
        mention.role(),
        mention.model,
        mention.exactness());
  }

  private String surface(Mention mention) {
    return text.substring(tokens.start(mention.first), tokens.end(mention.last));
  }

  /** What was decided on each number, in the order of the text. */
  List<SizeExplanation> explanations() {
    List<SizeExplanation> explanations = new ArrayList<>();
    for (Mention mention : mentions) {
      int start = text.codePoints(text.start(), tokens.start(mention.first));
      int end = text.codePoints(text.start(), tokens.end(mention.last));
      explanations.add(SizeExplanation.of(mention, field, start, end, surface(mention)));
    }
    return explanations;
  }
}
