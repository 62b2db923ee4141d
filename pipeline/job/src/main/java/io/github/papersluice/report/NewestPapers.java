package io.github.papersluice.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the newest papers of any number, in bounded memory: whenever it holds a quarter more than
 * it keeps, the oldest go.
 */
final class NewestPapers {
  /** The most papers listed. */
  static final int PAPERS = 50_000;

  /**
   * Of no more papers, the newest, need whole abstracts be kept: they have {@link #ABSTRACT_BYTES}.
   */
  static final long WITH_ABSTRACT = 4_000;

  /** The most bytes that the listed papers' rows may have before they are compressed. */
  private static final long ROW_BYTES = 24_000_000;

  /**
   * The bytes of whole abstracts that are kept, about 2,000: twice as many would make a page a
   * quarter larger, and a fifth slower to make.
   */
  private static final long ABSTRACT_BYTES = 3_000_000;

  private List<ListedPaper> papers = new ArrayList<>();
  private long rowBytes;
  private long abstractBytes;
  private long oldestKept = Long.MIN_VALUE;

  /** Whether a paper of this day may be among the newest; if not, it need not be made. */
  boolean takes(long day) {
    return day >= oldestKept;
  }

  void add(ListedPaper paper) {
    papers.add(paper);
    rowBytes += paper.rowBytes();
    abstractBytes += paper.abstractBytes();
    if (papers.size() > PAPERS + PAPERS / 4
        || rowBytes > ROW_BYTES + ROW_BYTES / 4
        || abstractBytes > 4 * ABSTRACT_BYTES) {
      dropOldest();
    }
  }

  private void dropOldest() {
    papers.sort(ListedPaper.NEWEST_FIRST);
    List<ListedPaper> kept = new ArrayList<>();
    rowBytes = 0;
    abstractBytes = 0;
    for (ListedPaper paper : papers) {
      if (kept.size() == PAPERS || rowBytes > ROW_BYTES) {
        oldestKept = kept.get(kept.size() - 1).day();
        break;
      }
      if (abstractBytes > ABSTRACT_BYTES) {
        paper.dropAbstract();
      }
      rowBytes += paper.rowBytes();
      abstractBytes += paper.abstractBytes();
      kept.add(paper);
    }
    papers = kept;
  }

  /** The papers kept, newest first. */
  List<ListedPaper> newestFirst() {
    dropOldest();
    return List.copyOf(papers);
  }
}
