package io.github.papersluice.dialects.pages;

import io.github.papersluice.text.splitting.Byline;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one card: the pieces from a title to the next one. A state machine: labels say what follows
 * them; what no label covers is the authors' line, prose or furniture by its shape and its place.
 */
final class CardReader {
  private enum State {
    /** {@code ### Learning to Sort}: authors, labels and the abstract may follow. */
    AFTER_TITLE,

    /** {@code **Abstract:**}: what follows is its text. */
    IN_LABEL,

    /** Prose without a label: more prose goes on with it. */
    IN_PROSE,

    /** The prose is at its end; labels may follow. */
    AFTER_PROSE
  }

  private static final int FEWEST_QUOTED_WORDS = 5;
  private static final int MOST_NAME_WORDS = 4;

  private final int mostParagraphs;
  private final CardFacts facts = new CardFacts();
  private final List<Line> abstractLines = new ArrayList<>();
  private final List<Line> summaryLines = new ArrayList<>();
  private final List<Line> prose = new ArrayList<>();
  private final List<Line> value = new ArrayList<>();
  private State state = State.AFTER_TITLE;
  private Field field;
  private boolean fieldQuoted;
  private boolean abstractClosed;
  private boolean proseQuoted;
  private int paragraphs;
  private int abstractParagraphs;
  private boolean namesMayFollow;
  private int end;
  private int valueEnd;

  /**
   * A reader for one card.
   *
   * @param mostParagraphs no abstract has more paragraphs: what follows is the page's
   */
  CardReader(int mostParagraphs) {
    this.mostParagraphs = mostParagraphs;
  }

  /** What the title's own lines tell: links, and behind an item's title authors and prose. */
  void title(Anchor anchor) {
    end = anchor.piece().end();
    namesMayFollow = anchor.form() == Anchor.Form.LABELLED || anchor.form() == Anchor.Form.NUMBERED;
    titleLine(anchor, anchor.piece().lines());
  }

  private void titleLine(Anchor anchor, List<Line> lines) {
    Line rest = anchor.titled().rest();
    if (rest != null) {
      behindTitle(rest);
    }
    facts.links(lines);
    if (state == State.AFTER_TITLE) {
      facts.buttons(lines);
    }
  }

  private void behindTitle(Line rest) {
    for (Span italic : rest.of(Span.Kind.EMPHASIS)) {
      String names = rest.textOf(italic);
      if (looksLikeNames(names)) {
        facts.authors(names);
      }
    }
    String text = rest.outside(Span.Kind.LINK);
    facts.day(text);
    if (LineShape.isProse(text) && LineShape.words(text) >= Anchors.FEWEST_PROSE_WORDS) {
      int to = proseEnd(rest);
      prose.add(rest.part(0, to));
      paragraphs = 1;
      state = State.IN_PROSE;
    }
  }

