package io.github.papersluice.model;

/** What a sentence says of the thing behind its link. */
public enum Availability {
  /** It can be had now. */
  AVAILABLE,

  /** It will be: released later, coming soon, upon acceptance. */
  PROMISED,

  /** The sentence says neither. */
  UNKNOWN
}
