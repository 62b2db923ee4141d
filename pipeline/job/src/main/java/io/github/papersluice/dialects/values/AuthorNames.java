package io.github.papersluice.dialects.values;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of authors in one form, {@code First Last; First Last}, in the source's order: the same
 * whether a source lists them, writes them in a row, or family name first.
 */
public final class AuthorNames {
  private static final Pattern AND = Pattern.compile("\\s+(?:and|&)\\s+");
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*(?:and\\s+)?|\\s+and\\s+");

  /** arXiv's field: {@code Ada Person (1), Bo Person (2) ((1) A University, (2) B)}. */
  private static final Pattern AFFILIATION =
      Pattern.compile("\\s*\\((?:[^()]|\\([^()]*\\))*\\)(?=\\s*(?:,|;|$|\\(|and\\s))");

  private static final Pattern SUFFIX = Pattern.compile("(?:[JS]r\\.?|I{2,3}|IV|V)");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private AuthorNames() {}

  /**
   * Names that the source lists one by one.
   *
   * @param names in order; {@code Last, First} is turned round, empty ones are left out
   * @return null if none is left
   */
  public static String ofList(List<String> names) {
    String joined =
        names.stream()
            .map(AuthorNames::oneName)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining("; "));
    return joined.isEmpty() ? null : joined;
  }

  /**
   * Names in a row, with semicolons, {@code and} or commas between them.
   *
   * @return null if there are none
   */
  public static String ofRow(String row) {
    String oneLine = singleSpaced(row);
    String text =
        oneLine.indexOf('(') < 0 ? oneLine : AFFILIATION.matcher(oneLine).replaceAll("").strip();
    if (text.indexOf(';') >= 0) {
      return ofList(List.of(SEMICOLON.split(text)));
    }
    if (text.indexOf(',') < 0 && !text.contains(" and ") && text.indexOf('&') < 0) {
      return text.isEmpty() ? null : text;
    }
    List<String> joined = List.of(AND.split(text));
    if (joined.stream().allMatch(AuthorNames::isFamilyFirst)) {
      return ofList(joined);
    }
    return ofList(withSuffixes(List.of(COMMA.split(text, -1))));
  }

  /**
   * Names with {@code and} between them, family name first or last, as BibTeX has them.
   *
   * @return null if there are none
   */
  public static String ofBibtex(String row) {
    return ofList(
        AND.splitAsStream(singleSpaced(row)).filter(name -> !name.equals("others")).toList());
  }

  /** {@code Person, Ada}, as BibTeX, RIS and indexes write. */
  private static boolean isFamilyFirst(String name) {
    int comma = name.indexOf(',');
    return comma > 0
        && comma == name.lastIndexOf(',')
        && comma < name.length() - 1
        && (name.indexOf(' ') == comma + 1 || name.indexOf(' ') < 0 || isInitials(name, comma));
  }

  private static boolean isInitials(String name, int comma) {
    String given = name.substring(comma + 1).strip();
    return given.length() <= 2 || given.endsWith(".");
  }

  private static List<String> withSuffixes(List<String> names) {
    List<String> whole = new ArrayList<>();
    for (String name : names) {
      if (!whole.isEmpty() && SUFFIX.matcher(name).matches()) {
        whole.set(whole.size() - 1, whole.get(whole.size() - 1) + " " + name);
      } else {
        whole.add(name);
      }
    }
    return whole;
  }

  /** White space of any kind and length as one space, and none around the text. */
  private static String singleSpaced(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = c <= ' ' || c == '\u00A0';
      if (isSpace && (c != ' ' || text.charAt(i - 1) == ' ')) {
        return SPACE.matcher(text).replaceAll(" ").strip();
      }
    }
    return text.strip();
  }

  private static String oneName(String name) {
    String text = singleSpaced(name).replace(';', ',');
    if (text.indexOf(',') < 0) {
      return text;
    }
    String[] parts = COMMA.split(text, 0);
    if (parts.length == 2 && !parts[0].isEmpty()) {
      return SUFFIX.matcher(parts[1]).matches()
          ? parts[0] + " " + parts[1]
          : parts[1] + " " + parts[0];
    }
    return parts.length == 3 && SUFFIX.matcher(parts[1]).matches()
        ? parts[2] + " " + parts[0] + " " + parts[1]
        : text;
  }
}
