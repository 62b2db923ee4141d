package io.github.papersluice.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Rows of CSV as SQLite's shell takes them: every cell a text, an empty one the empty text. */
final class CsvRows {
  private CsvRows() {}

  static List<List<String>> read(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int i = 0;
    while (i < csv.length()) {
      StringBuilder cell = new StringBuilder();
      i = csv.charAt(i) == '"' ? quoted(csv, i + 1, cell) : bare(csv, i, cell);
      row.add(cell.toString());
      if (csv.charAt(i) == '\n') {
        rows.add(row);
        row = new ArrayList<>();
      } else if (csv.charAt(i + 1) == '\n') {
        row.add("");
        rows.add(row);
        row = new ArrayList<>();
        i++;
      }
      i++;
    }
    return rows;
  }

  private static int quoted(String csv, int from, StringBuilder cell) {
    int i = from;
    while (csv.charAt(i) != '"' || csv.charAt(i + 1) == '"') {
      i += csv.charAt(i) == '"' ? 1 : 0;
      cell.append(csv.charAt(i));
      i++;
    }
    return i + 1;
  }

  private static int bare(String csv, int from, StringBuilder cell) {
    int i = from;
    while (csv.charAt(i) != ',' && csv.charAt(i) != '\n') {
      cell.append(csv.charAt(i));
      i++;
    }
    return i;
  }
}
