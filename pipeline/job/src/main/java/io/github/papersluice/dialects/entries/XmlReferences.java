package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** References to characters: by number, and the five names of XML 1.0, section 4.6. */
final class XmlReferences {
  private XmlReferences() {}

  /** The character of the reference between {@code &} and {@code ;}; -1 if it is not known. */
  static int codePoint(byte[] bytes, int from, int to) {
    String name = new String(bytes, from, to - from, ISO_8859_1);
    if (name.startsWith("#")) {
      return number(name);
    }
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> -1;
    };
  }

  private static int number(String name) {
    boolean isHex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int number =
          isHex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      return Character.isValidCodePoint(number) && number > 0 ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
