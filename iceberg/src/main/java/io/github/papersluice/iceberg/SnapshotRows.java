package io.github.papersluice.iceberg;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** The rows of a snapshot's Avro parts. */
final class SnapshotRows {
  private static final int BUFFER = 1 << 16;

  /** Takes a row, which is used again for the next one. */
  @FunctionalInterface
  interface RowReader {
    void read(GenericRecord row) throws IOException;
  }

  private final SnapshotFolder snapshot;

  SnapshotRows(SnapshotFolder snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * Reads a table from its first row to its last.
   *
   * @return how many rows there are
   * @throws IOException if a part is no Avro, or holds other rows than the manifest says
   */
  long read(Table table, RowReader reader) throws IOException {
    long rows = 0;
    for (PartFile part : snapshot.manifest().outputs()) {
      if (part.table() == table && part.format() == Format.AVRO) {
        rows += readPart(part, reader);
      }
    }
    return rows;
  }

  private long readPart(PartFile part, RowReader reader) throws IOException {
    long count = 0;
    try (InputStream in = new BufferedInputStream(snapshot.open(part), BUFFER);
        DataFileStream<GenericRecord> rows = new DataFileStream<>(in, new GenericDatumReader<>())) {
      GenericRecord row = null;
      while (rows.hasNext()) {
        row = rows.next(row);
        reader.read(row);
        count++;
      }
    } catch (AvroRuntimeException e) {
      throw new IOException(part.path() + " cannot be read: " + e.getMessage(), e);
    }
    if (count != part.rows()) {
      throw new IOException(
          part.path() + " has " + count + " rows, but the manifest says " + part.rows());
    }
    return count;
  }
}
