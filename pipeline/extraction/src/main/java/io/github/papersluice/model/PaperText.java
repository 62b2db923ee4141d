package io.github.papersluice.model;

/**
 * A record as split from a digest: a paper's title and abstract.
 *
 * @param title one line, never empty
 * @param abstractText one line; lines and paragraphs joined by spaces. Empty where a structured
 *     digest has a title only
 * @param startByte first byte of the title in the digest, from 0; of the object, element, row or
 *     card in a structured one
 * @param endByte byte after the last one of the abstract, object, element, row or card
 * @param heading the date line in force for this record, as written, or null
 * @param replacements how many ill-formed sequences and control characters were replaced by U+FFFD
 *     in the two fields
 * @param metadata what else the digest says of the paper
 */
public record PaperText(
    Utf8Text title,
    Utf8Text abstractText,
    long startByte,
    long endByte,
    String heading,
    int replacements,
    PaperMetadata metadata) {

  /** A record of plain text, which has no metadata. */
  public PaperText(
      Utf8Text title,
      Utf8Text abstractText,
      long startByte,
      long endByte,
      String heading,
      int replacements) {
    this(title, abstractText, startByte, endByte, heading, replacements, PaperMetadata.NONE);
  }
}
