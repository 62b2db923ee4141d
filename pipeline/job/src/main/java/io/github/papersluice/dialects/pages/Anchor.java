package io.github.papersluice.dialects.pages;

/**
 * A piece with which a paper's card begins.
 *
 * @param index of the piece among the page's
 * @param piece the piece itself
 * @param form how it shows its title
 * @param titled the title and what stands behind it
 */
record Anchor(int index, Piece piece, Form form, TitledText titled) {
  /** How a page shows the titles of its papers; where two are as many, the first is taken. */
  enum Form {
    LABELLED,
    HEADING,
    ROW,
    ITEM,
    STRESSED,
    LINKED,
    NUMBERED,
    PLAIN
  }

  /** The titles of a page that are alike: all headings of a level, all items of a depth. */
  String group() {
    return form + ":" + (form == Form.HEADING || form == Form.ITEM ? piece.level() : 0);
  }

  /** Whether its own line leads to a paper's page. */
  boolean hasPaper() {
    return piece.paper() != null;
  }
}
