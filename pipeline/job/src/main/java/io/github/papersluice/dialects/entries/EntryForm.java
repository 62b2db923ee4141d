package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A line of the field map: a source of structured digests.
 *
 * @param dialect its name
 * @param container what holds the entries
 * @param when alternatives of paths that an entry of this source has, all of one alternative; none
 *     if any will do
 * @param paths where the columns' values are, first that has one; a column that is missing is not
 *     there in this source
 * @param description one line for a person
 */
record EntryForm(
    String dialect,
    String container,
    List<List<String>> when,
    Map<Column, List<String>> paths,
    String description) {
  private static final String RESOURCE = "fields.csv";
  private static final int FIRST_COLUMN = 3;

  /**
   * The forms of the field map in its order.
   *
   * @param fields paths that come first, by the names of columns
   * @throws IllegalArgumentException if a name is no column's
   */
  static List<EntryForm> all(Map<String, String> fields) {
    Map<Column, List<String>> first = new EnumMap<>(Column.class);
    fields.forEach((column, path) -> first.put(column(column), List.of(path)));
    List<EntryForm> forms = new ArrayList<>();
    try (InputStream resource = EntryForm.class.getResourceAsStream(RESOURCE)) {
      new String(resource.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .forEach(line -> forms.add(ofLine(line, first)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(forms);
  }

  private static Column column(String name) {
    return Arrays.stream(Column.values())
        .filter(column -> column.columnName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No field can be named for the column "
                        + name
                        + "; the columns are "
                        + String.join(
                            ", ",
                            Arrays.stream(Column.values()).map(Column::columnName).toList())));
  }

  private static EntryForm ofLine(String line, Map<Column, List<String>> first) {
    String[] cells = line.split(",", -1);
    Map<Column, List<String>> paths = new EnumMap<>(Column.class);
    int cell = FIRST_COLUMN;
    for (Column column : Column.values()) {
      List<String> known = words(cells[cell++]);
      List<String> all = new ArrayList<>(first.getOrDefault(column, List.of()));
      all.addAll(known);
      if (!all.isEmpty()) {
        paths.put(column, List.copyOf(all));
      }
    }
    List<List<String>> when =
        Arrays.stream(cells[2].split("\\|"))
            .map(EntryForm::words)
            .filter(w -> !w.isEmpty())
            .toList();
    return new EntryForm(cells[0], cells[1], when, paths, cells[cells.length - 1]);
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.strip().split(" +")).filter(word -> !word.isEmpty()).toList();
  }
}
