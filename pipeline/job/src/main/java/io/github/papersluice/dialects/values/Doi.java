package io.github.papersluice.dialects.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digital object identifiers without {@code https://doi.org/}: {@code 10.1000/182}. */
public final class Doi {
  private static final Pattern FORM =
      Pattern.compile(
          "(?i:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?(?<doi>10\\.[0-9]{4,9}/\\S+?)[.,;]?");

  private Doi() {}

  /** The identifier that a value is or whose address it is; null if it is none. */
  public static String of(String value) {
    if (value == null) {
      return null;
    }
    // arXiv's field holds several where a paper appeared in parts.
    String first = value.strip().split("\\s", 2)[0];
    Matcher match = FORM.matcher(first);
    return match.matches() ? match.group("doi") : null;
  }
}
