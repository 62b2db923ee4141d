package io.github.papersluice.text;

import java.util.Set;

/**
 * The lines of a saved papers page that belong to the page and not to a paper. They are told by
 * their exact text: a title that merely resembles one is a title.
 */
enum Furniture {
  /** A date line: {@code Mar 11}. The records after it belong to that day. */
  DATE,

  /**
   * A line at the top of every page: what follows is another page, with no date until one comes.
   */
  PAGE_TOP,

  /** A word of the page's menus, {@code Subscribe}, which a paper's title might be too. */
  WORD,

  /** {@code Submitted by}, after which a person's name follows. */
  SUBMITTED_BY,

  /** A bare number, {@code 41}: votes or comments, or a title where an abstract follows it. */
  NUMBER,

  /** Votes, counts and dots: {@code Upvote 12}, {@code · 5 authors}, {@code -}. Never a title. */
  MARK;

  /** No piece of furniture is longer, in bytes: a person's name in {@code Submitted by}. */
  static final int LONGEST = 80;

  private static final Set<String> PAGE_TOPS =
      Set.of(
          "Get trending papers in your email inbox!",
          "byAK and the research community",
          "by AK and the research community");
  private static final Set<String> WORDS =
      Set.of(
          "new",
          "Subscribe",
          "Daily",
          "Weekly",
          "Monthly",
          "Papers",
          "Daily Papers",
          "Trending Papers",
          "View all");
  private static final Set<String> MARKS = Set.of("Upvote", "-", "–", "—", "·", "•", "|");
  private static final String SUBMITTED = "Submitted by";

  /** What a line is, or null if it is no furniture; white space around it is gone. */
  static Furniture of(String line) {
    if (PAGE_TOPS.contains(line)) {
      return PAGE_TOP;
    }
    if (WORDS.contains(line)) {
      return WORD;
    }
    if (line.equals(SUBMITTED)) {
      return SUBMITTED_BY;
    }
    if (isNumber(line)) {
      return NUMBER;
    }
    if (isMark(line)) {
      return MARK;
    }
    return DateLine.parse(line).isPresent() ? DATE : null;
  }

  private static boolean isMark(String line) {
    return MARKS.contains(line)
        || (line.startsWith("Upvote ") && isNumber(line.substring("Upvote ".length())))
        || (line.startsWith(SUBMITTED + " ") && line.length() <= LONGEST)
        || isAuthorCount(line.startsWith("·") ? line.substring(1).strip() : line);
  }

  /** {@code 12}, {@code 1,024}, {@code 1.2k}. */
  private static boolean isNumber(String text) {
    int end = text.endsWith("k") ? text.length() - 1 : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (i == 0 || (c != '.' && c != ','))) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isAuthorCount(String text) {
    int space = text.indexOf(' ');
    return space > 0
        && isNumber(text.substring(0, space))
        && (text.endsWith(" authors") || text.endsWith(" author"))
        && text.indexOf(' ', space + 1) < 0;
  }
}
