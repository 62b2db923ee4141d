package io.github.papersluice.dialects.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of a table hold, by their heads, and by a row's cells where these say nothing.
 */
final class TableColumns {
  /** A table without a head. */
  static final TableColumns UNKNOWN = new TableColumns(List.of(), false);

  /** {@code Title What we did ...}: what ends a title before prose. */
  private static final Pattern BEFORE_PROSE = Pattern.compile("\\s{2,}|\\s+[-–—:|]\\s+|:\\s+");

  private final List<Field> roles;
  private final boolean named;

  private TableColumns(List<Field> roles, boolean named) {
    this.roles = roles;
    this.named = named;
  }

  /** The columns below a head. */
  static TableColumns of(Piece header) {
    List<Field> roles = new ArrayList<>();
    for (List<Line> cell : header.cells()) {
      roles.add(cell.isEmpty() ? null : role(FieldText.plain(cell)));
    }
    boolean named = roles.contains(Field.TITLE);
    if (!named) {
      int paper = firstPaper(header);
      if (paper >= 0) {
        roles.set(paper, Field.TITLE);
      }
    }
    return new TableColumns(roles, named);
  }

  private static Field role(String head) {
    Field whole = Labels.ofWhole(head);
    if (whole != null) {
      return whole;
    }
    for (String word : head.split("\\s*[/&|,]\\s*|\\s+and\\s+", -1)) {
      Field part = Labels.ofWhole(word);
      if (part != null) {
        return part;
      }
    }
    return null;
  }

  /** {@code Paper} or {@code Name} heads titles where no column is called so. */
  private static int firstPaper(Piece header) {
    for (int i = 0; i < header.cells().size(); i++) {
      String head = FieldText.plain(header.cells().get(i)).toLowerCase(Locale.ROOT);
      if (head.matches("papers?|name|works?|publications?|articles?|论文|paper name|method|论文名")) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a row is a paper's: its head says so, or it leads to a paper's page. */
  boolean isPaper(Piece row) {
    boolean headed =
        named
            && (roles.contains(Field.ABSTRACT)
                || roles.contains(Field.AUTHORS)
                || roles.contains(Field.LINK)
                || roles.contains(Field.ID));
    return row.cells().size() > 1 && (row.paper() != null || headed) && titleCell(row) >= 0;
  }

  /** The title of a row that is a paper's. */
  TitledText title(Piece row) {
    List<Line> cell = row.cells().get(titleCell(row));
    Line all = TitledText.joined(cell);
    if (!all.spans().isEmpty() || (cell.size() > 1 && LineShape.isTitle(cell.get(0).text()))) {
      TitledText titled = TitledText.ofItem(all.spans().isEmpty() ? cell.subList(0, 1) : cell);
      if (titled.linked()
          || !all.of(Span.Kind.STRONG).isEmpty()
          || !LineShape.isProse(all.text())) {
        return titled;
      }
    }
    String text = all.text();
    boolean prose = LineShape.isProse(FieldText.clean(text));
    Matcher end =
        BEFORE_PROSE.matcher(
            text.substring(0, Math.min(text.length(), Plausibility.LONGEST_TITLE)));
    while (prose && end.find()) {
      String before = text.substring(0, end.start());
      if (LineShape.isTitle(before) && !LineShape.isProse(before)) {
        Line rest = all.part(end.end(), text.length());
        return new TitledText(TitleText.clean(before), rest, false, all);
      }
    }
    return new TitledText(TitleText.clean(text), null, false, all);
  }

  /** Gives a reader all cells but the title's. */
  void tell(Piece row, CardReader reader) {
    int title = titleCell(row);
    for (int i = 0; i < row.cells().size(); i++) {
      List<Line> cell = row.cells().get(i);
      if (cell.isEmpty()) {
        continue;
      }
      if (i != title) {
        reader.cell(
            i < roles.size() && roles.get(i) != Field.TITLE ? roles.get(i) : guess(cell), cell);
      }
    }
  }

  private static Field guess(List<Line> cell) {
    String text = FieldText.plain(cell);
    if (text.length() >= 200 && LineShape.isProse(text)) {
      return Field.SUMMARY;
    }
    return PageDates.isoIn(text) != null && text.length() < 20 ? Field.DATE : null;
  }

  private int titleCell(Piece row) {
    int named = roles.indexOf(Field.TITLE);
    if (named >= 0 && named < row.cells().size()) {
      return row.cells().get(named).isEmpty() ? -1 : named;
    }
    int best = -1;
    int longest = 0;
    for (int i = 0; i < row.cells().size(); i++) {
      List<Line> cell = row.cells().get(i);
      boolean taken = i < roles.size() && roles.get(i) != null && roles.get(i) != Field.LINK;
      if (cell.isEmpty() || taken) {
        continue;
      }
      TitledText titled = TitledText.ofItem(cell);
      int length = titled.title().length() + (titled.linked() ? Plausibility.LONGEST_TITLE : 0);
      if (LineShape.isTitle(titled.title())
          && LineShape.words(titled.title()) >= 2
          && length > longest) {
        longest = length;
        best = i;
      }
    }
    return best;
  }
}
