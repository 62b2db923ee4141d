package io.github.papersluice.reading;

import io.github.papersluice.text.splitting.DateLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The date of a heading. The year is that of the heading, else the one given for the run, else the
 * one that brings the heading nearest to the ISO date in the file's name: a page of {@code Dec 31}
 * may be saved on New Year's Day. Without a heading the date is that of the name.
 */
final class DigestDates {
  private static final Pattern ISO_DATE =
      Pattern.compile("(?<![0-9])[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?![0-9])");

  private final Integer digestYear;
  private final LocalDate nameDate;
  private String heading;
  private String date;

  /** Dates for a file by its name, and by the year given for the run or null. */
  DigestDates(String name, Integer digestYear) {
    this.digestYear = digestYear;
    this.nameDate = dateIn(name.substring(name.lastIndexOf('/') + 1));
    this.date = nameDate == null ? null : nameDate.toString();
  }

  /** The ISO date of a heading, or of the file if it is null; null where no year is known. */
  String of(String wanted) {
    if (!Objects.equals(wanted, heading)) {
      heading = wanted;
      date =
          Optional.ofNullable(wanted == null ? nameDate : resolve(wanted))
              .map(LocalDate::toString)
              .orElse(null);
    }
    return date;
  }

  private LocalDate resolve(String line) {
    return DateLine.parse(line).flatMap(this::resolve).orElse(null);
  }

  private Optional<LocalDate> resolve(DateLine line) {
    if (line.year().isPresent()) {
      return line.in(line.year().getAsInt());
    }
    if (digestYear != null) {
      return line.in(digestYear);
    }
    return nameDate == null ? Optional.empty() : nearestToName(line);
  }

  private Optional<LocalDate> nearestToName(DateLine line) {
    return IntStream.rangeClosed(nameDate.getYear() - 1, nameDate.getYear() + 1)
        .mapToObj(line::in)
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(day, nameDate))));
  }

  /** The first ISO date in a file name that is a day of the calendar, or null. */
  private static LocalDate dateIn(String fileName) {
    return ISO_DATE
        .matcher(fileName)
        .results()
        .map(match -> DateLine.parse(match.group()))
        .flatMap(Optional::stream)
        .map(line -> line.in(line.year().orElseThrow()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }
}
