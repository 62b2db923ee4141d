package io.github.papersluice.dialects.entries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the papers of a JSON digest are.
 *
 * @param lines whether each line is an object; else the digest is one value, or several
 * @param path the way from the digest's value to its papers: names of fields, {@code []} for the
 *     elements of a list, {@code *} for the values of an object whose names are ids
 */
record JsonLayout(boolean lines, List<String> path) {
  static final String ELEMENTS = "[]";
  static final String VALUES = "*";

  /** How surely the objects at a path are the papers. */
  private record Found(List<String> path, int score, int place) {}

  /**
   * Finds the papers in a digest's beginning.
   *
   * @return empty if no object there is a paper by this map
   */
  static Optional<JsonLayout> of(JsonOutline outline, FieldMap map) {
    EntryPapers papers = new EntryPapers(map);
    List<Found> found = new ArrayList<>();
    outline
        .objects()
        .forEach(
            (path, starts) -> {
              int score = score(outline, starts, map, papers);
              if (score > 0) {
                found.add(new Found(path, score, found.size()));
              }
            });
    boolean severalRoots =
        outline.inLines() || outline.objects().getOrDefault(List.of(), List.of()).size() > 1;
    return found.stream()
        .min(
            Comparator.comparingInt((Found f) -> f.path().isEmpty() && severalRoots ? 0 : 1)
                .thenComparingInt(f -> -f.score())
                .thenComparingInt(f -> kind(f.path()))
                .thenComparingInt(f -> f.path().size())
                .thenComparingInt(Found::place))
        .map(f -> new JsonLayout(f.path().isEmpty() && outline.inLines(), f.path()));
  }

  /** Lists first, then objects whose values are papers, then one paper alone. */
  private static int kind(List<String> path) {
    if (path.isEmpty()) {
      return 2;
    }
    return path.get(path.size() - 1).equals(ELEMENTS) ? 0 : 1;
  }

  private static int score(
      JsonOutline outline, List<Integer> starts, FieldMap map, EntryPapers papers) {
    int best = 0;
    JsonParser parser = new JsonParser();
    EntryFields fields = new EntryFields();
    boolean isNamed = !map.form().when().isEmpty();
    for (int start : starts) {
      fields.reset();
      parser.parse(outline.head().bytes(), start, outline.head().length(), map.entry(), fields);
      if (map.fits(fields) && papers.isPaper(fields, isNamed)) {
        best = Math.max(best, papers.hasAbstract(fields) ? 2 : 1);
      }
    }
    return best;
  }

  /** The way to the papers as a person writes it: {@code data.results[]}. */
  String written() {
    StringBuilder written = new StringBuilder();
    for (String step : path) {
      if (!step.equals(ELEMENTS) && !written.isEmpty()) {
        written.append('.');
      }
      written.append(step);
    }
    return written.toString();
  }
}
