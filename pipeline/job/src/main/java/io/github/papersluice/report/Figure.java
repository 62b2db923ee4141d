package io.github.papersluice.report;

import java.util.List;

/** A chart with its title, its description and the table of its data behind it. */
final class Figure {
  /** A column's heading and what it holds. */
  record Column(String heading, Content content) {
    static Column text(String heading) {
      return new Column(heading, Content.TEXT);
    }

    static Column number(String heading) {
      return new Column(heading, Content.NUMBER);
    }

    /** Numbers of listed papers, each a link to its row; empty for a paper that is not listed. */
    static Column paper(String heading) {
      return new Column(heading, Content.PAPER);
    }
  }

  private enum Content {
    TEXT,
    NUMBER,
    PAPER
  }

  private final Html html;

  Figure(Html html) {
    this.html = html;
  }

  /** Opens the SVG of a chart; closed by {@code html.close()}. */
  void openChart(
      String id, String title, String description, String cssClass, String width, int height) {
    openSvg(id, title, description, cssClass, width, height, null);
  }

  /** Opens the SVG of a chart that is drawn for a width and scales with the page. */
  void openScaledChart(
      String id, String title, String description, String cssClass, int width, int height) {
    openSvg(
        id,
        title,
        description,
        cssClass,
        Integer.toString(width),
        height,
        "0 0 " + width + " " + height);
  }

  private void openSvg(
      String id,
      String title,
      String description,
      String cssClass,
      String width,
      int height,
      String viewBox) {
    html.open(
        "svg",
        "class",
        "chart " + cssClass,
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc",
        "width",
        width,
        "height",
        Integer.toString(height),
        "viewBox",
        viewBox);
    html.element("title", title, "id", id + "-title");
    html.element("desc", description, "id", id + "-desc");
  }

  /** The table of a chart's data, closed until it is asked for. */
  void data(String caption, List<Column> columns, List<List<String>> rows) {
    html.open("details").element("summary", "Data as a table");
    table(caption, columns, rows);
    html.closeLine();
  }

  /** A table in a box of its own, so that a wide one scrolls there and not the page. */
  void table(String caption, List<Column> columns, List<List<String>> rows) {
    html.open("div", "class", "box", "role", "region", "aria-label", caption, "tabindex", "0");
    html.open("table").element("caption", caption).open("thead").open("tr");
    for (Column column : columns) {
      html.element("th", column.heading(), "scope", "col", "class", cssClass(column));
    }
    html.close().close().open("tbody");
    for (List<String> row : rows) {
      row(columns, row);
    }
    html.close().close().closeLine();
  }

  private void row(List<Column> columns, List<String> cells) {
    html.open("tr");
    for (int i = 0; i < cells.size(); i++) {
      html.open(
          i == 0 ? "th" : "td", "scope", i == 0 ? "row" : null, "class", cssClass(columns.get(i)));
      cell(columns.get(i), cells.get(i));
      html.close();
    }
    html.closeLine();
  }

  private void cell(Column column, String text) {
    if (column.content() == Content.PAPER && !text.isEmpty()) {
      html.element("a", text, "href", "#" + PaperList.anchor(Integer.parseInt(text)));
    } else {
      html.element("bdi", text);
    }
  }

  private static String cssClass(Column column) {
    return column.content() == Content.TEXT ? null : "num";
  }
}
