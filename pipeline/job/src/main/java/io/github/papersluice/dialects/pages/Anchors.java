package io.github.papersluice.dialects.pages;

import io.github.papersluice.dialects.values.ArxivId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the cards of a page begin. A page shows all its titles in one form, and each with
 * something that only a paper has: its address, an abstract by name, authors, prose. So the pieces
 * that may be titles are put into groups by their form, and the group is taken in which most are
 * followed by such.
 */
final class Anchors {
  /** A summary of fewer words is a note. */
  static final int FEWEST_PROSE_WORDS = 12;

  private static final int SHORTEST_ABSTRACT = 200;
  private static final int FEWEST_TITLE_WORDS = 4;
  private static final int FEWEST_UNTIED = 2;
  private static final double MOST = 0.75;
  private static final int LONGEST_NOTE = 160;

  /** A longer paragraph is not looked at for a title. */
  private static final int LONGEST_PARAGRAPH = 2 * TitleText.LONGEST;

  /** No card has more pieces before its abstract ends. */
  private static final int FARTHEST = 40;

  private final List<Piece> pieces;
  private final boolean markup;
  private final boolean[] papers;
  private final int[] proseLengths;
  private final List<Anchor> candidates = new ArrayList<>();

  /** What follows a candidate in its card. */
  private record Evidence(
      boolean paper, boolean label, boolean authors, int prose, int paragraphs) {
    boolean strong() {
      return label || (paper && (authors || prose > 0));
    }

    boolean some() {
      return prose >= SHORTEST_ABSTRACT;
    }
  }

  private Anchors(List<Piece> pieces, boolean markup) {
    this.pieces = pieces;
    this.markup = markup;
    this.papers = new boolean[pieces.size()];
    this.proseLengths = new int[pieces.size()];
    for (int i = 0; i < papers.length; i++) {
      papers[i] = pieces.get(i).paper() != null || namesPaper(pieces.get(i));
      proseLengths[i] = proseLength(pieces.get(i));
    }
  }

  /** The beginnings of cards in the order of the page; none if it shows no papers. */
  static List<Anchor> of(List<Piece> pieces, boolean markup) {
    Anchors anchors = new Anchors(pieces, markup);
    anchors.gather();
    return anchors.choose();
  }

