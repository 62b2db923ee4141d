package io.github.papersluice.text.splitting;

import java.util.Set;

/**
 * The lines with which a papers page tells of one paper: votes and other counts, ages, its place on
 * arXiv, the label of its abstract. None of them is a title, whatever stands around it.
 */
final class PageMark {
  private static final Set<String> COUNTED =
      Set.of(
          "author",
          "authors",
          "upvote",
          "upvotes",
          "vote",
          "votes",
          "like",
          "likes",
          "star",
          "stars",
          "comment",
          "comments",
          "reply",
          "replies",
          "view",
          "views",
          "paper",
          "papers",
          "citation",
          "citations");

  private static final Set<String> TIMES =
      Set.of("second", "minute", "hour", "day", "week", "month", "year");

  private static final Set<String> COUNTERS =
      Set.of("upvote", "github", "comments", "community", "likes", "stars");
  private static final Set<String> LABELS = Set.of("upvote", "abstract", "tl;dr");
  private static final Set<String> PAPER_PAGES =
      Set.of("arxiv.org/abs", "arxiv.org/pdf", "huggingface.co/papers");
  private static final String PUBLISHED = "published ";
  private static final String ARXIV = "arxiv:";

  private PageMark() {}

  /**
   * Whether a line is one of them.
   *
   * @param line as it stands
   * @param words the same in lower case, without the signs around it
   */
  static boolean matches(String line, String words) {
    return line.startsWith("Submitted by")
        || line.startsWith("©")
        || LABELS.contains(words)
        || isAge(words)
        || isCount(words)
        || isArxivPage(words);
  }

  /** {@code 5 authors}, {@code upvote 12}, {@code github 1.2k}. */
  private static boolean isCount(String words) {
    int space = words.lastIndexOf(' ');
    boolean counts = isDigit(words.charAt(0)) || isDigit(words.charAt(space + 1));
    if (space < 0 || !counts) {
      return false;
    }
    String first = words.substring(0, space);
    String last = words.substring(space + 1);
    return (isNumber(first) && COUNTED.contains(last))
        || (isNumber(last) && COUNTERS.contains(first));
  }

  /** {@code 15 days ago}, {@code published an hour ago}, {@code published on mar 11}. */
  private static boolean isAge(String words) {
    boolean published = words.startsWith(PUBLISHED);
    if (!published && !words.endsWith(" ago")) {
      return false;
    }
    String age = published ? words.substring(PUBLISHED.length()) : words;
    if (published && age.startsWith("on ")) {
      return DateLine.parse(age.substring("on ".length())).isPresent();
    }
    String[] parts = age.replaceFirst("^about ", "").split(" ", -1);
    return parts.length == 3
        && parts[2].equals("ago")
        && (isNumber(parts[0]) || parts[0].equals("a") || parts[0].equals("an"))
        && TIMES.contains(parts[1].endsWith("s") ? withoutLast(parts[1]) : parts[1]);
  }

  /** {@code arxiv:2503.01234v2 [cs.cl] 11 mar 2025}, {@code https://arxiv.org/abs/2503.01234}. */
  private static boolean isArxivPage(String words) {
    if (!words.startsWith(ARXIV) && words.indexOf('/') < 0) {
      return false;
    }
    String page = words.startsWith("https://") ? words.substring("https://".length()) : words;
    int space = page.indexOf(' ');
    String address = space < 0 ? page : page.substring(0, space);
    if (address.startsWith(ARXIV)) {
      return isArxivId(address.substring(ARXIV.length()));
    }
    int slash = address.lastIndexOf('/');
    boolean onPaperPage = slash > 0 && PAPER_PAGES.contains(address.substring(0, slash));
    return space < 0 && onPaperPage && isArxivId(address.substring(slash + 1));
  }

  /** {@code 2503.01234v2}, arXiv's identifiers since 2007. */
  private static boolean isArxivId(String text) {
    int dot = text.indexOf('.');
    int version = text.lastIndexOf('v');
    String number = text.substring(0, version > 0 ? version : text.length());
    return dot == 4 && isNumber(number);
  }

  private static String withoutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** {@code 12}, {@code 1,024}, {@code 1.2k}. */
  static boolean isNumber(String text) {
    int end = text.endsWith("k") ? text.length() - 1 : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && (i == 0 || (c != '.' && c != ','))) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
