package io.github.papersluice.report;

import io.github.papersluice.snapshot.Table;
import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;
import io.github.papersluice.tables.PaperRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.util.Utf8;

/**
 * Makes a snapshot's {@code report.html}: one page that needs no network and no other file, with a
 * reduced form for readers without scripts. Its memory and its size (at most 6 MB) are bounded for
 * any snapshot; the same snapshot gives the same bytes.
 *
 * <p>Reads every row once.
 */
public final class SnapshotReport {
  /** The report's path in a snapshot. */
  public static final String PATH = "report.html";

  /** The most facts of a kind that are listed for a paper; the rest are only in the tables. */
  static final int FACTS = 40;

  private final ReportInput input;
  private final InputTotals digests;
  private final RejectionTotals rejections;
  private final PaperTotals totals = new PaperTotals();
  private final NewestPapers newest = new NewestPapers();
  private final PaperBatch batch;

  private SnapshotReport(ReportInput input) throws IOException {
    this.input = input;
    digests = InputTotals.read(input);
    rejections = RejectionTotals.read(input);
    batch = new PaperBatch(newest, digests.since(NewestPapers.WITH_ABSTRACT));
    readPapers();
  }

  /**
   * Makes the page.
   *
   * @return the page in UTF-8
   * @throws IOException if a part cannot be read, or if a paper's links and sizes are not as many
   *     as its row says
   */
  public static byte[] render(ReportInput input) throws IOException {
    SnapshotReport report = new SnapshotReport(input);
    return new ReportPage(
            input,
            report.digests,
            report.rejections,
            report.totals,
            PackedPapers.of(report.newest.newestFirst(), report.totals.modelNames()))
        .toBytes();
  }

  private void readPapers() throws IOException {
    try (var papers = new TableRows<>(Table.PAPERS, PaperRow::new, input);
        var links = new TableRows<>(Table.LINKS, LinkRow::new, input);
        var sizes = new TableRows<>(Table.MODEL_SIZES, ModelSizeRow::new, input)) {
      for (long order = 0; papers.row() != null; papers.advance()) {
        PaperRow paper = papers.row();
        List<Fact> facts = new ArrayList<>();
        requireCount("links", paper, paper.getLinkCount(), takeLinks(paper, links, facts));
        requireCount(
            "model sizes", paper, paper.getModelSizeCount(), takeSizes(paper, sizes, facts));
        totals.add(paper, facts);
        if (newest.takes(ListedPaper.day(paper.getDigestDate()))) {
          batch.add(paper, order, digests.name(paper.getDigestId().toString()), facts);
          papers.release();
        }
        order++;
      }
    }
    batch.finish();
  }

  private static long takeLinks(PaperRow paper, TableRows<LinkRow> links, List<Fact> facts)
      throws IOException {
    long taken = 0;
    for (LinkRow row = links.row();
        row != null && isOf(paper, row.getDigestId(), row.getRecordNumber());
        row = links.row()) {
      if (taken++ < FACTS) {
        facts.add(Fact.Link.of(row));
      }
      links.advance();
    }
    return taken;
  }

  private static long takeSizes(PaperRow paper, TableRows<ModelSizeRow> sizes, List<Fact> facts)
      throws IOException {
    long taken = 0;
    for (ModelSizeRow row = sizes.row();
        row != null && isOf(paper, row.getDigestId(), row.getRecordNumber());
        row = sizes.row()) {
      if (taken++ < FACTS) {
        facts.add(Fact.Size.of(row));
      }
      sizes.advance();
    }
    return taken;
  }

  private static boolean isOf(PaperRow paper, Utf8 digestId, long recordNumber) {
    return recordNumber == paper.getRecordNumber() && digestId.equals(paper.getDigestId());
  }

  private static void requireCount(String facts, PaperRow paper, long counted, long followed)
      throws IOException {
    if (counted != followed) {
      throw new IOException(
          "paper %s, record %s: its row counts %s %s, %s follow"
              .formatted(paper.getDigestId(), paper.getRecordNumber(), counted, facts, followed));
    }
  }
}
