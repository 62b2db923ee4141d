package io.github.papersluice.dialects.values;

import org.jsoup.parser.Parser;

/** Characters that HTML has names for; in a class of its own, since the list is loaded with it. */
final class NamedCharacters {
  private NamedCharacters() {}

  /** The character of a name such as {@code eacute}; null if there is none. */
  static String of(String name) {
    String reference = "&" + name + ";";
    String decoded = Parser.unescapeEntities(reference, true);
    return decoded.equals(reference) ? null : decoded;
  }
}
