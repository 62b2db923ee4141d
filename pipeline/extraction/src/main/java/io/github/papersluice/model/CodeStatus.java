package io.github.papersluice.model;

/** What a record says of its code, by its links and its words. */
public enum CodeStatus {
  /** The code can be had now. */
  AVAILABLE,

  /** The code is promised, with or without a link. */
  PROMISED,

  /** Nothing is said of the paper's own code. */
  NONE
}
