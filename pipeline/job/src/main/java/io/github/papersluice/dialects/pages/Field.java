package io.github.papersluice.dialects.pages;

/** What a label of a page says that follows it. The words stand in {@code labels.txt}. */
enum Field {
  TITLE,
  ABSTRACT,
  /** An abstract where the page has no other. */
  SUMMARY,
  AUTHORS,
  LINK,
  ID,
  DOI,
  CODE,
  PROJECT,
  CATEGORIES,
  COMMENT,
  DATE,
  UPDATED,
  VOTES,
  OTHER,
  STRUCTURE;

  /** Whether its text may run over several lines or paragraphs. */
  boolean isText() {
    return this == ABSTRACT || this == SUMMARY || this == OTHER || this == STRUCTURE;
  }

  /** Whether the next line of its paragraph goes on with it. */
  boolean wraps() {
    return isText() || this == TITLE || this == AUTHORS || this == CATEGORIES || this == COMMENT;
  }
}
