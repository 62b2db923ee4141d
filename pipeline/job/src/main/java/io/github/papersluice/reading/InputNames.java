package io.github.papersluice.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names for input files that say nothing of the machine: what stands below their common folder. */
public final class InputNames {
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F]");

  private InputNames() {}

  /**
   * Names files by their locations.
   *
   * @param locations absolute paths or URIs, each file once, in any order
   * @return the name of each, in the same order: relative, with {@code /}, unique; the last part of
   *     the location at least; a control character is written as {@code %0A} (RFC 3986, section
   *     2.1)
   * @throws IllegalArgumentException if a location is given twice
   */
  public static List<String> of(List<String> locations) {
    List<List<String>> paths = locations.stream().map(InputNames::parts).toList();
    int common = commonFolders(paths);
    List<String> names =
        paths.stream()
            .map(path -> printable(String.join("/", path.subList(common, path.size()))))
            .toList();
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("A location is given twice among " + locations);
    }
    return names;
  }

  /** The name is a cell of a table, which holds no line breaks, and is shown on terminals. */
  private static String printable(String name) {
    return CONTROL
        .matcher(name)
        .replaceAll(match -> String.format(Locale.ROOT, "%%%02X", (int) match.group().charAt(0)));
  }

  /** {@code s3://b/k} is {@code s3:}, {@code b}, {@code k}: what is no path never is a name. */
  private static List<String> parts(String location) {
    boolean windows = location.matches("[A-Za-z]:\\\\.*|\\\\\\\\.*");
    String path = windows ? location.replace('\\', '/') : location;
    path = path.startsWith("file:") ? path.substring("file:".length()) : path;
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? List.of(location) : parts;
  }

  private static int commonFolders(List<List<String>> paths) {
    if (paths.isEmpty()) {
      return 0;
    }
    List<String> first = paths.get(0);
    int common = first.size() - 1;
    for (List<String> path : paths) {
      common = Math.min(common, path.size() - 1);
      int same = 0;
      while (same < common && path.get(same).equals(first.get(same))) {
        same++;
      }
      common = same;
    }
    return common;
  }
}
