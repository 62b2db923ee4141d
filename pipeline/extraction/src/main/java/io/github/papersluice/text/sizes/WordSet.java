package io.github.papersluice.text.sizes;

import java.util.List;

/** A few words that one rule looks for; their case is ignored. */
final class WordSet {
  private final List<String> words;

  private WordSet(List<String> words) {
    this.words = words;
  }

  /**
   * The words of a text.
   *
   * @param words in lower case, with a space between them
   */
  static WordSet of(String words) {
    return new WordSet(List.of(words.split(" ", -1)));
  }

  /** Whether a token is one of the words. */
  boolean has(Tokens tokens, int token) {
    for (String word : words) {
      if (tokens.isWord(token, word)) {
        return true;
      }
    }
    return false;
  }
}
