package io.github.papersluice.report;

import io.github.papersluice.snapshot.InParallel;
import io.github.papersluice.tables.PaperRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes listed papers of rows on all processors, some at a time, and keeps them in their order. */
final class PaperBatch {
  private static final int PAPERS = 1_024;
  private static final long BYTES = 4_000_000;

  private record Read(int place, PaperRow row, long order, String digest, List<Fact> facts) {}

  private final NewestPapers newest;
  private final LocalDate wholeSince;
  private final List<Read> reads = new ArrayList<>();
  private long bytes;

  /**
   * A batch whose papers go to the newest.
   *
   * @param wholeSince papers of this day and later keep their whole abstracts
   */
  PaperBatch(NewestPapers newest, LocalDate wholeSince) {
    this.newest = newest;
    this.wholeSince = wholeSince;
  }

  /** Adds a row, which is the batch's from now on. */
  void add(PaperRow row, long order, String digest, List<Fact> facts) throws IOException {
    reads.add(new Read(reads.size(), row, order, digest, facts));
    bytes += row.getAbstract$().getByteLength();
    if (reads.size() == PAPERS || bytes > BYTES) {
      finish();
    }
  }

  /** Makes what is left. */
  void finish() throws IOException {
    ListedPaper[] made = new ListedPaper[reads.size()];
    InParallel.forEach(reads, read -> made[read.place()] = listed(read));
    Arrays.stream(made).forEach(newest::add);
    reads.clear();
    bytes = 0;
  }

  private ListedPaper listed(Read read) {
    LocalDate day = read.row().getDigestDate();
    boolean recent = day != null && !day.isBefore(wholeSince);
    boolean whole = recent || wholeSince.equals(LocalDate.MIN);
    return new ListedPaper(read.row(), read.order(), read.digest(), read.facts(), whole);
  }
}
