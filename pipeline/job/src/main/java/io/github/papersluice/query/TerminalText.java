package io.github.papersluice.query;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text that a terminal shows and does not obey. Digests and snapshots come from anywhere and may
 * hold control characters (ECMA-48: also the single ones from U+0080 to U+009F) and characters that
 * turn the direction of writing (Unicode Standard Annex 9, section 2).
 */
public final class TerminalText {
  private static final char REPLACEMENT = '\uFFFD';

  /** JSON writers escape what is below U+0020 only. */
  private static final Pattern UNESCAPED_IN_JSON =
      Pattern.compile("[\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

  private TerminalText() {}

  /** Whether a terminal would do something else than show the character. */
  public static boolean isObeyed(int c) {
    return Character.isISOControl(c) || turnsDirection(c);
  }

  /** Embeddings, overrides and isolates. */
  static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** The character, or U+FFFD if it would be obeyed; tabs and line feeds pass. */
  public static char shown(char c) {
    return c != '\t' && c != '\n' && isObeyed(c) ? REPLACEMENT : c;
  }

  /** JSON of the same value with what would be obeyed as escapes. */
  public static String json(String json) {
    return UNESCAPED_IN_JSON
        .matcher(json)
        .replaceAll(
            match -> String.format(Locale.ROOT, "\\\\u%04X", (int) match.group().charAt(0)));
  }
}
