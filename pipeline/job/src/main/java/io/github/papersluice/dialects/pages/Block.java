package io.github.papersluice.dialects.pages;

import java.util.List;

/**
 * A typed block of a page.
 *
 * @param kind what it is
 * @param level of a heading, 1 to 6, or {@value #SUMMARY_LEVEL} for the line that stands on a
 *     folded part; how deep an item is nested, from 1; else 0
 * @param quoted whether it stands in a quotation
 * @param lines its lines, of which none is blank; of a row the lines of all cells
 * @param cells of a row, else none; a cell may have no lines
 * @param start index of its first character in the page
 * @param end index after its last one
 */
record Block(
    Kind kind,
    int level,
    boolean quoted,
    List<Line> lines,
    List<List<Line>> cells,
    int start,
    int end) {
  /** The level of {@code <summary>}. */
  static final int SUMMARY_LEVEL = 7;

  /** What a block can be. */
  enum Kind {
    HEADING,
    TEXT,
    /** The first paragraph of a list item. */
    ITEM,
    HEADER,
    ROW,
    RULE,
    CODE
  }
}
