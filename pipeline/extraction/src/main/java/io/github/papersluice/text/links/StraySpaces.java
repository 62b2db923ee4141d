package io.github.papersluice.text.links;

import io.github.papersluice.bytes.ByteSearch;

/**
 * Spaces and math-mode marks that have come into a URL and that a reader would take out again:
 * {@code https: //github.com/a/b}, {@code github. com/a/b}, {@code https://github.com/ a/b}, {@code
 * github$.$com}.
 */
final class StraySpaces {
  /** The longest piece that is joined, so that looking ahead costs a constant. */
  private static final int LONGEST_PIECE = 256;

  private StraySpaces() {}

  /** Whether the {@code $} at a place belongs to a dot set in math mode. */
  static boolean isMathDot(byte[] text, int floor, int dollar, int end) {
    boolean afterDot = dollar > floor && text[dollar - 1] == '.';
    boolean beforeDot = dollar + 1 < end && text[dollar + 1] == '.';
    int outer = afterDot ? dollar + 1 : dollar - 1;
    return afterDot != beforeDot
        && outer >= floor
        && outer < end
        && UrlCharacters.isAlphanumeric(text[outer]);
  }

  /**
   * The end of the top-level domain that stands at a place in lower case with a slash after it
   * ({@code com/} in {@code github. com/a}), or -1.
   */
  static int topLevelEnd(byte[] text, int from, int end) {
    int to = from;
    while (to < end && to - from <= 12 && UrlCharacters.isLowerCase(text[to])) {
      to++;
    }
    boolean found = to < end && text[to] == '/' && Domains.isTopLevel(text, from, to);
    return found ? to : -1;
  }

  /**
   * Whether a URL goes on behind the space at a place.
   *
   * @param url what has been read so far
   * @param hostLength how much of it is host and port
   * @param space index of the character after it
   */
  static boolean joinsPath(
      UrlBuilder url, int hostLength, boolean gitHub, byte[] text, int space, int end) {
    if (space + 1 >= end || text[space] != ' ') {
      return false;
    }
    int from = space + 1;
    int to = pieceEnd(text, from, end);
    if (to == from || to - from > LONGEST_PIECE || !isPiece(text, from, to)) {
      return false;
    }
    int segments = segments(url, hostLength);
    boolean hasSlash = holds(text, from + 1, to, '/');
    boolean endsSentence = endsSentence(text, to, end);
    int last = url.last();
    if (last == '/' && text[from] != '/') {
      // github.com/ OWNER/NAME must go on; elsewhere, what ends the sentence may be the path's
      // rest.
      boolean path = hasSlash && !isWordPair(text, from, to);
      boolean owned = gitHub && segments == 1;
      return (path && gitHub && segments == 0)
          || (owned && holds(text, from, to, '_'))
          || (endsSentence && (path || isName(text, from, to, owned)));
    }
    if (last == '.') {
      // https://doi.org/10. 1000/182: every DOI begins with 10. and a number (ISO 26324).
      return hasSlash && UrlCharacters.isDigit(text[from]) && url.endsWith("/10.", url.length());
    }
    if (last == '-' && gitHub && segments == 2) {
      return !isSmallWord(text, from, to);
    }
    if (last == '-' || last == '_') {
      return endsSentence || hasMark(text, from, to) || UrlCharacters.isUpperCase(text[from]);
    }
    if (text[from] == '_' || text[from] == '/') {
      return true;
    }
    // github.com/OWN ER/NAME: a name that was broken in the middle.
    return gitHub && segments == 1 && hasSlash && endsSentence && !isWordPair(text, from, to);
  }

  private static int segments(UrlBuilder url, int hostLength) {
    int count = 0;
    for (int i = hostLength; i + 1 < url.length(); i++) {
      if (url.at(i) == '/' && url.at(i + 1) != '/') {
        count++;
      }
    }
    return count;
  }

  /** The end of the piece of letters, digits, slashes and name marks, without a sentence's dots. */
  private static int pieceEnd(byte[] text, int from, int end) {
    int to = from;
    while (to < end && to - from <= LONGEST_PIECE && isPieceByte(text, to, end)) {
      to++;
    }
    while (to > from && text[to - 1] == '.') {
      to--;
    }
    return to;
  }

  private static boolean isPieceByte(byte[] text, int i, int end) {
    return UrlCharacters.isHost(text[i])
        || text[i] == '/'
        || (text[i] == '\\' && i + 1 < end && text[i + 1] == '_');
  }

  /** Whether it begins like a name and no new URL begins with it. */
  private static boolean isPiece(byte[] text, int from, int to) {
    boolean rooted = text[from] == '/' && from + 1 < to;
    boolean name =
        UrlCharacters.isAlphanumeric(text[rooted ? from + 1 : from]) || text[from] == '_';
    return name
        && !FieldText.startsWith(text, from, to, "http")
        && !FieldText.startsWith(text, from, to, "www.");
  }

  private static boolean holds(byte[] text, int from, int to, char mark) {
    return from < to && ByteSearch.indexOf(text, from, to, (byte) mark) < to;
  }

  /** Whether it holds a mark or a digit that no plain word has. */
  private static boolean hasMark(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '_' || UrlCharacters.isDigit(text[i])) {
        return true;
      }
    }
    return false;
  }

  /**
   * A digit or an underscore tells a name from a word; where a name is due, a hyphen or capital.
   */
  private static boolean isName(byte[] text, int from, int to, boolean due) {
    boolean name = hasMark(text, from, to);
    for (int i = from; due && i < to; i++) {
      name |= text[i] == '-' || UrlCharacters.isUpperCase(text[i]);
    }
    return name;
  }

  private static boolean endsSentence(byte[] text, int to, int end) {
    return to == end
        || text[to] == '.'
        || text[to] == ')'
        || text[to] == '}'
        || text[to] == ']'
        || (text[to] == ' ' && to + 1 < end && text[to + 1] == '.');
  }

  /** A word that goes on with the sentence, not with the name before the hyphen. */
  private static boolean isSmallWord(byte[] text, int from, int to) {
    for (String word : SMALL_WORDS) {
      if (to - from == word.length() && FieldText.startsWith(text, from, to, word)) {
        return true;
      }
    }
    return false;
  }

  private static final String[] SMALL_WORDS = {
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "our",
    "the", "this", "to", "under", "we", "which", "with"
  };

  /** {@code and/or}, {@code he/she}, {@code w/o}: prose, not a path. */
  private static boolean isWordPair(byte[] text, int from, int to) {
    for (String pair : WORD_PAIRS) {
      if (to - from == pair.length() && FieldText.startsWith(text, from, to, pair)) {
        return true;
      }
    }
    return false;
  }

  private static final String[] WORD_PAIRS = {
    "and/or", "or/and", "he/she", "she/he", "his/her", "him/her", "w/o", "w/", "either/or", "n/a"
  };
}
