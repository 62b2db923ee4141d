package io.github.papersluice.dialects.pages;

/**
 * A stretch of a line that is more than text.
 *
 * @param kind what it is
 * @param from index of its first character in the line's text
 * @param to index after its last one; the same for an image
 * @param target a link's or image's address as written, else an empty text
 */
record Span(Kind kind, int from, int to, String target) {
  /** What a stretch can be. */
  enum Kind {
    LINK,
    IMAGE,
    STRONG,
    EMPHASIS
  }
}
