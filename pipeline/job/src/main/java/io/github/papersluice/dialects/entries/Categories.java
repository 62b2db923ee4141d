package io.github.papersluice.dialects.entries;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Subject classes such as {@code cs.CL}, of a list or of a row of them. */
final class Categories {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  /** arXiv's: {@code hep-th}, {@code math.AG}, {@code cond-mat.mtrl-sci}. */
  private static final Pattern CLASS =
      Pattern.compile("[a-z]{2,10}(?:-[a-z]{2,4})?(?:\\.[A-Za-z]{2}[A-Za-z-]{0,15})?");

  private static final Set<String> WITHOUT_DOT =
      Set.of(
          "quant-ph",
          "gr-qc",
          "hep-th",
          "hep-ph",
          "hep-ex",
          "hep-lat",
          "nucl-th",
          "nucl-ex",
          "math-ph",
          "astro-ph",
          "cond-mat",
          "nlin",
          "cs",
          "math",
          "physics",
          "stat",
          "eess",
          "econ");

  private Categories() {}

  /** The classes with a space between them, each once; null if a value is something else. */
  static String of(List<String> values) {
    if (values.size() == 1 && values.get(0).indexOf(' ') < 0 && values.get(0).indexOf(',') < 0) {
      return isClass(values.get(0)) ? values.get(0) : null;
    }
    Set<String> classes = new LinkedHashSet<>();
    for (String value : values) {
      for (String part : BETWEEN.split(value.strip(), 0)) {
        if (!isClass(part)) {
          return null;
        }
        classes.add(part);
      }
    }
    return classes.isEmpty() ? null : String.join(" ", classes);
  }

  private static boolean isClass(String part) {
    return CLASS.matcher(part).matches() && (part.indexOf('.') > 0 || WITHOUT_DOT.contains(part));
  }
}
