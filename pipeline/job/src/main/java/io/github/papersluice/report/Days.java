package io.github.papersluice.report;

import java.time.LocalDate;

/** Writes days for people, the same in every locale. */
final class Days {
  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  private Days() {}

  /** {@code 30 December 2025}. */
  static String spoken(long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
  }

  /** {@code 2025-12-30}. */
  static String iso(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }
}
