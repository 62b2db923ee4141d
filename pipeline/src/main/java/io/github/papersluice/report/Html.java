package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML with inline SVG. All text and every attribute's value is escaped; elements are closed
 * in order. Tags and attribute names are the program's own and never come from the input.
 */
final class Html {
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> openTags = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; an attribute whose value is null is left out
   */
  Html open(String tag, String... attributes) {
    startTag(tag, attributes);
    out.append('>');
    openTags.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    out.append("</").append(openTags.pop()).append('>');
    return this;
  }

  /** Closes the element opened last and ends the line, so that the page's source can be read. */
  Html closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** An element without content. */
  Html empty(String tag, String... attributes) {
    startTag(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element that holds text only. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  private void startTag(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        text(attributes[i + 1]);
        out.append('"');
      }
    }
  }

  /** Text, escaped. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPair(text, i)) {
        out.append(c).append(text.charAt(++i));
      } else {
        escape(c);
      }
    }
    return this;
  }

  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }

  private void escape(char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\t' -> out.append(c);
      default -> out.append(isForbidden(c) ? REPLACEMENT : c);
    }
  }

  // What a conforming page may not hold: controls, lone surrogates, noncharacters (WHATWG HTML,
  // "Preprocessing the input stream").
  private static boolean isForbidden(char c) {
    return Character.isISOControl(c) || Character.isSurrogate(c) || c >= '\uFFFE';
  }

  /** The program's own markup, style or script, as it is. */
  Html verbatim(String markup) {
    out.append(markup);
    return this;
  }

  /** Another writer's finished markup. */
  Html append(Html other) {
    out.append(other.out);
    return this;
  }

  /** The number of characters written so far. */
  int length() {
    return out.length();
  }

  /** The page in UTF-8; every element must be closed. */
  byte[] toBytes() {
    if (!openTags.isEmpty()) {
      throw new IllegalStateException("not closed: " + openTags);
    }
    return out.toString().getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
