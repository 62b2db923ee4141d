package io.github.papersluice.dialects.pages;

import io.github.papersluice.text.splitting.Furniture;

/** What a title and an abstract of a page must be to be believed. */
final class Plausibility {
  /** The longest title of 40,988 papers has 228 bytes. */
  static final int LONGEST_TITLE = 400;

  /** Ten times the longest abstract that arXiv takes, 1,920 characters. */
  static final int LONGEST_ABSTRACT = 20_000;

  private Plausibility() {}

  /** Why a title is none, in a sentence; null if it may be one. */
  static String faultOf(String title) {
    if (title.length() > LONGEST_TITLE) {
      return "The title is longer than " + LONGEST_TITLE + " characters.";
    }
    if (title.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "The title has no letter.";
    }
    if (title.contains("](") || title.startsWith("http://") || title.startsWith("https://")) {
      return "The title is markup or an address.";
    }
    if (Labels.ofWhole(title) != null || isOfPage(title)) {
      return "The title is a label or a button of the page.";
    }
    return null;
  }

  /** Why an abstract is none, in a sentence; null if it may be one. */
  static String faultOfAbstract(String abstractText) {
    return abstractText.length() > LONGEST_ABSTRACT
        ? "The abstract is longer than " + LONGEST_ABSTRACT + " characters."
        : null;
  }

  private static boolean isOfPage(String title) {
    Furniture furniture = Furniture.of(title);
    return furniture != null && furniture != Furniture.NUMBER;
  }
}
