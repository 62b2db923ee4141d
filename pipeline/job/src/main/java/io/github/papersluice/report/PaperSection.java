package io.github.papersluice.report;

import io.github.papersluice.snapshot.Table;

/** The table of papers. */
final class PaperSection {
  private final Html html;

  PaperSection(Html html) {
    this.html = html;
  }

  void write(Section section, PaperList papers, long all) {
    section.openFull(
        "papers",
        "Papers",
        "Each fact carries the number of the sentence it was read from, where its words are"
            + " marked.",
        papers.size(),
        all,
        Table.PAPERS);
    if (papers.size() == 0) {
      section.nothing("There are no papers.");
    } else {
      html.open("div", "id", "paper-tools").closeLine();
      table(papers, all);
    }
    section.closeFull();
  }

  private void table(PaperList papers, long all) {
    html.open("table", "id", "paper-table", "class", "papers");
    html.element("caption", Section.caption("Papers in the order read", papers.size(), all));
    html.open("thead").open("tr");
    heading("No.", "number", "num no");
    heading("Paper", "title", null);
    heading("Code", "code", null);
    heading("Links", "links", null);
    heading("Model sizes", "size", null);
    html.close().closeLine().open("tbody").verbatim("\n");
    html.append(papers.rows()).close().closeLine();
  }

  private void heading(String name, String key, String cssClass) {
    html.element("th", name, "scope", "col", "data-sort", key, "class", cssClass);
  }
}
