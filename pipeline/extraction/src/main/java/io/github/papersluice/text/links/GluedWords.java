package io.github.papersluice.text.links;

import java.util.Set;

/** Words that follow a URL's dot without a space, and are the next sentence's first. */
final class GluedWords {
  /** Words that begin sentences and end no file's or repository's name. */
  private static final Set<String> OPENERS =
      Set.of(
          "The",
          "This",
          "These",
          "Those",
          "That",
          "We",
          "Our",
          "It",
          "Its",
          "In",
          "To",
          "For",
          "As",
          "By",
          "With",
          "From",
          "On",
          "Code",
          "Codes",
          "However",
          "Moreover",
          "Furthermore",
          "Finally",
          "Additionally",
          "Extensive",
          "Experiments",
          "Specifically");

  /** Capitalised endings of names: {@code Json.Net}. */
  private static final Set<String> NAME_ENDINGS = Set.of("Net", "Core", "Lite", "Js", "Jl");

  private GluedWords() {}

  static boolean isOpener(String word) {
    return OPENERS.contains(word);
  }

  /** A capital and small letters, and not the usual ending of a name. */
  static boolean isCapitalised(String word) {
    if (word.isEmpty() || NAME_ENDINGS.contains(word)) {
      return false;
    }
    boolean capitalised = UrlCharacters.isUpperCase(word.charAt(0));
    for (int i = 1; i < word.length(); i++) {
      capitalised &= UrlCharacters.isLowerCase(word.charAt(i));
    }
    return capitalised;
  }

  /** Small letters only. */
  static boolean isLowerCase(String word) {
    return word.chars().allMatch(UrlCharacters::isLowerCase);
  }
}
