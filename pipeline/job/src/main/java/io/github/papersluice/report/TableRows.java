package io.github.papersluice.report;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.RowCodec;
import io.github.papersluice.snapshot.Table;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A cursor over a table's rows, part after part. It stands on a row, or behind the last one; the
 * row and its strings are used again for the next row, so what is kept of them must be copied, or
 * the row released.
 */
final class TableRows<R extends SpecificRecordBase> implements Closeable {
  private final Table table;
  private final Supplier<R> newRow;
  private final PartOpener opener;
  private final Iterator<PartFile> parts;
  private DataFileStream<R> stream;
  private R row;
  private boolean ended;

  /** Stands on the first row. */
  TableRows(Table table, Supplier<R> newRow, ReportInput input) throws IOException {
    this.table = table;
    this.newRow = newRow;
    this.opener = input.opener();
    this.parts = avroParts(input.parts(), table).iterator();
    advance();
  }

  /** A table's Avro parts, in the order given. */
  static List<PartFile> avroParts(List<PartFile> parts, Table table) {
    return parts.stream()
        .filter(part -> part.table() == table && part.format() == Format.AVRO)
        .toList();
  }

  /** The row at the cursor, or null behind the last one. */
  R row() {
    return ended ? null : row;
  }

  /** Leaves the row at the cursor to whoever holds it: it is not used again. */
  void release() {
    row = null;
  }

  void advance() throws IOException {
    while (stream == null || !stream.hasNext()) {
      if (!openNextPart()) {
        ended = true;
        return;
      }
    }
    row = stream.next(row);
  }

  private boolean openNextPart() throws IOException {
    close();
    if (!parts.hasNext()) {
      return false;
    }
    stream =
        new DataFileStream<>(opener.open(parts.next().path()), RowCodec.reading(table, newRow));
    return true;
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
