package io.github.papersluice.dialects.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the label at the beginning of a line: {@code **Abstract**: ...}, {@code 摘要：...}. */
final class Labels {
  /** No label is longer, with the signs around it. */
  static final int LONGEST = 60;

  private static final int MOST_WORDS = 5;
  private static final int MOST_IN_A_LINE = 12;

  /** {@code Title (ZH)}, {@code Abstract (translated)}: not the original. */
  private static final Pattern TRANSLATED =
      Pattern.compile(
          "(.*\\S)\\s*[(（\\[](?:zh|zh-cn|cn|chinese|ja|jp|japanese|ko|kr|korean|fr|de|es|pt|ru|translated"
              + "|translation|中文|中译|翻译|译文|机翻|日本語|한국어)[)）\\]]");

  private static final Pattern ORIGINAL =
      Pattern.compile("(.*\\S)\\s*[(（\\[](?:en|eng|english|original|英文|原文)[)）\\]]");

  private static final Map<String, Field> FIELDS = read();

  private Labels() {}

  /**
   * A label and where the text behind it begins.
   *
   * @param field what it says
   * @param end index in the line after the label, its colon and white space
   * @param stressed whether it is in bold or a line of its own
   */
  record Label(Field field, int end, boolean stressed) {}

  /** The field of a whole text, such as a heading's; null if it is no label. */
  static Field ofWhole(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    String word = bare(text.toLowerCase(Locale.ROOT));
    return word.isEmpty() ? null : field(word);
  }

  /** The label at the beginning of a line, or null. */
  static Label at(Line line) {
    String text = line.text();
    int start = skipSigns(text, 0);
    int bold = boldEnd(line, start);
    if (bold > 0) {
      Label label = stressed(text, start, bold);
      if (label != null) {
        return label;
      }
    }
    int colon = colon(text, start);
    if (colon < 0) {
      return null;
    }
    Field field = ofWhole(text.substring(start, colon));
    boolean whole = skipSpace(text, colon + 1) == text.length();
    return field == null ? null : new Label(field, skipSpace(text, colon + 1), whole);
  }

  /** The index of a label in bold inside a line, behind its beginning, or -1. */
  static int inside(Line line) {
    List<Span> bold = line.of(Span.Kind.STRONG);
    for (Span span : bold.subList(0, Math.min(bold.size(), MOST_IN_A_LINE))) {
      if (span.from() > 0 && !FieldText.strip(line.text().substring(0, span.from())).isEmpty()) {
        Line rest = line.part(span.from(), line.text().length());
        int colon = colon(rest.text(), 0);
        Label label = colon < 0 || colon > span.to() - span.from() + 1 ? null : at(rest);
        if (label != null && label.stressed()) {
          return span.from();
        }
      }
    }
    return -1;
  }

  /** Bold at the beginning: {@code **Abstract**}, {@code **Abstract:**}, {@code **作者：Ada**}. */
  private static Label stressed(String text, int start, int boldEnd) {
    int colon = colon(text, start);
    boolean colonInReach = colon >= 0 && colon <= skipSpace(text, boldEnd);
    int wordEnd = colonInReach ? Math.min(colon, boldEnd) : boldEnd;
    if (wordEnd - start > LONGEST) {
      return null;
    }
    String words = text.substring(start, wordEnd);
    Field field = ofWhole(words);
    if (field == null) {
      boolean unknown = colonInReach && colon >= boldEnd - 2 && isLabelLike(words);
      field = unknown ? Field.OTHER : null;
    }
    int end = colonInReach ? Math.max(colon + 1, wordEnd) : wordEnd;
    return field == null ? null : new Label(field, skipSpace(text, end), true);
  }

  private static boolean isLabelLike(String words) {
    String bare = bare(words);
    return !bare.isEmpty()
        && bare.split("\\s+", -1).length <= MOST_WORDS
        && bare.length() <= LONGEST / 2
        && !Character.isDigit(bare.charAt(0));
  }

  private static int boldEnd(Line line, int start) {
    for (Span span : line.of(Span.Kind.STRONG)) {
      if (span.from() <= start && span.to() > start) {
        return span.to();
      }
    }
    return -1;
  }

  private static int colon(String text, int start) {
    int limit = Math.min(text.length(), start + LONGEST);
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '：' || (c == ':' && !text.startsWith("://", i))) {
        return i;
      }
    }
    return -1;
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && (FieldText.isBlank(text.charAt(i)) || text.charAt(i) == '：')) {
      i++;
    }
    return i;
  }

  private static int skipSigns(String text, int from) {
    int i = from;
    while (i < text.length() && !Character.isLetterOrDigit(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private static Field field(String word) {
    Field field = FIELDS.get(word);
    if (field != null) {
      return field;
    }
    if (")）]".indexOf(word.charAt(word.length() - 1)) < 0) {
      return null;
    }
    Matcher original = ORIGINAL.matcher(word);
    if (original.matches()) {
      return FIELDS.get(original.group(1));
    }
    Matcher translated = TRANSLATED.matcher(word);
    boolean known = translated.matches() && FIELDS.containsKey(translated.group(1));
    return known ? Field.OTHER : null;
  }

  /** Without signs around it; a closing bracket stays. */
  private static String bare(String text) {
    int start = skipSigns(text, 0);
    int end = text.length();
    while (end > start) {
      int last = text.codePointBefore(end);
      if (Character.isLetterOrDigit(last) || ")）]".indexOf(last) >= 0) {
        break;
      }
      end -= Character.charCount(last);
    }
    String bare = text.substring(start, Math.max(start, end));
    return FieldText.clean(bare.indexOf('_') < 0 ? bare : bare.replace('_', ' '));
  }

  private static Map<String, Field> read() {
    Map<String, Field> fields = new HashMap<>();
    try (InputStream in = Labels.class.getResourceAsStream("labels.txt")) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        int colon = line.indexOf(':');
        if (!line.startsWith("#") && colon > 0) {
          Field field = Field.valueOf(line.substring(0, colon));
          for (String word : line.substring(colon + 1).split("\\|", -1)) {
            fields.put(word.strip(), field);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }
}
