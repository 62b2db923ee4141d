package io.github.papersluice.text.splitting;

import java.util.Locale;
import java.util.Set;

/**
 * The lines of a saved papers page that belong to the page and not to a paper. They are told by
 * their whole text: a title that merely resembles one is a title.
 */
public enum Furniture {
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

  /** A button or note of one paper, {@code View PDF}, or a title where an abstract follows it. */
  BUTTON,

  /** Votes, counts, ages and rules: {@code Upvote 12}, {@code · 5 authors}. Never a title. */
  MARK;

  /** No piece of furniture is longer, in bytes: a person's name in {@code Submitted by}. */
  static final int LONGEST = 56;

  private static final Set<String> PAGE_TOPS =
      Set.of(
          "get trending papers in your email inbox!",
          "get trending papers in your email inbox once a day!",
          "byak and the research community",
          "by ak and the research community");

  private static final Set<String> WORDS =
      Set.of(
          "new",
          "subscribe",
          "daily",
          "weekly",
          "monthly",
          "papers",
          "daily papers",
          "trending papers",
          "trending",
          "hot",
          "this week",
          "this month",
          "previous",
          "next",
          "view all",
          "load more",
          "show more",
          "see more",
          "hugging face",
          "models",
          "datasets",
          "spaces",
          "buckets",
          "community",
          "docs",
          "enterprise",
          "solutions",
          "pricing",
          "log in",
          "sign in",
          "sign up",
          "company",
          "about",
          "jobs",
          "press",
          "contact",
          "blog",
          "website",
          "tos",
          "terms",
          "privacy",
          "privacy policy",
          "accept",
          "accept all",
          "decline",
          "reject all",
          "back to top");

  private static final Set<String> BUTTONS =
      Set.of(
          "github",
          "arxiv",
          "arxiv page",
          "arxiv explained",
          "pdf",
          "html",
          "project page",
          "view paper",
          "view pdf",
          "view arxiv page",
          "open pdf",
          "download pdf",
          "read more",
          "add to collection",
          "share",
          "cite",
          "bookmark",
          "save",
          "like",
          "comments",
          "today",
          "yesterday",
          "just now");

  /** Whether it may stand between a title and its abstract. */
  public boolean standsInRecords() {
    return this == NUMBER || this == BUTTON || this == MARK;
  }

  /** What a line is, or null if it is no furniture; white space around it is gone. */
  public static Furniture of(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (PAGE_TOPS.contains(lower)) {
      return PAGE_TOP;
    }
    String words = bare(lower);
    if (words.isEmpty()) {
      return MARK;
    }
    if (WORDS.contains(words)) {
      return WORD;
    }
    if (words.equals("submitted by")) {
      return SUBMITTED_BY;
    }
    if (PageMark.isNumber(words)) {
      return NUMBER;
    }
    if (BUTTONS.contains(words)) {
      return BUTTON;
    }
    if (PageMark.matches(line, words)) {
      return MARK;
    }
    return DateLine.parse(line).isPresent() ? DATE : null;
  }

  /** The line without signs around it: arrows, stars, rules, dots between pieces. */
  private static String bare(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && !Character.isLetterOrDigit(line.codePointAt(start))) {
      start += Character.charCount(line.codePointAt(start));
    }
    while (start < end && !Character.isLetterOrDigit(line.codePointBefore(end))) {
      end -= Character.charCount(line.codePointBefore(end));
    }
    return line.substring(start, end);
  }
}
