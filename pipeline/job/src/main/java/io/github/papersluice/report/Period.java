package io.github.papersluice.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long the steps of a trend are. The page's script knows the same four. */
enum Period {
  DAY("day", 62),
  WEEK("week", 427),
  MONTH("month", 7_400),
  YEAR("year", Long.MAX_VALUE);

  private final String label;
  private final long longestSpan;

  Period(String label, long longestSpan) {
    this.label = label;
    this.longestSpan = longestSpan;
  }

  /** The period that suits a span of so many days: about 10 to 60 steps, never more than 250. */
  static Period forSpan(long days) {
    for (Period period : values()) {
      if (days <= period.longestSpan) {
        return period;
      }
    }
    return YEAR;
  }

  /** The first day of the period that holds a day; weeks begin on Mondays. */
  long start(long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    LocalDate start =
        switch (this) {
          case DAY -> date;
          case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> date.withDayOfMonth(1);
          case YEAR -> date.withDayOfYear(1);
        };
    return start.toEpochDay();
  }

  /** {@code day}, {@code week}, ... */
  String label() {
    return label;
  }
}
