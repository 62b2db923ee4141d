package io.github.papersluice.query;

import java.util.List;

/** Takes a query's result. A value is a {@code Number}, a {@code Boolean}, a text or null. */
public interface ResultWriter {

  /** Begins, with the columns' names. */
  void begin(List<String> columns);

  /** Takes a row; the array is the writer's to keep. */
  void row(Object[] values);

  /** Ends: all rows are written. */
  void end();
}
