package io.github.papersluice.model;

/**
 * A piece of a digest that is no record.
 *
 * @param stage the step that refused it
 * @param reason why
 * @param detail the reason in a sentence for a person; the same for the same input
 * @param startByte first byte of the piece in the digest, from 0
 * @param endByte byte after its last one
 * @param excerpt the piece's beginning, at most {@value #EXCERPT_LENGTH} code points, one line
 */
public record Rejection(
    Stage stage, Reason reason, String detail, long startByte, long endByte, String excerpt) {

  /** The longest excerpt, in code points. */
  public static final int EXCERPT_LENGTH = 200;

  /** A step that can refuse. */
  public enum Stage {
    /** Opening, decompressing and decoding a file. */
    READ,

    /** Splitting text into records. */
    SPLIT
  }

  /** Why a piece is no record. */
  public enum Reason {
    /** The file is binary, not text. */
    NOT_TEXT,

    /** The file is compressed or encoded, and damaged from this place on. */
    DAMAGED,

    /** A title that no abstract follows. */
    TITLE_WITHOUT_ABSTRACT,

    /** An abstract that no title precedes. */
    ABSTRACT_WITHOUT_TITLE,

    /** A record longer than the longest that is read. */
    RECORD_TOO_LONG,

    /** A digest in a form that is not read, or with no papers in it. */
    UNKNOWN_DIALECT,

    /** An object, element, row or entry that breaks the rules of its form, or is cut short. */
    MALFORMED_ENTRY,

    /** An object, element, row or entry without a title. */
    ENTRY_WITHOUT_TITLE,

    /** A title or abstract that cannot be a paper's: a label, markup, a number, a book. */
    IMPLAUSIBLE_RECORD,

    /** A title that many records of the digest have, with other abstracts. */
    REPEATED_TITLE
  }
}
