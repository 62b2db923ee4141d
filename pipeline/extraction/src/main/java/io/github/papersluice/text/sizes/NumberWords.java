package io.github.papersluice.text.sizes;

import java.util.List;

/** Whole numbers up to some hundreds that are written as words. */
final class NumberWords {
  private static final List<String> SMALL =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private NumberWords() {}

  /** The value of the number that begins at a word; 0 if none does. */
  static int value(Tokens tokens, int token) {
    int small = small(tokens, token);
    if (small > 0) {
      return tokens.isWord(token + 1, "hundred") ? 100 * small : small;
    }
    int tens = tens(tokens, token);
    return tens > 0 ? tens + ones(tokens, token) : 0;
  }

  /** The last token of the number that begins at a word. */
  static int last(Tokens tokens, int token) {
    if (tokens.isWord(token + 1, "hundred")) {
      return token + 1;
    }
    return tens(tokens, token) > 0 && ones(tokens, token) > 0 ? token + 2 : token;
  }

  private static int ones(Tokens tokens, int token) {
    int ones = tokens.is(token + 1, '-') ? small(tokens, token + 2) : 0;
    return ones < 10 ? ones : 0;
  }

  private static int small(Tokens tokens, int token) {
    return tokens.has(token, Words.NUMERAL) ? index(SMALL, tokens, token) : 0;
  }

  private static int tens(Tokens tokens, int token) {
    int index = tokens.has(token, Words.NUMERAL) ? index(TENS, tokens, token) : 0;
    return index == 0 ? 0 : 10 * (index + 1);
  }

  /** The place of a word in a list, from 1; 0 if it is not there. */
  private static int index(List<String> words, Tokens tokens, int token) {
    for (int i = 0; i < words.size(); i++) {
      if (tokens.isWord(token, words.get(i))) {
        return i + 1;
      }
    }
    return 0;
  }
}
