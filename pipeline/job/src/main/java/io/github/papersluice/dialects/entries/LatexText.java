package io.github.papersluice.dialects.entries;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of BibTeX as other sources write it: letters instead of accent commands, no braces that only
 * keep capitals. Mathematics and other commands stay as they are written.
 */
final class LatexText {
  /** {@code \"{o}}, {@code {\'e}}, {@code \c{c}}. */
  private static final Pattern ACCENT =
      Pattern.compile(
          "\\{?\\\\(?:(?<mark>[\"'`^~=.])\\s*|(?<word>[cvuHkrdb])(?:\\s+|(?=\\{)))"
              + "(?:\\{\\\\?(?<braced>[A-Za-z])\\}|(?<letter>[A-Za-z]))\\}?");

  private static final Map<String, String> COMBINING =
      Map.ofEntries(
          Map.entry("\"", "\u0308"),
          Map.entry("'", "\u0301"),
          Map.entry("`", "\u0300"),
          Map.entry("^", "\u0302"),
          Map.entry("~", "\u0303"),
          Map.entry("=", "\u0304"),
          Map.entry(".", "\u0307"),
          Map.entry("c", "\u0327"),
          Map.entry("v", "\u030C"),
          Map.entry("u", "\u0306"),
          Map.entry("H", "\u030B"),
          Map.entry("k", "\u0328"),
          Map.entry("r", "\u030A"),
          Map.entry("d", "\u0323"),
          Map.entry("b", "\u0331"));

  private static final Pattern LETTER =
      Pattern.compile(
          "\\{?\\\\(?<name>ss|aa|AA|ae|AE|oe|OE|o|O|l|L|i|j)(?:\\{\\}|\\s+|(?=[\\\\{}]|$))\\}?");

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ss", "ß"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("i", "ı"),
          Map.entry("j", "ȷ"));

  private LatexText() {}

  /** The text without what only BibTeX needs. */
  static String plain(String text) {
    if (text.indexOf('\\') < 0 && text.indexOf('{') < 0 && text.indexOf('~') < 0) {
      return text;
    }
    return withoutBraces(text.indexOf('\\') < 0 ? text : withLetters(text));
  }

  private static String withLetters(String text) {
    Matcher accent = ACCENT.matcher(text);
    Matcher letter = LETTER.matcher(accent.replaceAll(any -> letter(accent)));
    return letter.replaceAll(any -> LETTERS.get(letter.group("name")));
  }

  private static String letter(Matcher accent) {
    String mark = accent.group("mark") != null ? accent.group("mark") : accent.group("word");
    String base = accent.group("braced") != null ? accent.group("braced") : accent.group("letter");
    return Normalizer.normalize(base + COMBINING.get(mark), Normalizer.Form.NFC);
  }

  /**
   * Drops braces outside mathematics that are no command's argument, and the backslash of
   * characters that only TeX needs it for.
   */
  private static String withoutBraces(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean math = false;
    int depth = 0;
    boolean[] kept = new boolean[64];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        if (math || "&%_#$".indexOf(next) < 0) {
          plain.append(c);
        }
        plain.append(next);
        i++;
      } else if (c == '$') {
        math = !math;
        plain.append(c);
      } else if (c == '{' && depth < kept.length - 1) {
        kept[depth] = math || isArgument(plain);
        if (kept[depth++]) {
          plain.append(c);
        }
      } else if (c == '}' && depth > 0) {
        if (kept[--depth]) {
          plain.append(c);
        }
      } else {
        plain.append(c == '~' && !math ? ' ' : c);
      }
    }
    return plain.toString();
  }

  /** Whether a brace that follows is the argument of a command or of {@code ^} or {@code _}. */
  private static boolean isArgument(StringBuilder before) {
    int i = before.length() - 1;
    if (i >= 0 && (before.charAt(i) == '^' || before.charAt(i) == '_' || before.charAt(i) == '}')) {
      return true;
    }
    while (i >= 0 && isLetter(before.charAt(i))) {
      i--;
    }
    return i >= 0 && i < before.length() - 1 && before.charAt(i) == '\\';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
