package io.github.papersluice.query;

import java.io.PrintWriter;

/** How a result is printed. */
public enum ResultFormat {
  /** Aligned columns for a person. */
  TABLE {
    @Override
    public ResultWriter writer(PrintWriter out, int width) {
      return new TableWriter(out, width);
    }
  },

  /** CSV in the dialect of the snapshots: texts quoted, null an empty field without quotes. */
  CSV {
    @Override
    public ResultWriter writer(PrintWriter out, int width) {
      return new CsvWriter(out);
    }
  },

  /** One JSON object a row and line. */
  JSON {
    @Override
    public ResultWriter writer(PrintWriter out, int width) {
      return new JsonWriter(out);
    }
  };

  /**
   * A writer of this format.
   *
   * @param out where to; not closed
   * @param width the widest cell of a table, in columns of a terminal; other formats cut nothing
   */
  public abstract ResultWriter writer(PrintWriter out, int width);
}
