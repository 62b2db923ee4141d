package io.github.papersluice.snapshot;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The value of one date column; runs of rows have the same day, which is read once. */
final class RowDate {
  /** The length of {@code 2025-03-11}: a longer year is outside what warehouses take as a date. */
  private static final int LENGTH = 10;

  private String text;
  private LocalDate day;

  /**
   * The day of an ISO date.
   *
   * @return the day, or null for null and for what is not a day of the years 1 to 9999
   */
  LocalDate of(String isoDate) {
    if (isoDate == null) {
      return null;
    }
    if (!isoDate.equals(text)) {
      text = isoDate;
      day = parse(isoDate);
    }
    return day;
  }

  private static LocalDate parse(String isoDate) {
    if (isoDate.length() != LENGTH) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(isoDate);
      return day.getYear() < 1 ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
