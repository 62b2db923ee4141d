package io.github.papersluice.text.splitting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that is a date and nothing else: {@code Mar 11}, {@code March 11, 2025}, {@code 11 Mar
 * 2025}, {@code Tue, Mar 11}, {@code 2025-03-11}, {@code 2025年3月11日}.
 *
 * @param month 1 to 12
 * @param day 1 to 31, perhaps more than the month has
 * @param year as written, or empty
 */
public record DateLine(int month, int day, OptionalInt year) {
  /** No date line is longer, in bytes: {@code Wednesday, September 30th, 2025}. */
  static final int LONGEST = 40;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final String MONTH =
      "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  private static final String WEEKDAY =
      "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? +)?";
  private static final String DAY = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:,? +(?<year>[12][0-9]{3}))?";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(WEEKDAY + MONTH + " +" + DAY + YEAR),
          Pattern.compile(WEEKDAY + DAY + " +" + MONTH + YEAR),
          Pattern.compile("(?<year>[12][0-9]{3})[-/](?<month>[0-9]{2})[-/](?<day>[0-9]{2})"),
          Pattern.compile("(?<year>[12][0-9]{3})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日"));

  /**
   * Reads a date line.
   *
   * @param line the whole line without the white space around it
   * @return empty if it is anything but a date
   */
  public static Optional<DateLine> parse(String line) {
    if (line.length() > LONGEST || !hasDigit(line)) {
      return Optional.empty();
    }
    String lower = line.toLowerCase(Locale.ROOT);
    return FORMS.stream()
        .map(form -> form.matcher(lower))
        .filter(Matcher::matches)
        .findFirst()
        .map(DateLine::of)
        .filter(date -> date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31);
  }

  /**
   * The date in a year.
   *
   * @param wantedYear a year of the common era
   * @return empty if the month has no such day in that year
   */
  public Optional<LocalDate> in(int wantedYear) {
    try {
      return Optional.of(LocalDate.of(wantedYear, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateLine of(Matcher match) {
    String year = match.group("year");
    return new DateLine(
        month(match.group("month")),
        Integer.parseInt(match.group("day")),
        year == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)));
  }

  /** Every form has one; few short titles do, so the others cost no matching. */
  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  private static int month(String written) {
    return Character.isDigit(written.charAt(0))
        ? Integer.parseInt(written)
        : MONTHS.indexOf(written.substring(0, 3)) + 1;
  }
}