  private void gather() {
    TableColumns columns = null;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      columns = piece.is(Piece.Kind.HEADER) ? TableColumns.of(piece) : columns;
      Anchor anchor = piece.is(Piece.Kind.ROW) ? row(i, piece, columns) : candidate(i, piece);
      if (anchor != null && !anchor.titled().title().isEmpty()) {
        candidates.add(anchor);
        // The address of an item's own title is not that of the heading above it.
        papers[i] &= anchor.form() != Anchor.Form.ITEM || !anchor.titled().linked();
      }
    }
  }

  private static Anchor row(int i, Piece piece, TableColumns columns) {
    TableColumns known = columns == null ? TableColumns.UNKNOWN : columns;
    return known.isPaper(piece) ? new Anchor(i, piece, Anchor.Form.ROW, known.title(piece)) : null;
  }

  private Anchor candidate(int i, Piece piece) {
    return switch (piece.kind()) {
      case LABEL -> piece.field() == Field.TITLE ? labelled(i, piece) : null;
      case HEADING ->
          new Anchor(i, piece, Anchor.Form.HEADING, TitledText.ofHeading(piece.lines()));
      case ITEM -> item(i, piece);
      case TEXT -> text(i, piece);
      default -> null;
    };
  }

  private Anchor labelled(int i, Piece piece) {
    List<Line> lines = piece.lines();
    if (lines.isEmpty() && i + 1 < pieces.size() && pieces.get(i + 1).is(Piece.Kind.TEXT)) {
      lines = pieces.get(i + 1).lines();
    }
    return lines.isEmpty()
        ? null
        : new Anchor(i, piece, Anchor.Form.LABELLED, TitledText.ofHeading(lines));
  }

  private Anchor item(int i, Piece piece) {
    String text = piece.plain();
    TitledText titled = TitledText.ofItem(piece.lines());
    boolean title =
        titled.linked()
            || (LineShape.isTitle(titled.title()) && !LineShape.isProse(titled.title()));
    boolean stands = title || (!LineShape.isProse(text) && LineShape.isTitle(text));
    return stands && !titled.title().isEmpty()
        ? new Anchor(i, piece, Anchor.Form.ITEM, titled)
        : null;
  }

  private Anchor text(int i, Piece piece) {
    if (piece.quoted() || proseLengths[i] > LONGEST_PARAGRAPH) {
      return null;
    }
    Line line = TitledText.joined(piece.lines());
    String text = piece.plain();
    TitledText titled = TitledText.ofHeading(piece.lines());
    boolean stressed = LineShape.stress(line) == Span.Kind.STRONG || startsWithBoldTitle(line);
    if (stressed && LineShape.isTitle(titled.title())) {
      return new Anchor(i, piece, Anchor.Form.STRESSED, titled);
    }
    Span link = TitledText.titleLink(line);
    if (link != null && line.share(Span.Kind.LINK) > 0.6 && !LineShape.isProse(titled.title())) {
      return new Anchor(i, piece, Anchor.Form.LINKED, titled);
    }
    if (LineShape.isNumberedTitle(line)) {
      return new Anchor(i, piece, Anchor.Form.NUMBERED, titled);
    }
    boolean plain = !LineShape.isProse(text) && LineShape.isTitle(text) && !isName(piece, text);
    return plain && isFollowedByProse(i) ? new Anchor(i, piece, Anchor.Form.PLAIN, titled) : null;
  }

  private static boolean isName(Piece piece, String text) {
    return LineShape.stress(TitledText.joined(piece.lines())) == Span.Kind.EMPHASIS
        || io.github.papersluice.text.splitting.Byline.matches(text);
  }

  private static boolean startsWithBoldTitle(Line line) {
    Span link = null;
    for (Span bold : line.of(Span.Kind.STRONG)) {
      boolean first = FieldText.strip(line.text().substring(0, bold.from())).length() <= 5;
      if (first && LineShape.isTitle(line.textOf(bold))) {
        link = bold;
        break;
      }
    }
    return link != null
        && !LineShape.isProse(line.part(link.to(), line.text().length()).outside(Span.Kind.LINK));
  }

  /** Nothing but the page's furniture or names stands between a bare title and its abstract. */
  private boolean isFollowedByProse(int i) {
    for (int k = i + 1; k < pieces.size(); k++) {
      Piece next = pieces.get(k);
      if (next.is(Piece.Kind.LABEL)) {
        return next.field() != Field.TITLE && next.field() != Field.OTHER;
      }
      if (next.is(Piece.Kind.TEXT)) {
        if (LineShape.isProse(next.plain()) && !isName(next, next.plain())) {
          return true;
        }
        if (!isName(next, next.plain())) {
          return false;
        }
      } else if (!next.is(Piece.Kind.FURNITURE)) {
        return false;
      }
    }
    return false;
  }

  // ---- which of them ----

  private List<Anchor> choose() {
    Map<String, List<Anchor>> groups = new LinkedHashMap<>();
    for (Anchor candidate : candidates) {
      groups.computeIfAbsent(candidate.group(), key -> new ArrayList<>()).add(candidate);
    }
    Map<Integer, Evidence> evidence = evidence();
    String best = best(groups, evidence);
    List<Anchor> chosen = new ArrayList<>();
    for (Anchor candidate : candidates) {
      if (belongs(candidate, best, evidence.get(candidate.index()))) {
        chosen.add(candidate);
      }
    }
    return chosen;
  }

  private boolean belongs(Anchor candidate, String best, Evidence evidence) {
    if (candidate.form() == Anchor.Form.ROW) {
      return true;
    }
    if (best == null) {
      return false;
    }
    boolean ofGroup = candidate.group().equals(best);
    boolean sameForm = best.startsWith(candidate.form() + ":");
    if (candidate.form() == Anchor.Form.ITEM) {
      return sameForm
          && (candidate.hasPaper() || (ofGroup && (evidence.strong() || evidence.some())));
    }
    if (candidate.form() == Anchor.Form.HEADING) {
      boolean own = candidate.titled().linked() && candidate.hasPaper();
      return own || (ofGroup && isCardOfGroup(candidate, evidence));
    }
    return ofGroup;
  }

  /**
   * A heading of the level of titles that has nothing of a paper is a section's, if it is short.
   */
  private boolean isCardOfGroup(Anchor candidate, Evidence evidence) {
    boolean longTitle = LineShape.words(candidate.titled().title()) >= FEWEST_TITLE_WORDS;
    boolean last = candidate.index() == candidates.get(candidates.size() - 1).index();
    return evidence.strong() || evidence.paper() || (longTitle && (evidence.some() || last));
  }

  private String best(Map<String, List<Anchor>> groups, Map<Integer, Evidence> evidence) {
    String best = null;
    int most = 0;
    Anchor.Form bestForm = Anchor.Form.PLAIN;
    for (Map.Entry<String, List<Anchor>> group : groups.entrySet()) {
      int count = 0;
      for (Anchor anchor : group.getValue()) {
        boolean own =
            anchor.hasPaper() && (anchor.titled().linked() || anchor.form() == Anchor.Form.ITEM);
        own |= anchor.form() == Anchor.Form.LABELLED;
        count += own || evidence.get(anchor.index()).strong() ? 1 : 0;
      }
      Anchor.Form form = group.getValue().get(0).form();
      if (count > most || (count == most && count > 0 && form.compareTo(bestForm) < 0)) {
        best = group.getKey();
        most = count;
        bestForm = form;
      }
    }
    return best == null ? untied(groups, evidence) : best;
  }

  /** Titles with prose and nothing else: most of them must look like it. */
  private String untied(Map<String, List<Anchor>> groups, Map<Integer, Evidence> evidence) {
    for (Map.Entry<String, List<Anchor>> group : groups.entrySet()) {
      List<Anchor> anchors = group.getValue();
      Anchor.Form form = anchors.get(0).form();
      int count = 0;
      for (Anchor anchor : anchors) {
        Evidence each = evidence.get(anchor.index());
        boolean title = LineShape.words(anchor.titled().title()) >= FEWEST_TITLE_WORDS;
        boolean bare = form == Anchor.Form.PLAIN && !markup && each.prose() > 0;
        count += bare || (title && each.some() && each.paragraphs() <= 2) ? 1 : 0;
      }
      boolean plainPage = !markup && (form == Anchor.Form.PLAIN || form == Anchor.Form.NUMBERED);
      boolean enough =
          count >= (markup ? FEWEST_UNTIED : 1) && count >= (anchors.size() - 1) * MOST;
      if (enough && (plainPage || form != Anchor.Form.PLAIN) && form != Anchor.Form.ROW) {
        return group.getKey();
      }
    }
    return null;
  }

  private Map<Integer, Evidence> evidence() {
    Map<Integer, Evidence> found = new HashMap<>();
    Map<String, Integer> next = new HashMap<>();
    int heading = pieces.size();
    int at = candidates.size() - 1;
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (at >= 0 && candidates.get(at).index() == i) {
        Anchor anchor = candidates.get(at--);
        int end = Math.min(heading, next.getOrDefault(anchor.group(), pieces.size()));
        found.put(anchor.index(), evidence(anchor, end));
        next.put(anchor.group(), i);
      }
      heading = pieces.get(i).is(Piece.Kind.HEADING) ? i : heading;
    }
    return found;
  }

  private Evidence evidence(Anchor anchor, int end) {
    boolean paper = papers[anchor.index()] || anchor.hasPaper();
    boolean label = false;
    boolean authors = false;
    int prose = 0;
    int paragraphs = 0;
    int last = Math.min(end, anchor.index() + FARTHEST);
    for (int i = anchor.index() + 1; i < last; i++) {
      Piece piece = pieces.get(i);
      paper |= papers[i];
      label |= piece.is(Field.ABSTRACT);
      authors |= piece.is(Field.AUTHORS);
      prose += proseLengths[i];
      paragraphs += proseLengths[i] > 0 ? 1 : 0;
    }
    return new Evidence(paper, label, authors, prose, paragraphs);
  }

  /** {@code arXiv:2601.00101}, or an address behind a label, without a link. */
  private static boolean namesPaper(Piece piece) {
    boolean text = piece.is(Piece.Kind.TEXT) || piece.is(Piece.Kind.FURNITURE);
    if (!text && !piece.is(Field.LINK) && !piece.is(Field.ID)) {
      return false;
    }
    String plain = piece.plain();
    return plain.length() <= LONGEST_NOTE && ArxivId.markedIn(plain) != null;
  }

  private static int proseLength(Piece piece) {
    if (!piece.is(Piece.Kind.TEXT) && !piece.is(Field.SUMMARY)) {
      return 0;
    }
    String text = piece.plain();
    return CardReader.isProse(piece, text) ? text.length() : 0;
  }
}
