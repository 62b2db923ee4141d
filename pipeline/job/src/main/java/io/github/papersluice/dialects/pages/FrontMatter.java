package io.github.papersluice.dialects.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands above a page between two lines {@code ---}. */
final class FrontMatter {
  private static final Pattern DAY =
      Pattern.compile(
          "(?im)^\\s*[\"']?(?:date|day|digest_date|published)[\"']?\\s*[:=]\\s*(.{1,40})$");

  private FrontMatter() {}

  /** The day that it gives the page, or null. */
  static String day(String text) {
    int end = MarkdownSource.frontMatterEnd(text);
    Matcher day = DAY.matcher(text.substring(0, end));
    if (!day.find()) {
      return null;
    }
    String value = day.group(1).replaceAll("[\"']", "");
    return PageDates.isoIn(value.replaceFirst("T[0-9:].*| [0-9]{2}:.*", ""));
  }
}
