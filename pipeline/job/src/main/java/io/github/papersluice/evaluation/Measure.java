package io.github.papersluice.evaluation;

import java.util.Locale;

/** What is scored. */
public enum Measure {
  /** Distinct links of a record; a hit has the same URL and the same kind. */
  LINKS,

  /** Distinct GitHub repositories of a record; a hit is spelled the same, letter case and all. */
  REPOSITORIES,

  /** What is said of the links that were hit; precision, recall and F1 all are the accuracy. */
  AVAILABILITY,

  /** What records say of their code; precision, recall and F1 all are the accuracy. */
  CODE_STATUS,

  /**
   * Mentions of model sizes; a hit has the same field, start, end, surface, parameters and experts.
   */
  SIZES,

  /** The role of the sizes that were hit; precision, recall and F1 all are the accuracy. */
  ROLE,

  /**
   * The model of the sizes that were hit, the very string or rightly none; precision, recall and F1
   * all are the accuracy.
   */
  MODEL;

  /** Whether only some gold files hold labels for it; others are scored without. */
  public boolean isOptional() {
    return this == AVAILABILITY || this == CODE_STATUS;
  }

  /** The name in reports: {@code links}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
