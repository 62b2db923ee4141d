package io.github.papersluice.text.sizes;

import java.util.List;

/** A few words that one rule looks for; their case is ignored. */
final class WordSet {
  private final String[] words;

  /** Bit n is set if a word has n letters, or begins with the n-th letter. */
  private int lengths;

  private int initials;

  private WordSet(List<String> words) {
    this.words = words.toArray(String[]::new);
    for (String word : words) {
      lengths |= 1 << word.length();
      initials |= initial(word.charAt(0));
    }
  }

  /**
   * The words of a text.
   *
   * @param words in lower case, of at most 31 letters, with a space between them
   */
  static WordSet of(String words) {
    return new WordSet(List.of(words.split(" ", -1)));
  }

  private static int initial(int letter) {
    return 1 << letter;
  }

  /** Whether a token is one of the words. */
  boolean has(Tokens tokens, int token) {
    if (!tokens.is(token, Tokens.WORD)
        || (initials & initial(tokens.at(token, 0))) == 0
        || (lengths & (1 << Math.min(tokens.length(token), 31))) == 0) {
      return false;
    }
    for (String word : words) {
      if (tokens.isWord(token, word)) {
        return true;
      }
    }
    return false;
  }
}
