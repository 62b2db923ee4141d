package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Verdict;

/** The rules by which the rest of a record decides on a number that its own phrase leaves open. */
enum RecordRule {
  /** It is part of a link. */
  IN_LINK(Verdict.NO),

  /** The same name with the same number is called a data set elsewhere: "the MM-5B dataset". */
  CALLED_A_DATA_SET(Verdict.NO),

  /** The record counts as many parameters elsewhere. */
  SAME_COUNT(Verdict.YES),

  /** The same name has another number elsewhere that counts data; the number stays open. */
  NAME_OF_DATA(Verdict.OPEN),

  /** The same name has a size elsewhere: "Foo-7B" for "Foo-300M". */
  NAME_OF_A_MODEL(Verdict.YES),

  /** Its sentence speaks of models and not of data. */
  SENTENCE_ON_MODELS(Verdict.YES),

  /** Only "and" is between it and a size: "Foo (110M) and Bar (340M)". */
  BESIDE_A_SIZE(Verdict.YES),

  /** Nothing in the record tells; it is no size. */
  NOTHING_TELLS(Verdict.OPEN);

  private final Verdict verdict;

  RecordRule(Verdict verdict) {
    this.verdict = verdict;
  }

  Verdict verdict() {
    return verdict;
  }
}
