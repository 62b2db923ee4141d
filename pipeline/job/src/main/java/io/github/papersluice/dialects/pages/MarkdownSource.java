package io.github.papersluice.dialects.pages;

import java.util.Locale;

/**
 * Markdown as people's programs write it, made fit for a parser of CommonMark. Each change replaces
 * a character by one character, so that places in the page stay what they are:
 *
 * <ul>
 *   <li>Comments, scripts, styles and drawings become blank, and so does what stands above the page
 *       between two lines {@code ---}.
 *   <li>Inside a formula, {@code $a_1 * b_1$}, signs that mean something to Markdown stand for
 *       themselves. So does a backslash before a sign that Markdown writers do not escape: it is
 *       LaTeX.
 *   <li>A link whose text runs over several lines or paragraphs, as converters make it of a card,
 *       stays one link.
 * </ul>
 */
final class MarkdownSource {
  /** Signs that are hidden from the parser stand as noncharacters from here on. */
  private static final char FIRST_HIDDEN = '\uFDD1';

  private static final String HIDDEN = "*_\\[]<>`~&!";

  /** A line break inside the text of a link. */
  private static final char HIDDEN_BREAK = '\uFDE0';

  /** What converters to Markdown escape; a backslash before another sign is LaTeX. */
  private static final String ESCAPED = "\\*_[]`#+-=~>.!<|";

  private static final int LONGEST_FORMULA = 400;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_QUOTE = 200;
  private static final int LONGEST_LINK_TEXT = 20_000;
  private static final int LONGEST_FRONT_MATTER = 8_192;
  private static final int MOST_OPEN_BRACKETS = 64;
  private static final String[] DROPPED = {"script", "style", "svg"};

  private final char[] chars;
  private final String text;

  private MarkdownSource(String text) {
    this.text = text;
    this.chars = text.toCharArray();
  }

  /** The text to parse, of the same length. */
  static String prepare(String text) {
    MarkdownSource source = new MarkdownSource(text);
    source.blankFrontMatter();
    source.blankComments();
    source.hideFormulas();
    source.hideQuotes();
    source.hideBackslashes();
    source.joinLinks();
    return new String(source.chars);
  }

  /** The character that a parsed one stands for. */
  static char restored(char c) {
    if (c < FIRST_HIDDEN || c > HIDDEN_BREAK) {
      return c;
    }
    return c == HIDDEN_BREAK ? '\n' : HIDDEN.charAt(c - FIRST_HIDDEN);
  }

  /** A text with all its characters restored. */
  static String restored(String parsed) {
    StringBuilder text = new StringBuilder(parsed.length());
    for (int i = 0; i < parsed.length(); i++) {
      text.append(restored(parsed.charAt(i)));
    }
    return text.toString();
  }

  private static char hidden(char c) {
    int place = HIDDEN.indexOf(c);
    return place < 0 ? c : (char) (FIRST_HIDDEN + place);
  }

  /** The end of what stands between {@code ---} and {@code ---} at the beginning, or 0. */
  static int frontMatterEnd(String text) {
    int start = 0;
    while (start < text.length() && FieldText.isBlank(text.charAt(start))) {
      start++;
    }
    if (!text.startsWith("---", start) && !text.startsWith("+++", start)) {
      return 0;
    }
    String fence = text.substring(start, start + 3);
    int firstLine = text.indexOf('\n', start);
    if (firstLine < 0 || !text.substring(start + 3, firstLine).isBlank()) {
      return 0;
    }
    int limit = Math.min(text.length(), start + LONGEST_FRONT_MATTER);
    int close = text.indexOf("\n" + fence, firstLine - 1 + fence.length());
    if (close < 0 || close > limit || !looksLikeFields(text.substring(firstLine + 1, close))) {
      return 0;
    }
    int end = text.indexOf('\n', close + 1);
    return end < 0 ? text.length() : end;
  }

  private static boolean looksLikeFields(String lines) {
    String first = lines.strip();
    int mark = first.indexOf(':') < 0 ? first.indexOf('=') : first.indexOf(':');
    return mark > 0 && first.substring(0, mark).strip().matches("[\\w. -]{1,40}");
  }

  private void blankFrontMatter() {
    blank(0, frontMatterEnd(text));
  }

