package io.github.papersluice.report;

import io.github.papersluice.report.DataTable.Column;
import io.github.papersluice.report.NamedCounts.Named;
import io.github.papersluice.snapshot.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The papers: what the page's script makes its list and its filters of, and for readers without
 * scripts the counts as tables and the newest papers.
 */
final class PaperSection {
  /** Papers listed without scripts. */
  static final int NEWEST = 100;

  private static final int TOP = 12;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Paper"),
          Column.text("Day"),
          Column.text("Code"),
          Column.text("Links"),
          Column.text("Model sizes"));

  private final Html html;
  private final Section section;
  private final PaperTotals totals;
  private final PackedPapers papers;
  private final long all;

  PaperSection(Html html, Section section, PaperTotals totals, PackedPapers papers, long all) {
    this.html = html;
    this.section = section;
    this.totals = totals;
    this.papers = papers;
    this.all = all;
  }

  void write() {
    section.openFull("papers", "Papers", null);
    if (all == 0) {
      section.nothing("There are no papers.");
      section.close();
      return;
    }
    section.leftOut("newest", papers.papers().size(), all, Table.PAPERS);
    html.open(
        "div",
        "id",
        "explorer",
        "hidden",
        "",
        "data-papers",
        Integer.toString(papers.papers().size()),
        "data-all",
        Long.toString(all),
        "data-piece",
        Integer.toString(PackedPapers.PAPERS_PER_PIECE),
        "data-passages",
        Integer.toString(papers.withPassages()),
        "data-abstracts",
        Integer.toString(papers.withAbstract()),
        "data-words",
        papers.hasWords() ? "yes" : "no");
    html.closeLine();
    withoutScripts();
    section.close();
  }

  private void withoutScripts() {
    html.open("div", "id", "without-scripts");
    html.element(
        "p",
        "Scripts are off or this browser is too old to unpack the list: below are the newest"
            + " papers and the counts. With scripts, all of them can be searched and filtered.",
        "class",
        "note only-without-scripts");
    counts();
    List<ListedPaper> newest = papers.papers().subList(0, Math.min(NEWEST, papers.papers().size()));
    new DataTable(html)
        .write(
            Section.caption("Papers, the newest first", newest.size(), all),
            COLUMNS,
            newest.stream().map(PaperSection::cells).toList());
    html.closeLine();
  }

  private static List<String> cells(ListedPaper paper) {
    return List.of(
        paper.title(),
        paper.day() == ListedPaper.UNDATED ? paper.digest() : Days.iso(paper.day()),
        switch (paper.status()) {
          case 'A' -> "available";
          case 'P' -> "promised";
          default -> "–";
        },
        labels(paper.facts(), Fact.Link.class),
        labels(paper.facts(), Fact.Size.class));
  }

  private static String labels(List<Fact> facts, Class<? extends Fact> type) {
    return facts.stream()
        .filter(type::isInstance)
        .map(Fact::label)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void counts() {
    html.open("div", "class", "multiples");
    named("Models", totals.models(TOP));
    bins();
    named("Repository owners", totals.owners(TOP));
    named("Hosts", totals.hosts(TOP));
    named("Kinds of link", totals.kinds(TOP).stream().map(PaperSection::readable).toList());
    html.closeLine();
  }

  /** {@code GITHUB_PAGES} as {@code GitHub Pages}, as the page's script writes it, too. */
  private static Named readable(Named kind) {
    String name = kind.key().charAt(0) + kind.key().substring(1).toLowerCase(Locale.ROOT);
    return new Named(
        kind.key(),
        name.replace('_', ' ')
            .replace("Github", "GitHub")
            .replace("Hugging face", "Hugging Face")
            .replace("GitHub pages", "GitHub Pages")
            .replace("dataset", "data set"),
        kind.count());
  }

  private void named(String title, List<Named> names) {
    if (!names.isEmpty()) {
      new DataTable(html)
          .write(
              title + " by papers",
              Section.counted(title, "Papers"),
              names.stream()
                  .map(name -> List.of(name.name(), Quantities.count(name.count())))
                  .toList());
    }
  }

  private void bins() {
    List<List<String>> rows =
        IntStream.range(0, SizeScale.bins())
            .filter(bin -> totals.inBin(bin) > 0)
            .mapToObj(bin -> List.of(SizeScale.name(bin), Quantities.count(totals.inBin(bin))))
            .toList();
    if (!rows.isEmpty()) {
      new DataTable(html)
          .write("Model sizes by papers", Section.counted("Parameters", "Papers"), rows);
    }
  }
}
