package io.github.papersluice.parquet;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.RowFormat;
import io.github.papersluice.snapshot.RowOutput;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.io.OutputStream;

/** Writes {@link Format#PARQUET}. */
public final class ParquetFormat implements RowFormat {

  /** For the service loader. */
  public ParquetFormat() {}

  @Override
  public Format format() {
    return Format.PARQUET;
  }

  @Override
  public RowOutput open(Table table, OutputStream out) throws IOException {
    return new ParquetOutput(table, out);
  }
}
