package io.github.papersluice.query;

/**
 * Text for one line of a terminal. A digest may hold what a terminal would obey: control characters
 * and those that turn the direction of writing are replaced by U+FFFD, white space by blanks.
 *
 * @param text the text, cut with an ellipsis if it is wider than allowed
 * @param width how many columns it takes
 */
record DisplayText(String text, int width) {
  private static final String ELLIPSIS = "…";
  private static final int REPLACEMENT = 0xFFFD;

  /**
   * Makes a text safe and short.
   *
   * @param widest the columns it may take, at least 1
   */
  static DisplayText of(String value, int widest) {
    StringBuilder text = new StringBuilder();
    int width = 0;
    // Where the text ends, and how wide it is, if an ellipsis must follow.
    int cut = 0;
    int cutWidth = 0;
    for (int i = 0; i < value.length(); ) {
      int c = shown(value.codePointAt(i));
      int columns = columns(c);
      if (width + columns > widest) {
        return new DisplayText(text.substring(0, cut) + ELLIPSIS, cutWidth + 1);
      }
      text.appendCodePoint(c);
      width += columns;
      if (width < widest) {
        cut = text.length();
        cutWidth = width;
      }
      i += Character.charCount(value.codePointAt(i));
    }
    return new DisplayText(text.toString(), width);
  }

  private static int shown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> Character.isWhitespace(c) ? ' ' : REPLACEMENT;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.SURROGATE, Character.UNASSIGNED -> REPLACEMENT;
      case Character.FORMAT -> TerminalText.turnsDirection(c) ? REPLACEMENT : c;
      default -> c;
    };
  }

  /** None for what joins the character before it; two for East Asian wide ones and emoji. */
  private static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /**
   * The blocks that Unicode Standard Annex 11 lists as wide or full-width, without the scattered.
   */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
