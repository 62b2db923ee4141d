package io.github.papersluice.report;

import io.github.papersluice.tables.PaperRow;
import java.util.Map;
import java.util.TreeMap;

/** What the papers of each day, week, month or year have. In bounded memory. */
final class Trend {
  /** The sums of a period, its largest sizes by how many papers name no larger one. */
  static final class Step {
    private long papers;
    private long available;
    private long promised;
    private long sized;
    private final TreeMap<Long, Long> sizes = new TreeMap<>();

    long papers() {
      return papers;
    }

    long available() {
      return available;
    }

    long promised() {
      return promised;
    }

    /** The papers that name a size. */
    long sized() {
      return sized;
    }

    /**
     * The size that a share of the papers' largest sizes does not pass: the smallest that at least
     * that share reaches; 0 if there is none.
     */
    long quantile(int percent) {
      long rank = Math.max(1, (sized * percent + 99) / 100);
      for (Map.Entry<Long, Long> size : sizes.entrySet()) {
        rank -= size.getValue();
        if (rank <= 0) {
          return size.getKey();
        }
      }
      return 0;
    }

    private void add(String status, Long largest) {
      papers++;
      available += status.equals("AVAILABLE") ? 1 : 0;
      promised += status.equals("PROMISED") ? 1 : 0;
      if (largest != null) {
        addSize(largest, 1);
      }
    }

    private void addSize(long size, long count) {
      sized += count;
      long kept = sizes.size() < SIZES || sizes.containsKey(size) ? size : rounded(size);
      sizes.merge(kept, count, Long::sum);
    }

    private Step add(Step other) {
      papers += other.papers;
      available += other.available;
      promised += other.promised;
      other.sizes.forEach(this::addSize);
      return this;
    }
  }

  /** A day and how many papers it has. */
  record Before(long day, long papers) {}

  /** Distinct sizes of a step that are told apart exactly; others are rounded down to a border. */
  private static final int SIZES = 1_000;

  /** More steps than this are joined to longer ones. */
  private static final int STEPS = 2_000;

  private Period period = Period.DAY;
  private TreeMap<Long, Step> steps = new TreeMap<>();
  private final Step undated = new Step();
  private long firstDay = Long.MAX_VALUE;
  private long lastDay = Long.MIN_VALUE;
  private Step lastDays = new Step();
  private long dayBefore = Long.MIN_VALUE;
  private long papersBefore;

  private static long rounded(long size) {
    return size < 1 ? 0 : SizeScale.from(SizeScale.bin(size));
  }

  void add(PaperRow paper) {
    String status = paper.getCodeStatus().toString();
    Long largest = paper.getLargestParameters();
    if (paper.getDigestDate() == null) {
      undated.add(status, largest);
      return;
    }
    long day = paper.getDigestDate().toEpochDay();
    firstDay = Math.min(firstDay, day);
    addToLastDays(day, status, largest);
    steps.computeIfAbsent(period.start(day), any -> new Step()).add(status, largest);
    // So many days are more than a year, which is not told by week.
    if (steps.size() > STEPS && period != Period.YEAR) {
      lengthen(period == Period.DAY ? Period.MONTH : Period.YEAR);
    }
  }

  private void addToLastDays(long day, String status, Long largest) {
    if (day > lastDay) {
      dayBefore = lastDay;
      papersBefore = lastDays.papers;
      lastDay = day;
      lastDays = new Step();
    } else if (day < lastDay && day > dayBefore) {
      dayBefore = day;
      papersBefore = 0;
    }
    if (day == lastDay) {
      lastDays.add(status, largest);
    } else if (day == dayBefore) {
      papersBefore++;
    }
  }

  private void lengthen(Period longer) {
    TreeMap<Long, Step> joined = new TreeMap<>();
    steps.forEach(
        (start, step) -> joined.computeIfAbsent(longer.start(start), any -> new Step()).add(step));
    steps = joined;
    period = longer;
  }

  /** The steps in the period that suits the span, by their first days. */
  Map<Long, Step> steps() {
    Period wanted = steps.isEmpty() ? period : Period.forSpan(lastDay - firstDay + 1);
    if (wanted.compareTo(period) > 0) {
      lengthen(wanted);
    }
    return steps;
  }

  Period period() {
    return period;
  }

  boolean isEmpty() {
    return steps.isEmpty();
  }

  long firstDay() {
    return firstDay;
  }

  /** The newest day. */
  long lastDay() {
    return lastDay;
  }

  /** The newest day's papers. */
  Step lastDays() {
    return lastDays;
  }

  /** The last day with papers before the newest; null if there is none. */
  Before before() {
    return dayBefore == Long.MIN_VALUE ? null : new Before(dayBefore, papersBefore);
  }

  /** Papers without a date, which are in no step. */
  long undated() {
    return undated.papers;
  }
}
