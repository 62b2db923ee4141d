package io.github.papersluice.dialects.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.text.splitting.DateLine;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts in the lines of a digest what only pages have. One sign is none: an abstract may begin
 * with a dash, a title with a number.
 */
final class PageSigns {
  private static final int SHORT = 160;
  private static final int LOOKED_AT = 400;
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)<(?:!doctype"
              + " html|html|head|body|main|article|section|div|table|ul|ol|h[1-6]|p|span|header|center|meta|a|details|summary|img|br|b)\\b[^<]*");
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?i)<(?:!doctype html|html|head|body|main|article|section|header|meta)\\b.*");
  private static final Pattern TABLE_RULE =
      Pattern.compile("\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)+\\|?");
  private static final Pattern NUMBERED =
      Pattern.compile("[\\[(]?([0-9]{1,3})(?:[.)、:]|\\]\\.?)\\s+\\S.*");
  private static final Pattern LINK =
      Pattern.compile("\\]\\s?\\([^()\\s]*[/#.][^()\\s]*\\)|\\]\\[[^\\]]*\\]");
  private static final Pattern CARD_NOTE =
      Pattern.compile(
          ".* [·•] (?:Published|Submitted|Posted) on .*|(?:Published|Submitted) on .* [·•] .*");

  private int htmlTags;
  private boolean document;
  private int headings;
  private int links;
  private int items;
  private int stressed;
  private int quotes;
  private int tables;
  private int rules;
  private int notes;
  private int dots;
  private int announced;
  private int numbers;
  private int nextNumber = 1;
  private int lines;
  private boolean afterBlank = true;
  private boolean dotBefore;
  private final Set<Field> labels = EnumSet.noneOf(Field.class);
  private int titleLabels;

  /** Whether more lines could change the answer. */
  boolean wants() {
    return !document;
  }

  /** Looks at a line. */
  void line(byte[] bytes, int start, int end) {
    int from = start;
    while (from < end && bytes[from] >= 0 && bytes[from] <= ' ') {
      from++;
    }
    if (from == end) {
      afterBlank = true;
      return;
    }
    lines++;
    byte first = bytes[from];
    boolean letter =
        (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '"';
    if (letter && end - from > SHORT && !mayBeLabel(bytes, from, end)) {
      afterBlank = false;
      return;
    }
    String line = new String(bytes, from, Math.min(end - from, LOOKED_AT), UTF_8).strip();
    look(line, letter);
    afterBlank = false;
  }

  private static boolean mayBeLabel(byte[] bytes, int from, int end) {
    int limit = Math.min(end, from + 24);
    for (int i = from; i < limit; i++) {
      if (bytes[i] == ':') {
        return true;
      }
    }
    return false;
  }

  private void look(String line, boolean letter) {
    label(line);
    if (letter) {
      words(line);
      return;
    }
    char first = line.isEmpty() ? ' ' : line.charAt(0);
    switch (first) {
      case '<' -> tag(line);
      case '#' -> headings += line.matches("#{1,6}\\s+\\S.*") ? 1 : 0;
      case '|' -> tables += TABLE_RULE.matcher(line).matches() ? 1 : 0;
      case '>' -> quotes += line.matches(">+\\s+\\S.*") ? 1 : 0;
      case '-', '*', '+', '_', '=' -> marked(line);
      default -> {}
    }
    if (Character.isDigit(first) || first == '[' || first == '(') {
      number(line);
    }
    links += first != '$' && LINK.matcher(line).find() ? 1 : 0;
    dotted(line);
  }

  private void dotted(String line) {
    if (dotBefore && DateLine.parse(line).isPresent()) {
      dots++;
    }
    dotBefore = line.equals("·") || line.equals("•");
  }

  private void words(String line) {
    dotted(line);
    if (line.length() <= SHORT) {
      boolean dots = line.indexOf('·') >= 0 || line.indexOf('•') >= 0;
      notes += dots && CARD_NOTE.matcher(line).matches() ? 1 : 0;
      links += line.indexOf(']') > 0 && LINK.matcher(line).find() ? 1 : 0;
    }
    announced += line.startsWith("arXiv:") && line.contains(" Announce Type: ") ? 1 : 0;
  }

  private void tag(String line) {
    htmlTags += TAG.matcher(line).lookingAt() ? 1 : 0;
    document |= lines <= 3 && DOCUMENT.matcher(line).matches();
  }

  private void marked(String line) {
    if (line.matches("(?:[-*_=] ?){3,}")) {
      rules++;
    } else if (line.matches("\\*\\*[^*]{1,300}\\*\\*.*|__[^_]{1,300}__.*")) {
      stressed++;
    } else if (line.matches("[-*+]\\s+(?:\\S.*)?")) {
      items += LINK.matcher(line).find() || line.contains("**") ? 1 : 0;
    }
  }

  private void number(String line) {
    Matcher number = NUMBERED.matcher(line);
    if (number.matches() && afterBlank && line.length() <= 2 * SHORT) {
      if (Integer.parseInt(number.group(1)) == nextNumber) {
        nextNumber++;
        numbers++;
      }
    }
  }

  private void label(String line) {
    int colon = -1;
    for (int i = 0; i < Math.min(line.length(), Labels.LONGEST); i++) {
      char c = line.charAt(i);
      if (c == ':' || c == '：') {
        colon = i;
        break;
      }
    }
    Field field = colon <= 0 ? null : Labels.ofWhole(line.substring(0, colon));
    if (field != null && field != Field.STRUCTURE && field != Field.OTHER) {
      labels.add(field);
      titleLabels += field == Field.TITLE ? 1 : 0;
    }
  }

  /** Why it is HTML, or null. */
  String html() {
    if (document) {
      return "an HTML document";
    }
    boolean fragment = htmlTags >= 3 && htmlTags * 2 > lines && headings + links + items == 0;
    return fragment ? htmlTags + " lines with tags of HTML" : null;
  }

  /** Why it is Markdown, or null. */
  String markdown() {
    if (tables > 0) {
      return "Markdown with a table";
    }
    if (headings > 0 && headings + links + items + stressed + quotes + labels.size() >= 2) {
      return "Markdown with headings (" + headings + " among its first lines)";
    }
    if (links + items >= 2) {
      return "Markdown with links or lists";
    }
    boolean bold = stressed >= 2 || (stressed > 0 && quotes + rules + items + links > 0);
    return bold ? "Markdown with text in bold" : null;
  }

  /** Why it is text with labels, numbers or marks, or null. */
  String text() {
    boolean entry = labels.contains(Field.TITLE) && labels.size() >= 2;
    if (entry && (labels.contains(Field.ABSTRACT) || titleLabels >= 2)) {
      return "text with labels (" + labels.toString().toLowerCase(Locale.ROOT) + ")";
    }
    if (labels.contains(Field.ABSTRACT) && labels.contains(Field.AUTHORS)) {
      return "text with labels (" + labels.toString().toLowerCase(Locale.ROOT) + ")";
    }
    if (announced > 0) {
      return "items of an arXiv feed, saved as text";
    }
    if (numbers >= 2) {
      return "text with numbered titles";
    }
    if (notes > 0) {
      return "the text of a papers page, with \"Published on\" under its cards";
    }
    return dots >= 2 ? "the text of a papers page, with a date under each card" : null;
  }
}
