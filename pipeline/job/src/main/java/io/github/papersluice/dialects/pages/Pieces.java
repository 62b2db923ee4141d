package io.github.papersluice.dialects.pages;

import io.github.papersluice.text.splitting.Byline;
import io.github.papersluice.text.splitting.Furniture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts blocks into pieces: at labels, at dates, at the furniture of the page. */
final class Pieces {
  /** A heading that stands as often with the same words is a label of each card. */
  private static final int OFTEN = 3;

  /** Mail, which wraps shortest, has 72 characters a line, less a long word. */
  private static final int SHORTEST_WRAPPED = 50;

  /** No line holds more labels. */
  private static final int MOST_CUTS = 12;

  /** What arXiv's feeds put before each abstract. */
  private static final Pattern ANNOUNCED =
      Pattern.compile("\\s*arXiv:\\S+\\s+Announce Type:\\s+\\S+\\s+(?=Abstract:)");

  private final List<Piece> pieces = new ArrayList<>();
  private final Map<String, Integer> labelCounts = new HashMap<>();
  private int abstracts;

  private Piece.Kind kind;
  private int level;
  private Field field;
  private boolean quoted;
  private List<Line> lines;
  private int start;
  private int end;

  private Pieces() {}

  /** The pieces of a page. */
  static List<Piece> of(List<Block> blocks) {
    Pieces pieces = new Pieces();
    pieces.countLabels(blocks);
    for (Block block : blocks) {
      pieces.block(block);
    }
    return withRepeatedHeadings(pieces.pieces);
  }

  private void block(Block block) {
    switch (block.kind()) {
      case RULE -> whole(block, Piece.Kind.RULE);
      case CODE -> whole(block, Piece.Kind.CODE);
      case ROW -> whole(block, Piece.Kind.ROW);
      case HEADER -> whole(block, Piece.Kind.HEADER);
      case HEADING -> heading(block);
      case TEXT -> lines(block, Piece.Kind.TEXT);
      case ITEM -> lines(block, Piece.Kind.ITEM);
    }
  }

  private void whole(Block block, Piece.Kind as) {
    pieces.add(
        new Piece(
            as,
            block.level(),
            null,
            block.quoted(),
            block.lines(),
            block.cells(),
            block.start(),
            block.end()));
  }

  private void heading(Block block) {
    String text = FieldText.plain(block.lines());
    Field label = Labels.ofWhole(text);
    if (label != null && text.length() <= Labels.LONGEST) {
      pieces.add(
          new Piece(
              Piece.Kind.LABEL,
              block.level(),
              label,
              block.quoted(),
              List.of(),
              List.of(),
              block.start(),
              block.end()));
      return;
    }
    Line first = block.lines().get(0);
    Labels.Label labelled = Labels.at(first);
    if (labelled != null && (labelled.field() == Field.TITLE || labelled.field().isText())) {
      lines(block, Piece.Kind.TEXT);
      return;
    }
    Furniture known = Furniture.of(text);
    boolean furniture = text.isEmpty() || (known != null && known != Furniture.DATE);
    whole(block, furniture ? Piece.Kind.FURNITURE : Piece.Kind.HEADING);
  }

  private void lines(Block block, Piece.Kind as) {
    quoted = block.quoted();
    level = block.level();
    lines = null;
    boolean title = isWrappedTitle(block.lines());
    boolean first = true;
    for (Line line : block.lines()) {
      boolean alone = first && !title && LineShape.isNumberedTitle(line);
      line(line, first ? as : Piece.Kind.TEXT);
      if (alone) {
        finish();
      }
      first = false;
    }
    finish();
  }

  /** A line all in bold or all in italics is not one with its neighbours, unless they are, too. */
  private boolean goesOn(Line line) {
    if (lines == null) {
      return false;
    }
    if (kind == Piece.Kind.LABEL) {
      return field.wraps() && !(field == Field.TITLE && endsTitle(line));
    }
    Line last = lines.get(lines.size() - 1);
    return LineShape.stress(last) == LineShape.stress(line);
  }

  /** A line with labels in bold inside is cut before each of them. */
  private void line(Line line, Piece.Kind as) {
    Line rest = line;
    Piece.Kind restAs = as;
    Matcher announced = ANNOUNCED.matcher(line.text());
    if (announced.lookingAt()) {
      single(rest.part(0, announced.end()), restAs);
      rest = rest.part(announced.end(), rest.text().length());
    }
    int cuts = 0;
    for (int cut = Labels.inside(rest); cut > 0 && cuts < MOST_CUTS; cut = Labels.inside(rest)) {
      cuts++;
      single(rest.part(0, cut), restAs);
      rest = rest.part(cut, rest.text().length());
      restAs = Piece.Kind.TEXT;
    }
    single(rest, restAs);
  }

