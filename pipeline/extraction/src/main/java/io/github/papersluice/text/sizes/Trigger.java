package io.github.papersluice.text.sizes;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.bytes.ByteWords;
import io.github.papersluice.model.Utf8Text;

/** The cheap first look: does a text hold any number that could be a model's size? */
final class Trigger {
  private static final int WINDOW = 12;
  private static final long LETTER_L = ByteWords.repeat((byte) 'l');
  private static final String NUMBER_ENDS = "ne wo ee ur ve ix en ht ty ed";
  private static final int NOUN_WINDOW = 60;

  private Trigger() {}

  /**
   * False for most texts, at the cost of one look at each byte, and never for a text that holds a
   * size.
   */
  static boolean mayHoldSize(Utf8Text text) {
    byte[] bytes = text.array();
    int end = text.end();
    int at = ByteSearch.indexOfDigit(bytes, text.start(), end);
    while (at < end) {
      int start = at;
      while (at < end && isWithinNumber(bytes[at])) {
        at++;
      }
      if (isUnitNear(bytes, at, end) || (at - start > 1 && isNounNear(bytes, at, end))) {
        return true;
      }
      at = ByteSearch.indexOfDigit(bytes, at, end);
    }
    return holdsUnitWord(bytes, text.start(), end, true);
  }

  /**
   * Whether a unit is written out: what "seven billion" and "ten millions" share is "llion".
   *
   * @param spelled whether a number that is a word has to be before it
   */
  static boolean holdsUnitWord(byte[] bytes, int start, int end, boolean spelled) {
    int floor = spelled ? start : -1;
    int at = start;
    for (; at < end - 2 * Long.BYTES; at += Long.BYTES) {
      long pairs =
          ByteWords.equal(ByteWords.at(bytes, at), LETTER_L)
              & ByteWords.equal(ByteWords.at(bytes, at + 1), LETTER_L);
      if (pairs != 0 && isUnitWordWithin(bytes, floor, at, at + Long.BYTES)) {
        return true;
      }
    }
    return isUnitWordWithin(bytes, floor, at, end - 4);
  }

  // The last two letters of all numbers that are words; most millions are "of millions".
  private static boolean followsNumberWord(byte[] bytes, int start, int within) {
    int at = within;
    while (at > start && Typography.isLetter(bytes[at - 1])) {
      at--;
    }
    while (at > start && !Typography.isLetter(bytes[at - 1]) && within - at < WINDOW) {
      at--;
    }
    return at - start > 2
        && NUMBER_ENDS.indexOf("" + (char) (bytes[at - 2] | 0x20) + (char) (bytes[at - 1] | 0x20))
            >= 0;
  }

  /** With a floor of -1, whatever is before the unit. */
  private static boolean isUnitWordWithin(byte[] bytes, int floor, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == 'l'
          && bytes[at + 1] == 'l'
          && bytes[at + 2] == 'i'
          && bytes[at + 3] == 'o'
          && bytes[at + 4] == 'n'
          && (floor < 0 || followsNumberWord(bytes, floor, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithinNumber(byte letter) {
    return Tokens.isDigit(letter) || letter == '.' || letter == ',';
  }

  // A unit follows after nothing but signs, spaces and LaTeX: "7B", "7$ B", "0.6-billion".
  private static boolean isUnitNear(byte[] bytes, int start, int end) {
    int limit = Math.min(end, start + WINDOW);
    for (int at = start; at < limit; at++) {
      int lower = bytes[at] | 0x20;
      if (lower >= 'a' && lower <= 'z') {
        return isUnit(bytes, at, end, lower) || (at > start && bytes[at - 1] == '\\');
      }
      if (bytes[at] == '(' || bytes[at] == ';' || bytes[at] == ':' || bytes[at] == '%') {
        return false;
      }
    }
    return false;
  }

  private static boolean isUnit(byte[] bytes, int at, int end, int lower) {
    int second = at + 1 < end ? bytes[at + 1] | 0x20 : 0;
    int third = at + 2 < end ? bytes[at + 2] | 0x20 : 0;
    boolean alone = second < 'a' || second > 'z';
    return switch (lower) {
      case 'b', 'm' -> alone || (second == 'i' && third == 'l') || second == 'n';
      case 'k' -> alone;
      case 't' -> alone || (second == 'r' && third == 'i') || (second == 'h' && third == 'o');
      default -> false;
    };
  }

  // A bare count has its noun close by, with nothing but words between: "2,872 trainable
  // parameters".
  private static boolean isNounNear(byte[] bytes, int start, int end) {
    int limit = Math.min(end - 4, start + NOUN_WINDOW);
    boolean wordStart = true;
    for (int at = start; at < limit; at++) {
      int lower = bytes[at] | 0x20;
      boolean letter = lower >= 'a' && lower <= 'z';
      if (letter && wordStart && lower == 'p' && isParameter(bytes, at)) {
        return true;
      }
      if (!letter && bytes[at] >= 0 && "-$}{\\~^ 0123456789".indexOf(bytes[at]) < 0) {
        return false;
      }
      wordStart = !letter;
    }
    return false;
  }

  private static boolean isParameter(byte[] bytes, int at) {
    return (bytes[at + 1] | 0x20) == 'a'
        && (bytes[at + 2] | 0x20) == 'r'
        && (bytes[at + 3] | 0x20) == 'a';
  }
}
