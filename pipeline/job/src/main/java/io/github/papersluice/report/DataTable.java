package io.github.papersluice.report;

import java.util.List;

/** A table in a box of its own, so that a wide one scrolls there and not the page. */
final class DataTable {
  /**
   * A column's heading.
   *
   * @param number whether it holds numbers, which stand below each other
   */
  record Column(String heading, boolean number) {
    static Column text(String heading) {
      return new Column(heading, false);
    }

    static Column number(String heading) {
      return new Column(heading, true);
    }

    private String cssClass() {
      return number ? "num" : null;
    }
  }

  private final Html html;

  DataTable(Html html) {
    this.html = html;
  }

  /** Writes a table that is closed until it is asked for. */
  void closed(String summary, String caption, List<Column> columns, List<List<String>> rows) {
    html.open("details").element("summary", summary);
    write(caption, columns, rows);
    html.closeLine();
  }

  /** Writes a table; the first cell of each row heads it. */
  void write(String caption, List<Column> columns, List<List<String>> rows) {
    html.open("div", "class", "box", "role", "region", "aria-label", caption, "tabindex", "0");
    html.open("table").element("caption", caption).open("thead").open("tr");
    for (Column column : columns) {
      html.element("th", column.heading(), "scope", "col", "class", column.cssClass());
    }
    html.close().close().open("tbody").verbatim("\n");
    for (List<String> row : rows) {
      row(columns, row);
    }
    html.close().close().closeLine();
  }

  private void row(List<Column> columns, List<String> cells) {
    html.open("tr");
    for (int i = 0; i < cells.size(); i++) {
      html.open(
          i == 0 ? "th" : "td", "scope", i == 0 ? "row" : null, "class", columns.get(i).cssClass());
      html.element("bdi", cells.get(i)).close();
    }
    html.closeLine();
  }
}
