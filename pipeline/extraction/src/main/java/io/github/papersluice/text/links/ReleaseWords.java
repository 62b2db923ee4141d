package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.papersluice.text.rules.Lexicon;
import java.util.Map;

/** The lexicon of sentences that say what a paper gives away, and its tokens that are no words. */
final class ReleaseWords {
  static final int NUMBER = 1;
  static final int LINK = 2;

  static final Lexicon LEXICON =
      Lexicon.read(ReleaseWords.class, "lexicon.txt", Map.of("NUMBER", NUMBER, "LINK", LINK));

  /** "Open-source", "open source" and "opensource" alike. */
  static final int OPEN_SOURCE = symbol("opensource");

  static final int OPEN_SOURCED = symbol("opensourced");
  static final int OPEN_SOURCING = symbol("opensourcing");

  static final int OPEN = symbol("open");

  /** "Web-based" says nothing of use, as "based on" does. */
  static final int BASED = symbol("based");

  /** Any word that is not in the lexicon. */
  static final int UNKNOWN = symbol("x");

  private ReleaseWords() {}

  /** The symbol of a word in lower case. */
  static int symbol(String word) {
    return LEXICON.symbol(word.getBytes(US_ASCII), 0, word.length());
  }

  /** Which symbols a class holds. */
  static boolean[] members(String wordClass) {
    boolean[] members = new boolean[LEXICON.symbols()];
    for (int symbol : LEXICON.members(wordClass)) {
      members[symbol] = true;
    }
    return members;
  }
}
