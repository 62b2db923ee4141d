package io.github.papersluice.text.splitting;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A line that names a paper's authors, {@code Ada Lovelace, Charles Babbage and Grace Hopper}, as
 * some pages put it between title and abstract. Asked only of what follows a title: as a title it
 * would be one too.
 */
public final class Byline {
  private static final Pattern LABEL = Pattern.compile("^(?:Authors?:|By) +");
  private static final Pattern ET_AL = Pattern.compile(",? et al\\.?$");
  private static final Pattern SEPARATOR = Pattern.compile(",? and |,? & |[,;] *");
  private static final Pattern FOOTNOTE = Pattern.compile("[\\p{N}*†‡§¶]+$");

  /** A word of a name: {@code Babbage}, {@code A.}, {@code Jean-Luc}, {@code O'Neil}, {@code 李}. */
  private static final Pattern NAME_WORD = Pattern.compile("[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*");

  private static final Set<String> PARTICLES =
      Set.of(
          "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ten",
          "ter", "van", "von", "y");

  private static final int FEWEST_WORDS = 2;
  private static final int MOST_WORDS = 5;

  private Byline() {}

  /**
   * Whether a line names authors: a label, {@code et al.} or a comma or semicolon must tell, for
   * one name alone looks like any title.
   */
  public static boolean matches(String line) {
    String names = ET_AL.matcher(LABEL.matcher(line).replaceFirst("")).replaceFirst("");
    boolean told = names.length() < line.length() || names.matches(".*[,;].*");
    if (!told) {
      return false;
    }
    for (String name : SEPARATOR.split(names, -1)) {
      if (!isName(FOOTNOTE.matcher(name.strip()).replaceFirst(""))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String name) {
    String[] words = name.split(" +", -1);
    for (String word : words) {
      if (!PARTICLES.contains(word) && !NAME_WORD.matcher(word).matches()) {
        return false;
      }
    }
    return words.length >= FEWEST_WORDS && words.length <= MOST_WORDS;
  }
}
