package io.github.papersluice.dialects.pages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag inside Markdown.
 *
 * @param name in lower case
 * @param closing whether it ends an element
 * @param attributes by name in lower case
 */
record HtmlTag(String name, boolean closing, Map<String, String> attributes) {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  /** Reads a tag; null if it is a comment or a declaration. */
  static HtmlTag of(String literal) {
    Matcher tag = TAG.matcher(literal);
    if (!tag.lookingAt()) {
      return null;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(literal);
    for (int at = tag.end(); attribute.find(at); at = attribute.end()) {
      String value = attribute.group(2);
      value = value == null ? attribute.group(3) : value;
      value = value == null ? attribute.group(4) : value;
      attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), value);
    }
    return new HtmlTag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(), attributes);
  }
}
