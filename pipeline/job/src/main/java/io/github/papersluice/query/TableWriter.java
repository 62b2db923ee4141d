package io.github.papersluice.query;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Aligned columns, numbers to the right; long cells are cut, and so is a long result. */
final class TableWriter implements ResultWriter {
  /** Rows that are held to be aligned; who wants more takes CSV or JSON. */
  private static final int MOST_ROWS = 1000;

  private static final String GAP = "  ";

  private final PrintWriter out;
  private final int widest;
  private final List<DisplayText[]> rows = new ArrayList<>();
  private DisplayText[] header;
  private boolean[] texts;
  private long count;

  TableWriter(PrintWriter out, int widest) {
    this.out = out;
    this.widest = widest;
  }

  @Override
  public void begin(List<String> columns) {
    header = columns.stream().map(name -> DisplayText.of(name, widest)).toArray(DisplayText[]::new);
    texts = new boolean[columns.size()];
  }

  @Override
  public void row(Object[] values) {
    count++;
    if (count > MOST_ROWS) {
      return;
    }
    DisplayText[] row = new DisplayText[values.length];
    for (int i = 0; i < values.length; i++) {
      row[i] = DisplayText.of(values[i] == null ? "NULL" : values[i].toString(), widest);
      texts[i] |= values[i] != null && !(values[i] instanceof Number);
    }
    rows.add(row);
  }

  @Override
  public void end() {
    int[] widths = widths();
    print(header, widths);
    printRule(widths);
    rows.forEach(row -> print(row, widths));
    out.write(footer());
    out.flush();
  }

  private String footer() {
    if (count > MOST_ROWS) {
      return String.format(
          Locale.ROOT, "(%,d rows, the first %,d shown: see --csv)\n", count, MOST_ROWS);
    }
    return count == 1 ? "(1 row)\n" : String.format(Locale.ROOT, "(%,d rows)\n", count);
  }

  private int[] widths() {
    int[] widths = new int[header.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = header[i].width();
      for (DisplayText[] row : rows) {
        widths[i] = Math.max(widths[i], row[i].width());
      }
    }
    return widths;
  }

  private void printRule(int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      out.write(i > 0 ? GAP : "");
      out.write("-".repeat(widths[i]));
    }
    out.write('\n');
  }

  private void print(DisplayText[] row, int[] widths) {
    for (int i = 0; i < row.length; i++) {
      out.write(i > 0 ? GAP : "");
      String padding = " ".repeat(widths[i] - row[i].width());
      boolean last = i == row.length - 1;
      out.write(texts[i] ? row[i].text() + (last ? "" : padding) : padding + row[i].text());
    }
    out.write('\n');
  }
}