  /** Buttons behind the prose of an item are no part of it. */
  private static int proseEnd(Line rest) {
    int to = rest.text().length();
    List<Span> links = rest.links();
    for (int i = links.size() - 1; i >= 0; i--) {
      Span link = links.get(i);
      boolean last = rest.text().substring(link.to(), to).chars().noneMatch(Character::isLetter);
      boolean button =
          Labels.ofWhole(rest.textOf(link).replaceAll("^[\\[(]+|[\\])]+$", "")) != null;
      if (!last || !button) {
        break;
      }
      to = link.from();
    }
    while (to > 0 && " [(|·•,".indexOf(rest.text().charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  /** A piece above the title that is the card's. */
  void before(Piece piece) {
    if (piece.is(Piece.Kind.LABEL)) {
      facts.labelled(piece.field(), piece.lines());
    } else {
      facts.buttons(piece.lines());
      facts.labelled(Field.ID, piece.lines());
    }
  }

  /** A row's title; its cells follow. */
  void row(Anchor anchor) {
    end = anchor.piece().end();
    titleLine(anchor, List.of(anchor.titled().line()));
  }

  /** The next piece of the card. */
  void take(Piece piece) {
    switch (piece.kind()) {
      case LABEL -> label(piece);
      case TEXT, ITEM -> text(piece);
      case DATE -> {
        closeOpen();
        facts.day(piece.plain());
        end = piece.end();
      }
      case FURNITURE -> furniture(piece);
      case HEADING -> {
        closeOpen();
        field = Field.OTHER;
        state = State.IN_LABEL;
      }
      case RULE, CODE -> closeOpen();
      case ROW, HEADER -> closeOpen();
    }
  }

  private void furniture(Piece piece) {
    boolean empty = state == State.IN_LABEL && value.isEmpty();
    if (!empty) {
      closeOpen();
    }
    String before = facts.metadata().toString();
    facts.buttons(piece.lines());
    if (!facts.metadata().toString().equals(before)) {
      end = Math.max(end, piece.end());
    }
  }

  private void label(Piece piece) {
    if (continuesAbstract(piece)) {
      abstractText(piece);
      return;
    }
    closeOpen();
    field = piece.field();
    fieldQuoted = piece.quoted();
    state = State.IN_LABEL;
    value.addAll(piece.lines());
    valueEnd = piece.end();
    paragraphs = value.isEmpty() ? 0 : 1;
    if (!value.isEmpty() && !field.isText()) {
      closeOpen();
    }
  }

  /** {@code Results: ...} as a paragraph of its own inside an abstract. */
  private boolean continuesAbstract(Piece piece) {
    return state == State.IN_LABEL
        && field == Field.ABSTRACT
        && piece.field() == Field.STRUCTURE
        && !value.isEmpty()
        && piece.level() == 0;
  }

  private void abstractText(Piece piece) {
    value.addAll(piece.lines());
    valueEnd = piece.end();
    paragraphs++;
  }

  private void text(Piece piece) {
    if (state == State.IN_LABEL) {
      textInLabel(piece);
      return;
    }
    String text = piece.plain();
    boolean names =
        state == State.AFTER_TITLE
            && !facts.hasAuthors()
            && (isByline(piece, text) || (namesMayFollow && isOneName(text)));
    namesMayFollow = false;
    if (names) {
      facts.authors(text.replaceFirst("(?i)^(?:by|authors?:?) +", ""));
      end = piece.end();
    } else if (isProse(piece, text) && state != State.AFTER_PROSE) {
      prose(piece);
    } else {
      if (!piece.lines().isEmpty() && LineShape.words(text) <= Anchors.FEWEST_PROSE_WORDS) {
        facts.buttons(piece.lines());
      }
      if (state == State.IN_PROSE) {
        closeOpen();
      }
    }
  }

  /** In a quotation a few words are prose, too. */
  static boolean isProse(Piece piece, String text) {
    return LineShape.isProse(text)
        || (piece.quoted() && LineShape.words(text) >= FEWEST_QUOTED_WORDS);
  }

  private void prose(Piece piece) {
    if (state == State.IN_PROSE
        && (piece.quoted() != proseQuoted || paragraphs >= mostParagraphs)) {
      closeOpen();
      return;
    }
    paragraphs = state == State.IN_PROSE ? paragraphs + 1 : 1;
    proseQuoted = piece.quoted();
    prose.addAll(piece.lines());
    state = State.IN_PROSE;
    end = abstractClosed ? end : piece.end();
  }

  private void textInLabel(Piece piece) {
    boolean first = value.isEmpty();
    boolean more = field.isText() && paragraphs < mostParagraphs && piece.quoted() == fieldQuoted;
    if (first || more) {
      fieldQuoted = piece.quoted();
      value.addAll(piece.lines());
      valueEnd = piece.end();
      paragraphs++;
      if (!field.isText()) {
        closeOpen();
      }
      return;
    }
    closeOpen();
    text(piece);
  }

  /** Ends the label or the prose that is open. */
  private void closeOpen() {
    if (state == State.IN_LABEL) {
      if (!value.isEmpty()) {
        settle();
      }
      value.clear();
      state = prose.isEmpty() ? State.AFTER_TITLE : State.AFTER_PROSE;
    } else if (state == State.IN_PROSE) {
      state = State.AFTER_PROSE;
    }
  }

  private void settle() {
    switch (field) {
      case ABSTRACT -> {
        if (!abstractClosed) {
          abstractLines.addAll(value);
          abstractParagraphs = paragraphs;
          abstractClosed = true;
          end = Math.max(end, valueEnd);
        }
      }
      case SUMMARY -> {
        if (summaryLines.isEmpty()) {
          summaryLines.addAll(value);
        }
        end = Math.max(end, valueEnd);
      }
      case TITLE, STRUCTURE, OTHER -> facts.buttons(value);
      default -> {
        facts.labelled(field, value);
        end = Math.max(end, valueEnd);
      }
    }
  }

  private static boolean isByline(Piece piece, String text) {
    Line line = TitledText.joined(piece.lines());
    boolean italic = LineShape.stress(line) == Span.Kind.EMPHASIS;
    return (italic && looksLikeNames(text)) || Byline.matches(text);
  }

  /** The line below a labelled title; elsewhere one name alone looks like any title. */
  private static boolean isOneName(String text) {
    int words = LineShape.words(text);
    return words >= 2
        && words <= MOST_NAME_WORDS
        && text.matches("(?:\\p{Lu}[\\p{L}.'’-]*(?: |$))+");
  }

  /** In italics names need no comma, but a sentence is none. */
  static boolean looksLikeNames(String text) {
    String[] parts = text.split("\\s*[,;，；、&]\\s*|\\s+and\\s+", -1);
    int names = 0;
    for (String part : parts) {
      int words = LineShape.words(part);
      boolean capital = part.codePoints().limit(1).anyMatch(c -> !Character.isLowerCase(c));
      names += words >= 1 && words <= 5 && capital ? 1 : 0;
    }
    boolean sentence = text.endsWith(".") && !text.matches("(?i).*(?:et\\.? ?al|jr|sr|[A-Z])\\.$");
    return !sentence
        && names > 0
        && names >= parts.length * 3 / 4
        && (parts.length > 1 || LineShape.words(text) >= 2);
  }

  /** A field of a table's row. */
  void cell(Field role, List<Line> lines) {
    if (role == null) {
      facts.buttons(lines);
      return;
    }
    field = role;
    value.clear();
    value.addAll(lines);
    paragraphs = 1;
    valueEnd = end;
    settle();
    value.clear();
  }

  /** The card, once its last piece is taken. */
  Card card(Anchor anchor, String heading) {
    closeOpen();
    List<Line> text = chosen();
    int count = text == abstractLines ? abstractParagraphs : 1;
    return new Card(
        anchor.titled().title(),
        FieldText.join(text),
        facts.metadata(),
        FieldText.faults(text) + FieldText.faults(anchor.piece().lines()),
        text == prose ? Math.max(1, paragraphs) : count,
        anchor.piece().start(),
        Math.max(end, anchor.piece().end()),
        heading);
  }

  private List<Line> chosen() {
    if (!abstractLines.isEmpty()) {
      return abstractLines;
    }
    return prose.isEmpty() ? summaryLines : prose;
  }
}
