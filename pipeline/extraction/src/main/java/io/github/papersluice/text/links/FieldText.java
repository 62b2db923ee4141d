package io.github.papersluice.text.links;

/** Comparisons of bytes with ASCII words. */
final class FieldText {
  private FieldText() {}

  /** Whether a word in lower case stands at a place, in whatever case. */
  static boolean startsWith(byte[] text, int from, int end, String word) {
    if (from < 0 || end - from < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (UrlCharacters.toLowerCase(text[from + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word in lower case ends at a place, in whatever case. */
  static boolean endsWith(byte[] text, int floor, int to, String word) {
    int from = to - word.length();
    return from >= floor && startsWith(text, from, to, word);
  }
}
