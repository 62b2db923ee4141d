package io.github.papersluice.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the option that was meant where one is misspelt. */
final class NearestOption {
  /** More than a third of the letters wrong is another word. */
  private static final int LETTERS_PER_ERROR = 3;

  private NearestOption() {}

  /**
   * The option nearest to an argument by Levenshtein's distance, whatever the case of its letters.
   *
   * @param argument as given, {@code --ouput=out}
   * @param options the names there are, {@code --output}
   * @return empty if none is near; the first in the alphabet of several that are as near
   */
  static Optional<String> to(String argument, Collection<String> options) {
    int equals = argument.indexOf('=');
    String given = (equals < 0 ? argument : argument.substring(0, equals)).toLowerCase(Locale.ROOT);
    return options.stream()
        .sorted()
        .min(Comparator.comparingInt(option -> distance(given, option.toLowerCase(Locale.ROOT))))
        .filter(
            option ->
                distance(given, option.toLowerCase(Locale.ROOT))
                    <= given.length() / LETTERS_PER_ERROR);
  }

  /** How many letters must be put in, taken out or replaced (Levenshtein 1966). */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
