package io.github.papersluice.report;

import io.github.papersluice.report.Figure.Column;
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

  static void write(Html html, Section section, DigestTotals digests) {
    section.open("read", "What was read", summary(digests));
    if (digests.count() == 0) {
      section.nothing("No digest was read.");
    } else if (digests.count() <= OPEN) {
      table(html, digests);
    } else {
      chart(html, digests);
      section.leftOut(digests.listed().size(), digests.count(), Table.DIGESTS);
    }
    section.close();
  }

  private static String summary(DigestTotals digests) {
    return "%s of %s gave %s; %s."
        .formatted(
            Section.capitalised(Quantities.count(digests.count(), "digest", "digests")),
            Quantities.bytes(digests.bytes()),
            Quantities.count(digests.papers(), "paper", "papers"),
            digests.rejections() == 0
                ? "nothing was rejected"
                : Quantities.count(digests.rejections(), "piece was", "pieces were") + " rejected");
  }

  private static void chart(Html html, DigestTotals digests) {
    DigestColumns columns = digests.columns();
    String title =
        columns.perColumn() == 1
            ? "Papers in each digest"
            : "Papers in every %s digests".formatted(Quantities.count(columns.perColumn()));
    html.open("figure").element("figcaption", title);
    columns.draw(
        html,
        "chart-digests",
        title,
        "%s columns in the order read, the highest with %s."
            .formatted(
                Quantities.count(columns.papers().length),
                Quantities.count(columns.highest(), "paper", "papers")));
    html.open("p", "class", "ends").element("bdi", digests.listed().get(0).name());
    html.element("bdi", digests.lastName()).close();
    html.open("details").element("summary", "The digests as a table");
    table(html, digests);
    html.close().close();
  }

  private static void table(Html html, DigestTotals digests) {
    List<List<String>> rows = digests.listed().stream().map(ReadSection::cells).toList();
    new Figure(html).table(Section.caption("Digests", rows.size(), digests.count()), COLUMNS, rows);
  }

  private static List<String> cells(DigestTotals.Digest digest) {
    return List.of(
        digest.name(),
        digest.date(),
        digest.format(),
        Quantities.count(digest.byteLength()),
        Quantities.count(digest.papers()),
        Quantities.count(digest.rejections()));
  }
}
