package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.report.DataTable.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.Table;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

/** Writes what every section of the page has: its heading, its summary, what it leaves out. */
final class Section {
  private final Html html;
  private final List<PartFile> parts;

  Section(Html html, List<PartFile> parts) {
    this.html = html;
    this.parts = parts;
  }

  /** Opens a section with its text beside what it shows. */
  void open(String id, String heading, String summary) {
    open(id, heading, summary, null);
  }

  /** Opens a section of the page's full width. */
  void openFull(String id, String heading, String summary) {
    open(id, heading, summary, "full");
  }

  private void open(String id, String heading, String summary, String cssClass) {
    html.open("section", "id", id, "class", cssClass, "aria-labelledby", id + "-heading");
    html.verbatim("\n").open("div", "class", "about");
    html.element("h2", heading, "id", id + "-heading");
    if (summary != null) {
      html.element("p", summary);
    }
    html.closeLine().open("div", "class", "shown");
  }

  void close() {
    html.close().closeLine();
  }

  /** Says in place of a chart or a table that there is nothing to show. */
  void nothing(String text) {
    html.element("p", text, "class", "empty");
  }

  /**
   * Says how many rows are not listed, and where they are; nothing if all are listed.
   *
   * @param which which rows are listed: {@code first} or {@code newest}
   */
  void leftOut(String which, long shown, long all, Table table) {
    if (shown < all) {
      html.open("p", "class", "more");
      html.text(
          "The %s %s of %s are listed; %s are left out here and stand in "
              .formatted(
                  which,
                  Quantities.count(shown),
                  Quantities.count(all),
                  Quantities.count(all - shown)));
      html.element("a", folder(table), "href", folder(table)).text(".").close();
    }
  }

  // The CSV if there is one, for it can be looked at without tools.
  private String folder(Table table) {
    List<PartFile> found = parts.stream().filter(part -> part.table() == table).toList();
    Optional<PartFile> csv = found.stream().filter(part -> part.format() == Format.CSV).findFirst();
    String path = csv.orElse(found.get(0)).path();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** A table's caption, which says if it holds the first rows only. */
  static String caption(String name, long shown, long all) {
    return shown < all
        ? "%s, the first %s of %s".formatted(name, Quantities.count(shown), Quantities.count(all))
        : name;
  }

  /** The text with its first letter in upper case. */
  static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** A value as it stands in the page's address. */
  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  /** The columns of a table of names and their counts. */
  static List<Column> counted(String name, String count) {
    return List.of(Column.text(name), Column.number(count));
  }
}
