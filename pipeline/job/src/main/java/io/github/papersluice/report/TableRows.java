package io.github.papersluice.report;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.Table;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * A cursor over a table's rows, part after part. It stands on a row, or behind the last one; the
 * row and its strings are used again for the next row, so what is kept of them must be copied.
 */
final class TableRows<R extends SpecificRecord> implements Closeable {
  private final Table table;
  private final SpecificData model;
  private final PartOpener opener;
  private final Iterator<PartFile> parts;
  private DataFileStream<R> stream;
  private R row;
  private boolean ended;

  /** Stands on the first row. */
  TableRows(Table table, Class<R> rowClass, ReportInput input) throws IOException {
    this.table = table;
    this.model = new RowModel(rowClass);
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
        new DataFileStream<>(
            opener.open(parts.next().path()),
            new SpecificDatumReader<>(table.schema(), table.schema(), model));
    return true;
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }

  /**
   * Knows one class, the table's: Avro would look classes up by the names that a file's schema
   * gives, and since 1.12.2 refuses those that were not declared trusted for the whole process.
   */
  private static final class RowModel extends SpecificData {
    private final Class<?> rowClass;

    RowModel(Class<?> rowClass) {
      super(rowClass.getClassLoader());
      this.rowClass = rowClass;
      // The decoders generated with the row classes are faster than those that Avro assembles.
      setCustomCoders(true);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class getClass(Schema schema) {
      return schema.getType() == Schema.Type.RECORD ? rowClass : super.getClass(schema);
    }
  }
}