  private void single(Line line, Piece.Kind as) {
    Labels.Label label = Labels.at(line);
    if (label != null && !continuesAbstract(label, line)) {
      finish();
      begin(Piece.Kind.LABEL, label.field(), line);
      Line value = line.part(label.end(), line.text().length());
      if (!value.isBlank()) {
        lines.add(value);
      }
      return;
    }
    if (lines != null && !lines.isEmpty() && goesOnWithLink(lines.get(lines.size() - 1), line)) {
      lines.add(line);
      end = Math.max(end, line.end());
      return;
    }
    LineShape shape = LineShape.of(line);
    boolean goesOn = goesOn(line);
    if (shape != LineShape.TEXT && !(goesOn && kind == Piece.Kind.LABEL && field.isText())) {
      finish();
      begin(shape == LineShape.DATE ? Piece.Kind.DATE : Piece.Kind.FURNITURE, null, line);
      lines.add(line);
      finish();
    } else if (goesOn) {
      lines.add(line);
      end = Math.max(end, line.end());
    } else {
      finish();
      begin(as, null, line);
      lines.add(line);
    }
  }

  /** Whether the lines are one title and nothing else. */
  private static boolean isWrappedTitle(List<Line> lines) {
    if (lines.size() < 2 || lines.get(0).stripped().length() < SHORTEST_WRAPPED) {
      return false;
    }
    String text = FieldText.plain(lines);
    return LineShape.isTitle(text) && !LineShape.isProse(text) && !text.contains("://");
  }

  /** A title that is wrapped fills its line; names below it are not its own. */
  private boolean endsTitle(Line line) {
    if (lines.isEmpty()) {
      return false;
    }
    String text = FieldText.clean(line.text());
    int last = lines.get(lines.size() - 1).stripped().length();
    return last < SHORTEST_WRAPPED || Byline.matches(text) || LineShape.isProse(text);
  }

  /** A line in the middle of a link is no button. */
  private static boolean goesOnWithLink(Line last, Line line) {
    for (Span link : line.links()) {
      if (link.from() == 0) {
        for (Span before : last.links()) {
          if (before.to() == last.text().length() && before.target().equals(link.target())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * {@code Results: ...} inside an abstract, or {@code Dataset: ...} as its last line, is the
   * abstract's if it is not in bold and few other cards have it.
   */
  private boolean continuesAbstract(Labels.Label label, Line line) {
    boolean open = lines != null && kind == Piece.Kind.LABEL && field == Field.ABSTRACT;
    if (!open
        || label.stressed()
        || label.field() == Field.TITLE
        || label.field() == Field.ABSTRACT) {
      return false;
    }
    return label.field() == Field.STRUCTURE
        || labelCounts.getOrDefault(word(label, line), 0) * 2 < abstracts;
  }

  private void countLabels(List<Block> blocks) {
    for (Block block : blocks) {
      for (Line line : block.lines()) {
        Labels.Label label = Labels.at(line);
        if (label != null) {
          labelCounts.merge(word(label, line), 1, Integer::sum);
          abstracts += label.field() == Field.ABSTRACT ? 1 : 0;
        }
      }
    }
  }

  private static String word(Labels.Label label, Line line) {
    return FieldText.clean(line.text().substring(0, label.end())).toLowerCase(Locale.ROOT);
  }

  private void begin(Piece.Kind newKind, Field newField, Line line) {
    kind = newKind;
    field = newField;
    lines = new ArrayList<>();
    start = line.start();
    end = line.end();
  }

  private void finish() {
    if (lines != null) {
      pieces.add(new Piece(kind, level, field, quoted, lines, List.of(), start, end));
      lines = null;
    }
  }

  /** Headings that stand again and again, {@code Key Points}, without a paper's address. */
  private static List<Piece> withRepeatedHeadings(List<Piece> pieces) {
    Map<String, Integer> counts = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece.is(Piece.Kind.HEADING)) {
        counts.merge(TitleText.clean(piece.plain()), 1, Integer::sum);
      }
    }
    List<Piece> result = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      boolean repeated =
          piece.is(Piece.Kind.HEADING)
              && counts.get(TitleText.clean(piece.plain())) >= OFTEN
              && piece.paper() == null;
      result.add(
          repeated
              ? new Piece(
                  Piece.Kind.LABEL,
                  piece.level(),
                  Field.OTHER,
                  piece.quoted(),
                  List.of(),
                  List.of(),
                  piece.start(),
                  piece.end())
              : piece);
    }
    return result;
  }
}
