package io.github.papersluice.dialects.values;

import io.github.papersluice.text.splitting.DateLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of fields as ISO dates: whatever a source writes, as long as it says year, month, day. */
public final class IsoDate {
  private static final Pattern LEADING_ISO =
      Pattern.compile(
          "(?<year>[12][0-9]{3})([-/.]?)(?<month>[0-9]{2})\\2(?<day>[0-9]{2})(?![0-9]).*");

  /** RFC 5322's {@code Mon, 5 Jan 2026 19:18:42 GMT}, and the year in two digits of old mails. */
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:[a-z]{3,9},?\\s+)?(?<day>[0-9]{1,2})[ -](?<month>[a-z]{3})[a-z]*[ -]"
              + "(?<year>[0-9]{4}|[0-9]{2})(?![0-9]).*");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,10}(?:[0-9]{3})?(?:\\.[0-9]+)?");
  private static final int MILLISECOND_DIGITS = 12;
  private static final int LONGEST = 100;

  private IsoDate() {}

  /**
   * The date that a value begins with, in the time zone it is written in; a number is seconds or
   * milliseconds since 1970.
   *
   * @param value a date, or a date and a time, or null
   * @return null if it is neither, or no day of the calendar
   */
  public static String of(String value) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    boolean mayBeIso = text.charAt(0) >= '1' && text.charAt(0) <= '2';
    Matcher iso = mayBeIso ? LEADING_ISO.matcher(text) : null;
    if (iso != null && iso.matches()) {
      return date(number(iso, "year"), number(iso, "month"), number(iso, "day"));
    }
    if (text.charAt(0) <= '9' && EPOCH.matcher(text).matches()) {
      return ofEpoch(text);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher mail = MAIL.matcher(lower);
    if (mail.matches()) {
      return ofMail(mail);
    }
    return DateLine.parse(text)
        .filter(line -> line.year().isPresent())
        .flatMap(line -> line.in(line.year().getAsInt()))
        .map(LocalDate::toString)
        .orElse(null);
  }

  private static String ofMail(Matcher mail) {
    int month = MONTHS.indexOf(mail.group("month"));
    int year = number(mail, "year");
    // RFC 5322, section 4.3: two digits below 50 are of this century.
    int whole = year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;
    return month % 3 == 0 ? date(whole, month / 3 + 1, number(mail, "day")) : null;
  }

  private static String ofEpoch(String digits) {
    String whole = digits.split("\\.", 2)[0];
    long number = Long.parseLong(whole);
    long seconds = whole.length() >= MILLISECOND_DIGITS ? number / 1000 : number;
    return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC).toString();
  }

  private static int number(Matcher match, String group) {
    return Integer.parseInt(match.group(group));
  }

  private static String date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
