package io.github.papersluice.report;

/** Text without what a page may not hold. */
final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * The text with U+FFFD for controls, lone surrogates and noncharacters (WHATWG HTML,
   * "Preprocessing the input stream"). So tabs, line feeds and U+0001 to U+0003 are free to
   * separate fields.
   */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isForbiddenAt(text, i)) {
        return replaced(text, i);
      }
    }
    return text;
  }

  private static String replaced(String text, int first) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = first; i < clean.length(); i++) {
      if (isForbiddenAt(text, i)) {
        clean.setCharAt(i, text.charAt(i) == '\t' ? ' ' : REPLACEMENT);
      }
    }
    return clean.toString();
  }

  private static boolean isForbiddenAt(String text, int i) {
    char c = text.charAt(i);
    if (c < '\u007F') {
      return c < ' ';
    }
    return Character.isSurrogate(c) ? !isPaired(text, i) : isForbidden(c);
  }

  private static boolean isPaired(String text, int i) {
    return isPairAt(text, i) || isPairAt(text, i - 1);
  }

  private static boolean isPairAt(String text, int i) {
    return i >= 0
        && i + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  /** Whether a page may not hold this character, other than tabs and line feeds. */
  static boolean isForbidden(char c) {
    return Character.isISOControl(c) || Character.isSurrogate(c) || c >= '\uFFFE';
  }
}
