package io.github.papersluice.dialects.pages;

import java.util.ArrayList;
import java.util.List;

/** The blocks of a page without markup: paragraphs between empty lines. */
final class PlainBlocks {
  private static final int SHORTEST_RULE = 3;

  private final String text;
  private final List<Block> blocks = new ArrayList<>();
  private List<Line> lines = new ArrayList<>();

  private PlainBlocks(String text) {
    this.text = text;
  }

  /** The blocks of a page. */
  static List<Block> of(String text) {
    PlainBlocks plain = new PlainBlocks(text);
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(text, start);
      plain.line(start, end);
      start = end + 1;
    }
    plain.endBlock();
    return plain.blocks;
  }

  private static int lineEnd(String text, int start) {
    int i = start;
    while (i < text.length() && !isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private void line(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && FieldText.isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && FieldText.isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      if (!isLineFeedOfPair(start)) {
        endBlock();
      }
    } else if (isRule(from, to)) {
      endBlock();
      blocks.add(new Block(Block.Kind.RULE, 0, false, List.of(), List.of(), from, to));
    } else {
      lines.add(Line.plain(text.substring(from, to), from, to));
    }
  }

  /** The empty stretch between CR and LF is no empty line. */
  private boolean isLineFeedOfPair(int start) {
    return start > 0
        && start < text.length()
        && text.charAt(start) == '\n'
        && text.charAt(start - 1) == '\r';
  }

  private boolean isRule(int from, int to) {
    char first = text.charAt(from);
    if (to - from < SHORTEST_RULE || "-=_*~".indexOf(first) < 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != first && text.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  private void endBlock() {
    if (!lines.isEmpty()) {
      int start = lines.get(0).start();
      int end = lines.get(lines.size() - 1).end();
      blocks.add(new Block(Block.Kind.TEXT, 0, false, lines, List.of(), start, end));
      lines = new ArrayList<>();
    }
  }
}
