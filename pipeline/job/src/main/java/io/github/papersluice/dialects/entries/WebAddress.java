package io.github.papersluice.dialects.entries;

import java.util.Locale;

/** Addresses of fields. */
final class WebAddress {
  private static final int LONGEST = 2000;

  private WebAddress() {}

  /** The address that a value is, with a scheme; null if it is none. */
  static String of(String value) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > LONGEST || !isOneWord(text)) {
      return null;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return text;
    }
    return lower.startsWith("github.com/") || lower.startsWith("arxiv.org/")
        ? "https://" + text
        : null;
  }

  private static boolean isOneWord(String text) {
    return text.codePoints()
        .noneMatch(c -> c <= ' ' || c == 0x7F || c == '"' || c == '<' || c == '>' || c == 0xFFFD);
  }
}
