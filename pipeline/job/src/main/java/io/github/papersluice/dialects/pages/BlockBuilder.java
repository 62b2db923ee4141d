package io.github.papersluice.dialects.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Puts blocks together from what a parser tells in the order of the page. A new block ends the one
 * before it, so that wrong nesting does no harm; links and stress go on over its border.
 */
final class BlockBuilder {
  private static final int NONE = -1;
  private static final int DEEPEST_SPAN = 50;

  private record Open(Span.Kind kind, String target, int from) {}

  private final List<Block> blocks = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private Block.Kind kind = Block.Kind.TEXT;
  private int level;
  private int quotes;
  private List<Line> lines = new ArrayList<>();
  private final List<Line> imageOnly = new ArrayList<>(1);
  private List<List<Line>> cells;
  private int start = NONE;
  private int end;

  private final StringBuilder text = new StringBuilder();
  private List<Span> spans = new ArrayList<>();
  private int lineStart = NONE;
  private int lineEnd;

  /** The blocks, once all is told. */
  List<Block> blocks() {
    endBlock();
    return blocks;
  }

  /** Begins a block; the one before it ends. */
  void begin(Block.Kind newKind, int newLevel) {
    endBlock();
    kind = newKind;
    level = newLevel;
  }

  /** Ends the block; text that follows is a block of plain text. */
  void endBlock() {
    endLine();
    boolean row = kind == Block.Kind.ROW || kind == Block.Kind.HEADER;
    if (start != NONE && (!lines.isEmpty() || !imageOnly.isEmpty())) {
      List<Line> all = lines.isEmpty() ? List.copyOf(imageOnly) : lines;
      blocks.add(
          new Block(
              kind, level, quotes > 0, all, row && cells != null ? cells : List.of(), start, end));
    }
    lines = new ArrayList<>();
    imageOnly.clear();
    cells = null;
    start = NONE;
    kind = Block.Kind.TEXT;
    level = 0;
  }

  /** A rule between blocks. */
  void rule(int from, int to) {
    endBlock();
    blocks.add(new Block(Block.Kind.RULE, 0, quotes > 0, List.of(), List.of(), from, to));
  }

  /** Code or other content that is passed over. */
  void code(int from, int to) {
    endBlock();
    blocks.add(new Block(Block.Kind.CODE, 0, quotes > 0, List.of(), List.of(), from, to));
  }

  /** A quotation begins (1) or ends (-1). */
  void quote(int change) {
    endBlock();
    quotes = Math.max(0, quotes + change);
  }

  boolean inRow() {
    return kind == Block.Kind.ROW || kind == Block.Kind.HEADER;
  }

  boolean inHeading() {
    return kind == Block.Kind.HEADING;
  }

  /** Ends the cell before and begins the next one of the row. */
  void cell() {
    endLine();
    if (cells == null) {
      cells = new ArrayList<>();
    }
    cells.add(new ArrayList<>());
  }

  /** Makes the row a header. */
  void header() {
    if (kind == Block.Kind.ROW) {
      kind = Block.Kind.HEADER;
    }
  }

  /** Text, decoded, and the place in the page from which it came. */
  void text(String decoded, int from, int to) {
    reach(from, to);
    for (int i = 0; i < decoded.length(); i++) {
      text.append(MarkdownSource.restored(decoded.charAt(i)));
    }
  }

  /** White space between two pieces of text. */
  void space() {
    if (text.length() > 0) {
      text.append(' ');
    }
  }

  /** An image. */
  void image(String target, int from, int to) {
    reach(from, to);
    spans.add(new Span(Span.Kind.IMAGE, text.length(), text.length(), target));
  }

  /** A link or stress begins. */
  void beginSpan(Span.Kind spanKind, String target) {
    if (open.size() < DEEPEST_SPAN) {
      open.push(new Open(spanKind, target, text.length()));
    }
  }

  /** The innermost span of the kind ends. */
  void endSpan(Span.Kind spanKind) {
    Open last = null;
    for (Open each : open) {
      if (each.kind() == spanKind) {
        last = each;
        break;
      }
    }
    if (last != null) {
      open.remove(last);
      addSpan(last);
    }
  }

  /** A line of the block ends. */
  void endLine() {
    for (Open each : open) {
      addSpan(each);
    }
    reopen();
    String line = text.toString();
    if (lineStart != NONE) {
      start = start == NONE ? lineStart : Math.min(start, lineStart);
      end = Math.max(end, lineEnd);
      addLine(new Line(line, spans, lineStart, lineEnd));
    }
    text.setLength(0);
    spans = new ArrayList<>(2);
    lineStart = NONE;
  }

  private void addLine(Line line) {
    if (line.isBlank()) {
      if (!line.spans().isEmpty()) {
        imageOnly.add(line);
      }
      return;
    }
    lines.add(line);
    if (cells != null && !cells.isEmpty()) {
      cells.get(cells.size() - 1).add(line);
    }
  }

  private void reach(int from, int to) {
    lineStart = lineStart == NONE ? from : Math.min(lineStart, from);
    lineEnd = lineStart == from ? to : Math.max(lineEnd, to);
    if (start == NONE) {
      end = to;
    }
  }

  private void addSpan(Open span) {
    boolean image =
        span.kind() == Span.Kind.LINK
            && !spans.isEmpty()
            && spans.get(spans.size() - 1).kind() == Span.Kind.IMAGE;
    if (span.from() < text.length() || image) {
      spans.add(new Span(span.kind(), span.from(), text.length(), span.target()));
    }
  }

  private void reopen() {
    int count = open.size();
    for (int i = 0; i < count; i++) {
      Open each = open.removeLast();
      open.push(new Open(each.kind(), each.target(), 0));
    }
  }
}
