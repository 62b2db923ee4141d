package io.github.papersluice.text.sizes;

import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.text.rules.Rule;

/** A number that may be a model's size, with what is found out about it; places are tokens. */
final class Mention {
  /** What a number is multiplied by. */
  enum Unit {
    NONE(1),
    THOUSAND(1_000),
    MILLION(1_000_000),
    BILLION(1_000_000_000),
    TRILLION(1_000_000_000_000L);

    final long factor;

    Unit(long factor) {
      this.factor = factor;
    }
  }

  /** Whether the number is a model's size; OPEN if only the rest of the record can tell. */
  enum Verdict {
    YES,
    NO,
    OPEN
  }

  /** First token of the surface. */
  final int first;

  /** The token that holds the digits; after the experts. */
  final int number;

  /** Last token of the surface. */
  int last;

  Unit unit = Unit.NONE;

  /** The unit is a word: "billion", and not "B". */
  boolean unitIsWord;

  /** The unit is a small letter: "7b". */
  boolean unitIsLower;

  /** A space stands between the digits and the unit. */
  boolean unitIsSpaced;

  /** The unit is that of a later number of the same list. */
  boolean unitIsShared;

  Integer experts;
  long parameters;

  /** The list that the number belongs to; equal for its members. */
  int list;

  Verdict verdict = Verdict.OPEN;

  /** The rule that judged the number by its phrase; null where it is part of a link. */
  Rule<Verdict> phraseRule;

  /** The rule that judged it by the rest of the record; null if its phrase settled it. */
  RecordRule recordRule;

  /** The rule that decided the role; null if none did. */
  Rule<SizeRole> roleRule;

  /** The rule that decided the exactness, be it a list's earlier number's; null if none did. */
  Rule<Exactness> exactnessRule;

  String model;

  /** The rule that found the model, or found that there is none. */
  OwnerRule owner = OwnerRule.NONE;

  /** First token of the run of characters without a space that holds the number. */
  int cluster;

  /** The number is joined to a name on its left, as in "Llama-7B". */
  boolean attached;

  Mention(int first, int number) {
    this.first = first;
    this.number = number;
    this.last = number;
  }

  void decide(Rule<Verdict> rule) {
    phraseRule = rule;
    verdict = rule.value();
  }

  void decide(RecordRule rule) {
    recordRule = rule;
    verdict = rule.verdict();
  }

  SizeRole role() {
    return roleRule == null ? SizeRole.TOTAL : roleRule.value();
  }

  Exactness exactness() {
    boolean said = exactnessRule != null && exactnessRule.value() != null;
    return said ? exactnessRule.value() : Exactness.EXACT;
  }
}
