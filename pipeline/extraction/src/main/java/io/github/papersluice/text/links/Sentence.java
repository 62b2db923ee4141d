package io.github.papersluice.text.links;

/** Cuts sentences out of text, roughly: enough to tell what a sentence says of a link. */
final class Sentence {
  /** No sentence is looked at further than this, in bytes. */
  static final int LONGEST = 480;

  private Sentence() {}

  /** The first byte of the sentence that holds a place, not before the floor. */
  static int start(byte[] text, int floor, int at) {
    int lowest = Math.max(floor, at - LONGEST);
    for (int i = at - 1; i > lowest; i--) {
      if (text[i] == ' ' && endsSentence(text, lowest, i - 1) && beginsSentence(text, i + 1, at)) {
        return i + 1;
      }
    }
    return lowest;
  }

  /** The end of the sentence that goes on at a place. */
  static int end(byte[] text, int at, int end) {
    int highest = Math.min(end, at + LONGEST);
    for (int i = at; i + 1 < highest; i++) {
      if (text[i + 1] == ' ' && endsSentence(text, at, i) && beginsSentence(text, i + 2, highest)) {
        return i + 1;
      }
    }
    return highest;
  }

  private static boolean endsSentence(byte[] text, int floor, int i) {
    int k = i;
    while (k > floor && ")}\"'".indexOf(text[k]) >= 0) {
      k--;
    }
    return k >= floor && ".!?".indexOf(text[k]) >= 0 && !isInitial(text, floor, k);
  }

  /** {@code e.g. A}, {@code J. Doe}: the dot after a single letter ends no sentence. */
  private static boolean isInitial(byte[] text, int floor, int dot) {
    return text[dot] == '.'
        && dot - 2 >= floor
        && UrlCharacters.isLetter(text[dot - 1])
        && !UrlCharacters.isAlphanumeric(text[dot - 2])
        && text[dot - 2] != ')';
  }

  private static boolean beginsSentence(byte[] text, int i, int end) {
    return i >= end
        || UrlCharacters.isUpperCase(text[i])
        || UrlCharacters.isDigit(text[i])
        || "\\$([*\"h".indexOf(text[i]) >= 0;
  }
}
