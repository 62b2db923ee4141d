package io.github.papersluice.report;

import io.github.papersluice.report.DataTable.Column;
import io.github.papersluice.report.RejectionTotals.Rejected;
import io.github.papersluice.snapshot.Table;
import java.util.List;

/** What was rejected: how much for which reason, and the pieces themselves. */
final class RejectionSection {
  private static final int REASONS = 10;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Reason"),
          Column.text("Digest"),
          Column.number("Bytes"),
          Column.text("Detail"),
          Column.text("Beginning"));

  private final Html html;
  private final RejectionTotals rejections;
  private final InputTotals digests;

  RejectionSection(Html html, RejectionTotals rejections, InputTotals digests) {
    this.html = html;
    this.rejections = rejections;
    this.digests = digests;
  }

  void write(Section section) {
    section.openFull(
        "rejections",
        "Rejections",
        rejections.count() == 0
            ? "Nothing was rejected: every piece of every digest was understood."
            : "Pieces of the digests that are no record, where they stand, and why.");
    if (rejections.count() > 0) {
      section.leftOut("first", rejections.listed().size(), rejections.count(), Table.REJECTIONS);
      reasons();
      pieces();
    }
    section.close();
  }

  private void reasons() {
    new DataTable(html)
        .write(
            "Rejections by reason",
            Section.counted("Reason", "Pieces"),
            rejections.reasons().top(REASONS).stream()
                .map(item -> List.of(item.item().toString(), Quantities.count(item.count())))
                .toList());
  }

  private void pieces() {
    List<List<String>> rows = rejections.listed().stream().map(this::cells).toList();
    new DataTable(html)
        .write(
            Section.caption("Rejections in the order read", rows.size(), rejections.count()),
            COLUMNS,
            rows);
  }

  private List<String> cells(Rejected piece) {
    return List.of(
        piece.reason(),
        digests.name(piece.digestId()),
        Quantities.count(piece.startByte()) + "–" + Quantities.count(piece.endByte()),
        piece.detail(),
        piece.excerpt());
  }
}
