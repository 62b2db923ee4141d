package io.github.papersluice.text.splitting;

import java.util.ArrayList;
import java.util.List;

/** Reads paragraphs that are furniture in each of their lines. */
final class FurnitureLines {
  /** No person's name is longer, in characters. */
  static final int LONGEST_NAME = 40;

  private final TextCleaner cleaner = new TextCleaner();

  /** A line and what it is. */
  record Line(Furniture kind, String text) {}

  /**
   * The lines of a paragraph.
   *
   * @return none if one of them is no furniture
   */
  List<Line> of(byte[] bytes, int start, int end) {
    List<Line> lines = new ArrayList<>(1);
    for (int i = start; i < end; ) {
      int lineEnd = lineEnd(bytes, i, end);
      Line line = lineEnd - i > Furniture.LONGEST ? null : line(bytes, i, lineEnd, lines);
      if (line == null) {
        return List.of();
      }
      lines.add(line);
      i = WhiteSpace.skip(bytes, lineEnd, end);
    }
    return lines;
  }

  private Line line(byte[] bytes, int start, int end, List<Line> above) {
    String text = cleaner.clean(bytes, start, WhiteSpace.trimEnd(bytes, start, end)).toString();
    Furniture kind = Furniture.of(text);
    if (kind == null && isName(text, above)) {
      kind = Furniture.MARK;
    }
    return kind == null ? null : new Line(kind, text);
  }

  /** The line below {@code Submitted by}. */
  private static boolean isName(String text, List<Line> above) {
    return !above.isEmpty()
        && above.get(above.size() - 1).kind() == Furniture.SUBMITTED_BY
        && text.length() <= LONGEST_NAME;
  }

  private static int lineEnd(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && !WhiteSpace.isLineBreak(bytes[i])) {
      i++;
    }
    return i;
  }
}
