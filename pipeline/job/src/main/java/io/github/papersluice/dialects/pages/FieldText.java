package io.github.papersluice.dialects.pages;

import java.util.List;

/** Makes one clean line of the lines of a field. */
final class FieldText {
  private static final char REPLACEMENT = '\uFFFD';

  /** A link that covers more of its paragraph than this is what the paragraph stands on. */
  private static final double MOST_OF_A_LINE = 0.6;

  private FieldText() {}

  /**
   * Joins lines by spaces, white space made single, faults made U+FFFD. A link keeps its address
   * behind its text, in round brackets, unless the text says it or the whole line is the link: then
   * the link is the page's and not the author's.
   */
  static String join(List<Line> lines) {
    StringBuilder joined = new StringBuilder();
    for (Line line : lines) {
      joined.append(line.share(Span.Kind.LINK) > MOST_OF_A_LINE ? line.text() : linked(line));
      joined.append(' ');
    }
    return clean(joined);
  }

  /** Joins lines by spaces without the addresses of links. */
  static String plain(List<Line> lines) {
    StringBuilder joined = new StringBuilder();
    for (Line line : lines) {
      joined.append(line.text()).append(' ');
    }
    return clean(joined);
  }

  private static String linked(Line line) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Span link : line.links()) {
      if (link.from() < at) {
        continue;
      }
      text.append(line.text(), at, link.from());
      appendLink(text, line.text().substring(link.from(), link.to()), link.target());
      at = link.to();
    }
    return text.append(line.text(), at, line.text().length()).toString();
  }

  /**
   * {@code our code} at an address becomes {@code our code (address)}; arXiv's {@code this https
   * URL} the address that it hides.
   */
  private static void appendLink(StringBuilder text, String words, String target) {
    if (words.isBlank()) {
      return;
    }
    if (!target.startsWith("http://") && !target.startsWith("https://")) {
      text.append(words);
      return;
    }
    String address = target.substring(target.indexOf("//") + 2);
    String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    if (words.strip().matches("this https? URL")) {
      text.append(target);
    } else if (words.contains(bare)) {
      text.append(words);
    } else if (words.indexOf('/') > 0 && bare.endsWith(words.strip())) {
      text.append(words);
    } else {
      text.append(words).append(" (").append(target).append(')');
    }
  }

  /** One line: white space single, none at the ends, no characters without width, no faults. */
  static String clean(CharSequence text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
          clean.append(' ');
        }
      } else if (!isWithoutWidth(c)) {
        clean.append(c == PageText.FAULT ? REPLACEMENT : c);
      }
    }
    int end = clean.length();
    return clean.substring(0, end > 0 && clean.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  /** How many faults lines hold. */
  static int faults(List<Line> lines) {
    int faults = 0;
    for (Line line : lines) {
      for (int i = line.text().indexOf(PageText.FAULT); i >= 0; ) {
        faults++;
        i = line.text().indexOf(PageText.FAULT, i + 1);
      }
    }
    return faults;
  }

  /** Without white space at both ends. */
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** How many letters, digits and signs, all but white space, a stretch holds. */
  static int weight(String text, int from, int to) {
    int weight = 0;
    for (int i = from; i < to; i++) {
      weight += isBlank(text.charAt(i)) ? 0 : 1;
    }
    return weight;
  }

  static boolean isBlank(char c) {
    return isSpace(c) || isWithoutWidth(c);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || (c >= '\u1680' && Character.isSpaceChar(c));
  }

  private static boolean isWithoutWidth(char c) {
    return c == '\u200B' || c == '\u2060' || c == '\u00AD';
  }
}
