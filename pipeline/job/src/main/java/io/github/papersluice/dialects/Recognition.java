package io.github.papersluice.dialects;

/**
 * Which dialect a digest is in, and why.
 *
 * @param dialect the dialect
 * @param reason what was seen, in words that follow "because it is": {@code a JSON array whose
 *     objects hold title and summary}
 * @param inRows whether the digest can be cut between its records; then the dialect's reader is a
 *     {@link RowReader}
 */
public record Recognition(Dialect dialect, String reason, boolean inRows) {

  /** A digest that is read from its beginning to its end. */
  public Recognition(Dialect dialect, String reason) {
    this(dialect, reason, false);
  }
}
