package io.github.papersluice.report;

import io.github.papersluice.snapshot.Table;
import io.github.papersluice.tables.DigestRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was read: sums over all digests, and the first of them by name. */
final class InputTotals {
  /** A digest as it is listed. */
  record Digest(
      String name, String format, String date, long byteLength, long papers, long rejections) {}

  /** How many digests are listed. */
  static final int LISTED = 200;

  private static final int NAME_LENGTH = 120;

  /** How many digests' names are remembered for the rows that speak of them. */
  private static final int NAMES = 4096;

  /** The newest days, so many, whose papers are counted. */
  private static final int DAYS = 1_000;

  private final List<Digest> listed = new ArrayList<>();
  private final TreeMap<LocalDate, Long> papersByDay = new TreeMap<>();
  private final Map<String, String> names = new HashMap<>();
  private LocalDate firstDate;
  private LocalDate lastDate;
  private long dated;
  private long count;
  private long bytes;
  private long papers;
  private long rejections;

  private InputTotals() {}

  static InputTotals read(ReportInput input) throws IOException {
    InputTotals totals = new InputTotals();
    try (var rows = new TableRows<>(Table.DIGESTS, DigestRow::new, input)) {
      for (; rows.row() != null; rows.advance()) {
        totals.add(rows.row());
      }
    }
    return totals;
  }

  private void add(DigestRow row) {
    count++;
    bytes += row.getByteLength();
    papers += row.getPaperCount();
    rejections += row.getRejectionCount();
    addDate(row);
    if (names.size() < NAMES) {
      names.put(row.getDigestId().toString(), Shortened.of(row.getName(), NAME_LENGTH));
    }
    if (listed.size() < LISTED) {
      listed.add(digest(row));
    }
  }

  private void addDate(DigestRow row) {
    LocalDate date = row.getDigestDate();
    if (date != null) {
      papersByDay.merge(date, row.getPaperCount(), Long::sum);
      if (papersByDay.size() > DAYS) {
        papersByDay.pollFirstEntry();
      }
      firstDate = dated == 0 || date.isBefore(firstDate) ? date : firstDate;
      lastDate = dated == 0 || date.isAfter(lastDate) ? date : lastDate;
      dated++;
    }
  }

  private static Digest digest(DigestRow row) {
    return new Digest(
        Shortened.of(row.getName(), NAME_LENGTH),
        Shortened.of(row.getFormat(), NAME_LENGTH),
        date(row),
        row.getByteLength(),
        row.getPaperCount(),
        row.getRejectionCount());
  }

  private static String date(DigestRow row) {
    if (row.getDigestDate() != null) {
      return row.getDigestDate().toString();
    }
    return row.getHeading() == null ? "" : Shortened.of(row.getHeading(), NAME_LENGTH);
  }

  /**
   * {@code 2025-03-11} or {@code 2025-03-11 to 2025-03-14}; null if not all digests have a date.
   */
  String period() {
    if (count == 0 || dated < count) {
      return null;
    }
    return firstDate.equals(lastDate) ? firstDate.toString() : firstDate + " to " + lastDate;
  }

  /**
   * The day since which the digests have at least so many papers; the distant past if they do not.
   */
  LocalDate since(long papers) {
    long found = 0;
    for (Map.Entry<LocalDate, Long> day : papersByDay.descendingMap().entrySet()) {
      found += day.getValue();
      if (found >= papers) {
        return day.getKey();
      }
    }
    return LocalDate.MIN;
  }

  List<Digest> listed() {
    return listed;
  }

  /** The name of a digest, or its id if that is not remembered. */
  String name(String digestId) {
    return names.getOrDefault(digestId, digestId);
  }

  long count() {
    return count;
  }

  long bytes() {
    return bytes;
  }

  long papers() {
    return papers;
  }

  long rejections() {
    return rejections;
  }
}
