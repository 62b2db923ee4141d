package io.github.papersluice.model;

import java.util.Locale;

/**
 * A mention of a model's number of parameters.
 *
 * @param field the field that holds the mention
 * @param start first code point of {@code surface} in the field, from 0
 * @param end code point after the last one
 * @param surface the number and its unit exactly as written, and nothing else
 * @param parameters the number of parameters; the nominal product where there are experts
 * @param experts 8 for {@code 8x7B}, else null
 * @param role what the number counts
 * @param model the model's name as written, without the size, or null where the text names none
 * @param exactness how the number is qualified
 */
public record ModelSize(
    TextField field,
    int start,
    int end,
    String surface,
    long parameters,
    Integer experts,
    SizeRole role,
    String model,
    Exactness exactness) {

  /**
   * What spellings of one model's name have in common: {@code model} in lower case, without spaces,
   * hyphens and underscores. Null where there is no name, or nothing of it is left.
   */
  public String modelKey() {
    if (model == null) {
      return null;
    }
    StringBuilder key = new StringBuilder(model.length());
    model
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> !isSeparator(c))
        .forEach(key::appendCodePoint);
    return key.isEmpty() ? null : key.toString();
  }

  private static boolean isSeparator(int c) {
    return c == '_'
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || Character.isSpaceChar(c)
        || Character.isWhitespace(c);
  }
}
