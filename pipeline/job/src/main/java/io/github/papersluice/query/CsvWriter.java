package io.github.papersluice.query;

import java.io.PrintWriter;
import java.util.List;

/** RFC 4180 as in the snapshots' own parts. */
final class CsvWriter implements ResultWriter {
  private final PrintWriter out;

  CsvWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<String> columns) {
    row(columns.toArray());
  }

  @Override
  public void row(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(cell(values[i]));
    }
    out.write('\n');
  }

  private static String cell(Object value) {
    if (value instanceof String text) {
      return '"' + text.replace("\"", "\"\"") + '"';
    }
    return value == null ? "" : value.toString();
  }

  @Override
  public void end() {
    out.flush();
  }
}
