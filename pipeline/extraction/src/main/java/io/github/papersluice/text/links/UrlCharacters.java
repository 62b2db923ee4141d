package io.github.papersluice.text.links;

/** Classes of bytes and code points around links. All tests of bytes hold for ASCII only. */
final class UrlCharacters {
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte HOST_MARK = 4;
  private static final byte URL_MARK = 8;
  private static final byte TRAILER = 16;

  private static final byte[] CLASSES = new byte[128];

  static {
    mark("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", LETTER);
    mark("0123456789", DIGIT);
    // The underscore is no host character (RFC 1123, section 2.1), but stands in github.io names.
    mark(".-_", HOST_MARK);
    // RFC 3986's unreserved and reserved marks, less what quotes or encloses a URL in prose: ' [ ]
    // $ and the parentheses, percent signs and ampersands that LinkPath looks at.
    mark("-._~:/?#@!*+,;=", URL_MARK);
    // Marks that end a sentence or a phrase, not a URL.
    mark(".,;:!?*~&#", TRAILER);
  }

  private UrlCharacters() {}

  private static void mark(String characters, byte kind) {
    for (int i = 0; i < characters.length(); i++) {
      CLASSES[characters.charAt(i)] |= kind;
    }
  }

  private static boolean is(int b, int kinds) {
    return b >= 0 && b < CLASSES.length && (CLASSES[b] & kinds) != 0;
  }

  static boolean isDigit(int b) {
    return is(b, DIGIT);
  }

  static boolean isLetter(int b) {
    return is(b, LETTER);
  }

  static boolean isLowerCase(int b) {
    return b >= 'a' && b <= 'z';
  }

  static boolean isUpperCase(int b) {
    return b >= 'A' && b <= 'Z';
  }

  static boolean isAlphanumeric(int b) {
    return is(b, LETTER | DIGIT);
  }

  static boolean isHexDigit(int b) {
    return isDigit(b) || (b >= 'A' && b <= 'F') || (b >= 'a' && b <= 'f');
  }

  /** A letter, a digit, or a mark that stands in hosts: {@code . - _}. */
  static boolean isHost(int b) {
    return is(b, LETTER | DIGIT | HOST_MARK);
  }

  /** A character that continues a path, a query or a fragment wherever it stands. */
  static boolean isUrl(int b) {
    return is(b, LETTER | DIGIT | URL_MARK);
  }

  /** A mark that is cut from the end of a URL. */
  static boolean isTrailer(int b) {
    return is(b, TRAILER);
  }

  /** A byte of a character beyond ASCII. */
  static boolean isBeyondAscii(int b) {
    return b < 0;
  }

  static int toLowerCase(int b) {
    return isUpperCase(b) ? b + ('a' - 'A') : b;
  }

  /**
   * Whether a letter beyond ASCII may stand in a URL as written. Letters of scripts that set no
   * spaces between words, and full-width forms, follow a URL without belonging to it.
   */
  static boolean isInternationalLetter(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        && !Character.isIdeographic(codePoint)
        && switch (Character.UnicodeScript.of(codePoint)) {
          case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> false;
          default -> codePoint < 0xFF00 || codePoint > 0xFFEF;
        };
  }

  /**
   * Characters that only tell where a line may be broken: soft hyphen, zero-width space, joiner.
   */
  static boolean isInvisible(int codePoint) {
    return codePoint == 0xAD || codePoint == 0x200B || codePoint == 0x2060 || codePoint == 0xFEFF;
  }
}
