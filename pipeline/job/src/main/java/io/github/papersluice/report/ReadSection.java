package io.github.papersluice.report;

import io.github.papersluice.report.DataTable.Column;
import io.github.papersluice.snapshot.Table;
import java.util.List;

/** What was read: the digests. */
final class ReadSection {
  /** So many digests stand open on the page; a longer table waits until it is asked for. */
  private static final int OPEN = 10;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("Digest"),
          Column.text("Date"),
          Column.text("Format"),
          Column.number("Bytes"),
          Column.number("Papers"),
          Column.number("Rejections"));

  private ReadSection() {}

  static void write(Html html, Section section, InputTotals digests) {
    section.open("read", "What was read", summary(digests));
    if (digests.count() == 0) {
      section.nothing("No digest was read.");
    } else {
      table(html, digests);
      section.leftOut("first", digests.listed().size(), digests.count(), Table.DIGESTS);
    }
    section.close();
  }

  private static String summary(InputTotals digests) {
    return "%s of %s gave %s; %s."
        .formatted(
            Section.capitalised(Quantities.count(digests.count(), "digest", "digests")),
            Quantities.bytes(digests.bytes()),
            Quantities.count(digests.papers(), "paper", "papers"),
            digests.rejections() == 0
                ? "nothing was rejected"
                : Quantities.count(digests.rejections(), "piece was", "pieces were") + " rejected");
  }

  private static void table(Html html, InputTotals digests) {
    List<List<String>> rows = digests.listed().stream().map(ReadSection::cells).toList();
    String caption = Section.caption("Digests", rows.size(), digests.count());
    if (digests.count() <= OPEN) {
      new DataTable(html).write(caption, COLUMNS, rows);
    } else {
      new DataTable(html).closed("The digests as a table", caption, COLUMNS, rows);
    }
  }

  private static List<String> cells(InputTotals.Digest digest) {
    return List.of(
        digest.name(),
        digest.date(),
        digest.format(),
        Quantities.count(digest.byteLength()),
        Quantities.count(digest.papers()),
        Quantities.count(digest.rejections()));
  }
}
