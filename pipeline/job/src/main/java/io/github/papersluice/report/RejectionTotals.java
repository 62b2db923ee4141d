package io.github.papersluice.report;

import io.github.papersluice.snapshot.Table;
import io.github.papersluice.tables.RejectionRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.util.Utf8;

/** What was rejected: counts by reason, and the first ones. */
final class RejectionTotals {
  /** A rejection as it is listed. */
  record Rejected(
      String digestId,
      String stage,
      String reason,
      String detail,
      long startByte,
      long endByte,
      String excerpt) {}

  /** How many rejections are listed. */
  static final int LISTED = 100;

  private static final int NAME_LENGTH = 60;
  private static final int DETAIL_LENGTH = 300;
  private static final int EXCERPT_LENGTH = 200;

  private final List<Rejected> listed = new ArrayList<>();
  private final FrequentItems<Utf8> reasons = FrequentItems.ofTexts(64);
  private long count;

  private RejectionTotals() {}

  static RejectionTotals read(ReportInput input) throws IOException {
    RejectionTotals totals = new RejectionTotals();
    try (var rows = new TableRows<>(Table.REJECTIONS, RejectionRow::new, input)) {
      for (; rows.row() != null; rows.advance()) {
        totals.add(rows.row());
      }
    }
    return totals;
  }

  private void add(RejectionRow row) {
    count++;
    reasons.add(FrequentItems.bounded(row.getReason()));
    if (listed.size() < LISTED) {
      listed.add(
          new Rejected(
              Shortened.of(row.getDigestId(), NAME_LENGTH),
              Shortened.of(row.getStage(), NAME_LENGTH),
              Shortened.of(row.getReason(), NAME_LENGTH),
              Shortened.of(row.getDetail(), DETAIL_LENGTH),
              row.getStartByte(),
              row.getEndByte(),
              Shortened.of(row.getExcerpt(), EXCERPT_LENGTH)));
    }
  }

  List<Rejected> listed() {
    return listed;
  }

  long count() {
    return count;
  }

  FrequentItems<Utf8> reasons() {
    return reasons;
  }
}
