package io.github.papersluice.model;

/** What a number of parameters counts. */
public enum SizeRole {
  /** All parameters of a model. */
  TOTAL,

  /** Those active per token, or the effective ones. */
  ACTIVE,

  /** Those trained, tuned, learned or added on top of a larger base model. */
  TRAINABLE
}
