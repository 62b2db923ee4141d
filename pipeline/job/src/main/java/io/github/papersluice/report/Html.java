package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML with inline SVG. All text and every attribute's value is escaped; elements are closed
 * in order. Tags and attribute names are the program's own and never come from the input.
 */
final class Html {
  private static final String REPLACEMENT = "\uFFFD";
  private static final String SPECIAL = "&<>\"'";

  private final ByteArrayOutputStream done = new ByteArrayOutputStream(1 << 16);
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
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isPair(text, i)) {
        i++;
      } else if (isSpecial(text.charAt(i))) {
        out.append(text, copied, i).append(escaped(text.charAt(i)));
        copied = i + 1;
      }
    }
    out.append(text, copied, text.length());
    return this;
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  private static boolean isSpecial(char c) {
    return c <= '>'
        ? c < ' ' || SPECIAL.indexOf(c) >= 0
        : c >= '\u007F' && PlainText.isForbidden(c);
  }

  private static String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\n' -> "\n";
      case '\t' -> "\t";
      default -> REPLACEMENT;
    };
  }

  /** The program's own markup, style or script, as it is. */
  Html verbatim(String markup) {
    out.append(markup);
    return this;
  }

  /** The program's own characters of ASCII, as they are. */
  Html ascii(byte[] characters) {
    encode();
    done.writeBytes(characters);
    return this;
  }

  private void encode() {
    done.writeBytes(out.toString().getBytes(UTF_8));
    out.setLength(0);
  }

  /** The page in UTF-8; every element must be closed. */
  byte[] toBytes() {
    if (!openTags.isEmpty()) {
      throw new IllegalStateException("not closed: " + openTags);
    }
    encode();
    return done.toByteArray();
  }
}
