package io.github.papersluice.report;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.Table;
import java.util.List;

/** Where the snapshot's tables are, by links relative to the page. */
final class FileSection {
  /** Parts of a table linked; the others are in the same folder. */
  private static final int PARTS = 24;

  private final Html html;
  private final List<PartFile> parts;

  FileSection(Html html, List<PartFile> parts) {
    this.html = html;
    this.parts = parts;
  }

  void write(Section section) {
    section.open(
        "files",
        "Files",
        "The whole tables stand beside this page; the manifest says how each part was made.");
    html.open("ul", "class", "files");
    for (Table table : Table.values()) {
      for (Format format : Format.values()) {
        List<PartFile> of =
            parts.stream()
                .filter(part -> part.table() == table && part.format() == format)
                .toList();
        if (!of.isEmpty()) {
          table(table, format, of);
        }
      }
    }
    html.open("li").element("b", "About all").text(" ");
    html.element("a", "manifest.json", "href", "manifest.json").text(" ");
    html.element("a", "SHA256SUMS", "href", "SHA256SUMS").close();
    html.close();
    section.close();
  }

  private void table(Table table, Format format, List<PartFile> of) {
    long rows = of.stream().mapToLong(PartFile::rows).sum();
    long bytes = of.stream().mapToLong(PartFile::bytes).sum();
    html.open("li").element("b", table.tableName() + ", " + format.name()).text(" ");
    html.element(
        "span",
        Quantities.count(rows, "row", "rows") + ", " + Quantities.bytes(bytes),
        "class",
        "note");
    html.text(" ");
    for (PartFile part : of.subList(0, Math.min(PARTS, of.size()))) {
      String name = part.path().substring(part.path().lastIndexOf('/') + 1);
      html.element("a", name, "href", part.path()).text(" ");
    }
    if (of.size() > PARTS) {
      html.text("and " + Quantities.count(of.size() - PARTS) + " more");
    }
    html.closeLine();
  }
}