  private void blankComments() {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      int end = text.startsWith("<!--", i) ? after("-->", i + 4) : droppedEnd(i);
      if (end < 0) {
        return;
      }
      blank(i, end);
      i = Math.max(i, end - 1);
    }
  }

  /** The end of a dropped element that begins here, here if none does, -1 if it never ends. */
  private int droppedEnd(int i) {
    for (String name : DROPPED) {
      if (text.regionMatches(true, i + 1, name, 0, name.length())
          && i + 1 + name.length() < text.length()
          && !Character.isLetterOrDigit(text.charAt(i + 1 + name.length()))) {
        int end = after("</" + name + ">", i);
        return end < 0 ? after("</" + name.toUpperCase(Locale.ROOT) + ">", i) : end;
      }
    }
    return i;
  }

  private int after(String sign, int from) {
    int found = text.indexOf(sign, from);
    return found < 0 ? -1 : found + sign.length();
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] != '\n' && chars[i] != '\r') {
        chars[i] = ' ';
      }
    }
  }

  /**
   * {@code $x$} as Pandoc reads it: no white space inside the dollars, no digit behind, no empty
   * line between.
   */
  private void hideFormulas() {
    int nothingBefore = 0;
    for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
      if (isEscaped(i) || i + 1 >= chars.length || chars[i + 1] <= ' ') {
        continue;
      }
      int from = chars[i + 1] == '$' ? i + 2 : i + 1;
      int searchFrom = Math.max(from, nothingBefore);
      int limit = Math.min(chars.length, i + LONGEST_FORMULA);
      int close = formulaEnd(searchFrom, limit);
      if (close < 0) {
        nothingBefore = Math.max(nothingBefore, limit);
        continue;
      }
      for (int k = from; k < close; k++) {
        chars[k] = hidden(chars[k]);
      }
      i = close + 1 < chars.length && chars[close + 1] == '$' ? close + 1 : close;
    }
  }

  private int formulaEnd(int from, int limit) {
    for (int k = from; k < limit; k++) {
      char c = chars[k];
      if (c == '\n' && k + 1 < chars.length && (chars[k + 1] == '\n' || chars[k + 1] == '\r')) {
        return -1;
      }
      boolean digitBehind = k + 1 < chars.length && Character.isDigit(chars[k + 1]);
      if (c == '$' && !isEscaped(k) && chars[k - 1] > ' ' && !digitBehind) {
        return k;
      }
    }
    return -1;
  }

  /** The quotation marks of LaTeX, {@code ``so''}, are no code. */
  private void hideQuotes() {
    for (int i = text.indexOf("``"); i >= 0; i = text.indexOf("``", i + 2)) {
      int end = Math.min(chars.length, i + LONGEST_QUOTE);
      boolean code = i + 2 >= chars.length || chars[i + 2] == '`' || chars[i + 2] <= ' ';
      for (int k = i + 2; k < end && !code && chars[k] != '`' && chars[k] != '\n'; k++) {
        if (text.startsWith("''", k)) {
          chars[i] = hidden('`');
          chars[i + 1] = hidden('`');
          break;
        }
      }
    }
  }

  private boolean isEscaped(int i) {
    return i > 0 && text.charAt(i - 1) == '\\' && (i < 2 || text.charAt(i - 2) != '\\');
  }

  /** A backslash at the end of a line, even two, is a line break that a converter wrote. */
  private void hideBackslashes() {
    for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 1)) {
      if (chars[i] != '\\') {
        continue;
      }
      char next = i + 1 < chars.length ? chars[i + 1] : '\n';
      if (next == '\\' && (i + 2 >= chars.length || isBreakOrSpace(chars[i + 2]))) {
        chars[i] = ' ';
        chars[i + 1] = ' ';
      } else if (isBreakOrSpace(next)) {
        chars[i] = ' ';
      } else if (ESCAPED.indexOf(next) < 0) {
        chars[i] = hidden('\\');
      } else {
        i++;
      }
    }
  }

  private static boolean isBreakOrSpace(char c) {
    return c == '\n' || c == '\r' || c == ' ';
  }

  private void joinLinks() {
    int[] open = new int[MOST_OPEN_BRACKETS];
    int depth = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        open[depth % MOST_OPEN_BRACKETS] = i;
        depth++;
      } else if (c == ']' && depth > 0) {
        depth--;
        int from = open[depth % MOST_OPEN_BRACKETS];
        if (i + 1 < chars.length && chars[i + 1] == '(' && i - from < LONGEST_LINK_TEXT) {
          joinLink(from, i);
        }
      }
    }
  }

  private void joinLink(int from, int close) {
    boolean several = false;
    for (int i = from; i < close && !several; i++) {
      several = chars[i] == '\n' || chars[i] == '\r';
    }
    int end = close + 1;
    int limit = Math.min(chars.length, close + LONGEST_ADDRESS);
    while (end < limit && chars[end] > ' ' && chars[end] != ')') {
      end++;
    }
    if (!several || end == limit || chars[end] != ')') {
      return;
    }
    for (int i = from; i < close; i++) {
      if (chars[i] == '\n') {
        chars[i] = HIDDEN_BREAK;
      } else if (chars[i] == '\r') {
        chars[i] = ' ';
      }
    }
  }
}
