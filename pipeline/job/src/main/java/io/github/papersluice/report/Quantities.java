package io.github.papersluice.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers for people, the same in every locale. */
final class Quantities {
  private static final String[] PARAMETER_UNITS = {"", "K", "M", "B", "T"};
  private static final String[] BYTE_UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};

  private Quantities() {}

  /** {@code 1,234,567}. */
  static String count(long number) {
    String digits = Long.toString(number);
    int first = number < 0 ? 1 : 0;
    StringBuilder grouped = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > first; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }

  /** {@code 1 paper}, {@code 2 papers}, {@code no papers}. */
  static String count(long number, String one, String several) {
    return (number == 0 ? "no" : count(number)) + " " + (number == 1 ? one : several);
  }

  /** {@code 7B}, {@code 1.5B}, {@code 41.95M}: two decimals at most, K, M, B, T as in papers. */
  static String parameters(long number) {
    int unit = 0;
    while (unit < PARAMETER_UNITS.length - 1 && power(1000, unit + 1) <= number) {
      unit++;
    }
    return scaled(number, 3 * unit, 2) + PARAMETER_UNITS[unit];
  }

  /** {@code 58.3 MB}, decimal units. */
  static String bytes(long number) {
    int unit = 0;
    while (unit < BYTE_UNITS.length - 1 && power(1000, unit + 1) <= number) {
      unit++;
    }
    return scaled(number, 3 * unit, 1) + " " + BYTE_UNITS[unit];
  }

  /** {@code 27 %}; {@code <1 %} and {@code >99 %} where rounding would say none or all. */
  static String percent(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    long rounded = Math.round(100.0 * part / whole);
    if (rounded == 0 && part > 0) {
      return "<1 %";
    }
    return rounded == 100 && part < whole ? ">99 %" : rounded + " %";
  }

  /** A coordinate with two decimals at most. */
  static String decimal(double number) {
    long hundredths = Math.round(number * 100);
    return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
  }

  private static String scaled(long number, int digits, int decimals) {
    BigDecimal value =
        BigDecimal.valueOf(number)
            .movePointLeft(digits)
            .setScale(decimals, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    String plain = value.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    return count(Long.parseLong(whole)) + (point < 0 ? "" : plain.substring(point));
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }
}
