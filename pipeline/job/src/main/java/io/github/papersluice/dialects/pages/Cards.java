package io.github.papersluice.dialects.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the cards of a page, each from its title to the next, and the days they stand under. */
final class Cards {
  private static final int ANY = Integer.MAX_VALUE;
  private static final int LONGEST_DATE_LINE = 120;

  private final String text;
  private final List<Piece> pieces;
  private final List<Anchor> anchors;
  private final boolean itemDates;

  /** The numbers on buttons that vote for a paper, by its identifier; they may stand above it. */
  private final Map<String, Long> votes;

  private Cards(String text, List<Piece> pieces, List<Anchor> anchors) {
    this.text = text;
    this.pieces = pieces;
    this.anchors = anchors;
    this.itemDates = datesAreItems();
    this.votes = votes(pieces);
  }

  /** The cards in the order of the page. */
  static List<Card> of(String text, List<Piece> pieces, List<Anchor> anchors) {
    return new Cards(text, pieces, anchors).read();
  }

  private List<Card> read() {
    String[] headings = headings();
    Map<Integer, TableColumns> columns = columns();
    List<Card> cards = new ArrayList<>(anchors.size());
    int most = 0;
    for (int k = 0; k < anchors.size(); k++) {
      boolean last = k == anchors.size() - 1 && k > 1;
      Card card = card(k, headings[k], columns, last ? Math.max(1, most) : ANY);
      most = Math.max(most, card.paragraphs());
      cards.add(card);
    }
    return cards;
  }

  private Card card(int k, String heading, Map<Integer, TableColumns> columns, int paragraphs) {
    Anchor anchor = anchors.get(k);
    CardReader reader = new CardReader(paragraphs);
    int lead = lead(k);
    for (int i = lead; i < anchor.index(); i++) {
      reader.before(pieces.get(i));
    }
    if (anchor.form() == Anchor.Form.ROW) {
      reader.row(anchor);
      columns.get(anchor.index()).tell(anchor.piece(), reader);
    } else {
      reader.title(anchor);
      int end = end(k);
      for (int i = first(anchor); i < end; i++) {
        reader.take(pieces.get(i));
      }
    }
    Card card = reader.card(anchor, heading).withVotes(votes);
    return lead == anchor.index() ? card : card.from(pieces.get(lead).start());
  }

  private static Map<String, Long> votes(List<Piece> pieces) {
    Map<String, Long> votes = new HashMap<>();
    for (Piece piece : pieces) {
      for (Span link : piece.is(Piece.Kind.FURNITURE) ? piece.links() : List.<Span>of()) {
        PaperAddress address = PaperAddress.of(link.target());
        if (address.kind() == PaperAddress.Kind.VOTE && address.id() != null) {
          Long number = CardFacts.number(piece.plain());
          if (number != null) {
            votes.putIfAbsent(address.id(), number);
          }
        }
      }
    }
    return votes;
  }

  private int first(Anchor anchor) {
    boolean titleBehind = anchor.form() == Anchor.Form.LABELLED && anchor.piece().lines().isEmpty();
    return anchor.index() + (titleBehind ? 2 : 1);
  }

  /** Where the card's pieces end: at the next card, the next section's heading, the next day. */
  private int end(int k) {
    Anchor anchor = anchors.get(k);
    int end = k + 1 < anchors.size() ? lead(k + 1) : pieces.size();
    for (int i = first(anchor); i < end; i++) {
      Piece piece = pieces.get(i);
      boolean section = piece.is(Piece.Kind.HEADING) && endsCard(anchor, piece);
      boolean day = piece.is(Piece.Kind.DATE) && !itemDates && !isBehindDot(i);
      if (section || day) {
        return i;
      }
    }
    return end;
  }

  private static boolean endsCard(Anchor anchor, Piece heading) {
    return anchor.form() != Anchor.Form.HEADING || heading.level() <= anchor.piece().level();
  }

  /** Labels above a labelled title, with no empty line between, are its own. */
  private int lead(int k) {
    Anchor anchor = anchors.get(k);
    int from = anchor.index();
    if (anchor.form() != Anchor.Form.LABELLED) {
      return from;
    }
    int after = k == 0 ? 0 : anchors.get(k - 1).index() + 1;
    while (from > after && isLead(pieces.get(from - 1), pieces.get(from))) {
      from--;
    }
    return from;
  }

  private boolean isLead(Piece piece, Piece next) {
    boolean labelled = piece.is(Piece.Kind.LABEL) && !piece.field().isText();
    boolean identified =
        PaperAddress.idIn(piece.plain()) != null && !LineShape.isProse(piece.plain());
    return (labelled || identified) && !hasEmptyLine(piece.end(), next.start());
  }

  private boolean hasEmptyLine(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      breaks += text.charAt(i) == '\n' ? 1 : 0;
    }
    return breaks > 1;
  }

  private Map<Integer, TableColumns> columns() {
    Map<Integer, TableColumns> columns = new HashMap<>();
    TableColumns current = TableColumns.UNKNOWN;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).is(Piece.Kind.HEADER)) {
        current = TableColumns.of(pieces.get(i));
      } else if (pieces.get(i).is(Piece.Kind.ROW)) {
        columns.put(i, current);
      }
    }
    return columns;
  }

  // ---- days ----

  /** Whether a day that stands alone is that of the card above it, as in most cards. */
  private boolean datesAreItems() {
    int dated = 0;
    for (int k = 0; k < anchors.size(); k++) {
      dated += hasDate(k) ? 1 : 0;
    }
    boolean last = !anchors.isEmpty() && hasDate(anchors.size() - 1);
    return dated * 2 >= anchors.size() && last;
  }

  private boolean hasDate(int k) {
    int end = k + 1 < anchors.size() ? anchors.get(k + 1).index() : pieces.size();
    for (int i = anchors.get(k).index() + 1; i < end; i++) {
      if (pieces.get(i).is(Piece.Kind.DATE)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBehindDot(int i) {
    return i > 0
        && pieces.get(i - 1).is(Piece.Kind.FURNITURE)
        && pieces.get(i - 1).plain().matches("[·•|]");
  }

  /** The day in force at each card. */
  private String[] headings() {
    String[] headings = new String[anchors.size()];
    String heading = FrontMatter.day(text);
    int next = 0;
    boolean strong = false;
    for (int k = 0; k < anchors.size(); k++) {
      int from = k == 0 ? next : Math.max(next, end(k - 1));
      for (int i = from; i < anchors.get(k).index(); i++) {
        String day = day(pieces.get(i), i, k == 0 && !strong && heading == null);
        strong |= day != null && isHeading(pieces.get(i));
        heading = day == null ? heading : day;
      }
      headings[k] = heading;
      next = anchors.get(k).index() + 1;
    }
    return headings;
  }

  private static boolean isHeading(Piece piece) {
    return piece.is(Piece.Kind.HEADING) || piece.is(Piece.Kind.DATE);
  }

  private String day(Piece piece, int i, boolean first) {
    if (isHeading(piece)) {
      return isBehindDot(i) ? null : PageDates.in(piece.plain());
    }
    boolean text = piece.is(Piece.Kind.TEXT) || piece.is(Piece.Kind.FURNITURE);
    boolean note = text || piece.is(Field.UPDATED) || piece.is(Field.DATE);
    String line = piece.plain();
    return first && note && line.length() <= LONGEST_DATE_LINE ? PageDates.in(line) : null;
  }
}
