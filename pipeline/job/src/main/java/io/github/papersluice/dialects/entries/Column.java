package io.github.papersluice.dialects.entries;

import java.util.Locale;

/** What is kept of an entry: the columns of {@code papers} that a field can fill. */
enum Column {
  TITLE,
  ABSTRACT,
  ARXIV_ID,
  DOI,
  URL,
  AUTHORS,
  PUBLISHED_DATE,
  CATEGORIES,
  COMMENT,
  CODE_URL,
  PROJECT_URL,
  UPVOTES,

  /** The day that the digest is of; at the beginning of a path, {@code /} is the digest itself. */
  DIGEST_DATE;

  /** As the field map and {@code --fields} spell it. */
  String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
