package io.github.papersluice.dialects.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a block that is one thing: what the state machine over a page reads.
 *
 * @param kind what it is
 * @param level of a heading; how deep an item is nested; else 0
 * @param field of a label, else null
 * @param quoted whether it stands in a quotation
 * @param lines its lines; of a label the text behind it, perhaps none
 * @param cells of a row, else none
 * @param start index of its first character in the page
 * @param end index after its last one
 */
record Piece(
    Kind kind,
    int level,
    Field field,
    boolean quoted,
    List<Line> lines,
    List<List<Line>> cells,
    int start,
    int end) {

  /** What a piece can be. */
  enum Kind {
    HEADING,
    TEXT,
    ITEM,
    HEADER,
    ROW,
    RULE,
    CODE,
    LABEL,
    DATE,
    FURNITURE
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean is(Field wanted) {
    return kind == Kind.LABEL && field == wanted;
  }

  /** Its text in one line without addresses. */
  String plain() {
    return FieldText.plain(lines);
  }

  /** The links in its lines. */
  List<Span> links() {
    List<Span> links = new ArrayList<>();
    for (Line line : lines) {
      links.addAll(line.links());
    }
    return links;
  }

  /** The first link to a paper's page, or null. */
  PaperAddress paper() {
    for (Line line : lines) {
      for (Span link : line.links()) {
        PaperAddress address = PaperAddress.of(link.target());
        if (address.isPaper()) {
          return address;
        }
      }
    }
    return null;
  }

  /** The same piece as something else. */
  Piece as(Kind newKind, Field newField) {
    return new Piece(newKind, level, newField, quoted, lines, cells, start, end);
  }
}
