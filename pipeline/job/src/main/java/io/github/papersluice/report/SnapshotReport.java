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
 * Makes a snapshot's {@code report.html}: one page that needs no network, no script and no other
 * file. Its memory and its size are bounded for any snapshot; the same snapshot gives the same
 * bytes.
 *
 * <p>Reads every row of {@code digests}, {@code rejections}, {@code links} and {@code model_sizes}
 * once, and {@code papers} only until the list of papers is full.
 */
public final class SnapshotReport {
  /** The report's path in a snapshot. */
  public static final String PATH = "report.html";

  private final DigestTotals digests;
  private final RejectionTotals rejections;
  private final LinkTotals linkTotals = new LinkTotals();
  private final SizeTotals sizeTotals = new SizeTotals();
  private final PaperList list = new PaperList();

  private SnapshotReport(ReportInput input) throws IOException {
    digests = DigestTotals.read(input);
    rejections = RejectionTotals.read(input);
    try (var papers = new TableRows<>(Table.PAPERS, PaperRow::new, input);
        var links = new TableRows<>(Table.LINKS, LinkRow::new, input);
        var sizes = new TableRows<>(Table.MODEL_SIZES, ModelSizeRow::new, input)) {
      listPapers(papers, links, sizes);
      countRest(links, sizes);
    }
  }

  /**
   * Makes the page.
   *
   * @return the page in UTF-8
   * @throws IOException if a part cannot be read, or if a listed paper's links and sizes are not as
   *     many as its row says
   */
  public static byte[] render(ReportInput input) throws IOException {
    SnapshotReport report = new SnapshotReport(input);
    return new ReportPage(
            input,
            report.digests,
            report.rejections,
            report.linkTotals,
            report.sizeTotals,
            report.list)
        .toBytes();
  }

  private void listPapers(
      TableRows<PaperRow> papers, TableRows<LinkRow> links, TableRows<ModelSizeRow> sizes)
      throws IOException {
    for (; papers.row() != null && list.hasRoom(); papers.advance()) {
      PaperRow paper = papers.row();
      List<Fact> facts = new ArrayList<>();
      long linkCount = takeLinks(paper, links, facts);
      long sizeCount = takeSizes(paper, sizes, facts);
      if (linkCount != paper.getLinkCount() || sizeCount != paper.getModelSizeCount()) {
        throw new IOException(
            "paper %s, record %s: its row counts %s links and %s model sizes, %s and %s follow"
                .formatted(
                    paper.getDigestId(),
                    paper.getRecordNumber(),
                    paper.getLinkCount(),
                    paper.getModelSizeCount(),
                    linkCount,
                    sizeCount));
      }
      String origin = digests.count() > 1 ? digests.name(paper.getDigestId().toString()) : null;
      list.add(paper, origin, facts);
    }
  }

  private long takeLinks(PaperRow paper, TableRows<LinkRow> links, List<Fact> facts)
      throws IOException {
    long taken = 0;
    for (LinkRow row = links.row();
        row != null && isOf(paper, row.getDigestId(), row.getRecordNumber());
        row = links.row()) {
      linkTotals.add(row);
      if (taken < PaperList.FACTS) {
        facts.add(Fact.of(row));
      }
      taken++;
      links.advance();
    }
    return taken;
  }

  private long takeSizes(PaperRow paper, TableRows<ModelSizeRow> sizes, List<Fact> facts)
      throws IOException {
    long taken = 0;
    for (ModelSizeRow row = sizes.row();
        row != null && isOf(paper, row.getDigestId(), row.getRecordNumber());
        row = sizes.row()) {
      sizeTotals.add(row, list.size() + 1);
      if (taken < PaperList.FACTS) {
        facts.add(Fact.of(row));
      }
      taken++;
      sizes.advance();
    }
    return taken;
  }

  private static boolean isOf(PaperRow paper, Utf8 digestId, long recordNumber) {
    return recordNumber == paper.getRecordNumber() && digestId.equals(paper.getDigestId());
  }

  private void countRest(TableRows<LinkRow> links, TableRows<ModelSizeRow> sizes)
      throws IOException {
    for (; links.row() != null; links.advance()) {
      linkTotals.add(links.row());
    }
    for (; sizes.row() != null; sizes.advance()) {
      sizeTotals.add(sizes.row(), 0);
    }
  }
}
