package io.github.papersluice.dialects.pages;

import io.github.papersluice.text.splitting.DateLine;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a day inside a line of a page. */
final class PageDates {
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

  /** A day with its year; a dash and another day behind it would make it a span of time. */
  private static final Pattern WITH_YEAR =
      Pattern.compile(
          "(?<![\\p{L}0-9./-])(?:(?<y>[12][0-9]{3})(?<sep>[-/.])(?<m>[0-9]{1,2})\\k<sep>(?<d>[0-9]{1,2})(?![0-9])|(?<cy>[12][0-9]{3})"
              + " ?年 ?(?<cm>[0-9]{1,2}) ?月 ?(?<cd>[0-9]{1,2}) ?日|(?<line>"
              + MONTH
              + " [0-9]{1,2}(?:st|nd|rd|th)?,? [12][0-9]{3}"
              + "|[0-9]{1,2}(?:st|nd|rd|th)? "
              + MONTH
              + ",? [12][0-9]{3}))(?![\\p{L}0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SPAN = Pattern.compile("^\\s*(?:[-–—~]|to\\b|至|到)\\s*\\p{Alnum}.*");
  private static final int LONGEST_LINE = 300;

  private PageDates() {}

  /**
   * The day that a line names, in a form that {@link DateLine} reads: as written where it does.
   *
   * @return null if there is none, or two that make a span
   */
  static String in(String line) {
    String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    if (DateLine.parse(FieldText.clean(text)).isPresent()) {
      return FieldText.clean(text);
    }
    Matcher day = WITH_YEAR.matcher(text);
    if (!day.find() || SPAN.matcher(text.substring(day.end())).matches()) {
      return null;
    }
    String written = text.substring(day.start(), day.end()).strip();
    if (DateLine.parse(written).isPresent()) {
      return written;
    }
    String iso = iso(day);
    return iso != null && DateLine.parse(iso).isPresent() ? iso : null;
  }

  /** The same as an ISO date; null if the line names no day of the calendar or no year. */
  static String isoIn(String line) {
    String written = in(line);
    Optional<DateLine> day = written == null ? Optional.empty() : DateLine.parse(written);
    OptionalInt year = day.isEmpty() ? OptionalInt.empty() : day.get().year();
    return year.isEmpty() ? null : day.get().in(year.getAsInt()).map(Object::toString).orElse(null);
  }

  private static String iso(Matcher day) {
    String year = day.group("y") == null ? day.group("cy") : day.group("y");
    if (year == null) {
      return null;
    }
    String month = day.group("m") == null ? day.group("cm") : day.group("m");
    String date = day.group("d") == null ? day.group("cd") : day.group("d");
    return year + "-" + twoDigits(month) + "-" + twoDigits(date);
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
