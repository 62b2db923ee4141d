package io.github.papersluice.text.links;

/** Decodes single characters of valid UTF-8 (RFC 3629, section 3). */
final class PercentEncoding {
  private PercentEncoding() {}

  /** How many bytes the character has that begins with this byte. */
  static int length(int first) {
    int lead = first & 0xFF;
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  /** The code point at a place; the caller has checked that all its bytes are there. */
  static int codePoint(byte[] text, int at) {
    int first = text[at] & 0xFF;
    return switch (length(first)) {
      case 1 -> first;
      case 2 -> (first & 0x1F) << 6 | continuation(text, at + 1);
      case 3 -> (first & 0x0F) << 12 | continuation(text, at + 1) << 6 | continuation(text, at + 2);
      default ->
          (first & 0x07) << 18
              | continuation(text, at + 1) << 12
              | continuation(text, at + 2) << 6
              | continuation(text, at + 3);
    };
  }

  /**
   * Where the character before a place begins if it may stand in a host, {@code at} if not.
   *
   * @param floor the first byte that may be looked at
   */
  static int hostCharacterStart(byte[] text, int floor, int at) {
    if (at <= floor) {
      return at;
    }
    int start = at - 1;
    if (!UrlCharacters.isBeyondAscii(text[start])) {
      return UrlCharacters.isHost(text[start]) ? start : at;
    }
    while (start > floor && at - start < 4 && (text[start] & 0xC0) == 0x80) {
      start--;
    }
    boolean whole = start + length(text[start]) == at;
    int codePoint = whole ? codePoint(text, start) : 0;
    boolean fits =
        UrlCharacters.isInternationalLetter(codePoint) || UrlCharacters.isInvisible(codePoint);
    return fits ? start : at;
  }

  private static int continuation(byte[] text, int at) {
    return text[at] & 0x3F;
  }
}
