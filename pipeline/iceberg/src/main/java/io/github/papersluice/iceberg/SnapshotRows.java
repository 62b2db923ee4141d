package io.github.papersluice.iceberg;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.warehouse.UnreadableSnapshotException;
import java.io.BufferedInputStream;
import java.io.IOException;
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
   * @throws UnreadableSnapshotException if a part is no Avro, or holds other rows than the manifest
   *     says
   * @throws IOException if the reader throws it
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
    try (DataFileStream<GenericRecord> rows = open(part)) {
      for (GenericRecord row = next(rows, null, part); row != null; row = next(rows, row, part)) {
        reader.read(row);
        count++;
      }
    }
    if (count != part.rows()) {
      throw new UnreadableSnapshotException(
          part.path() + " has " + count + " rows, but the manifest says " + part.rows(), null);
    }
    return count;
  }

  private DataFileStream<GenericRecord> open(PartFile part) throws UnreadableSnapshotException {
    try {
      return new DataFileStream<>(
          new BufferedInputStream(snapshot.open(part), BUFFER), new GenericDatumReader<>());
    } catch (IOException | AvroRuntimeException e) {
      throw unreadable(part, e);
    }
  }

  /** The next row, or null at the end. */
  private static GenericRecord next(
      DataFileStream<GenericRecord> rows, GenericRecord used, PartFile part)
      throws UnreadableSnapshotException {
    try {
      return rows.hasNext() ? rows.next(used) : null;
    } catch (IOException | AvroRuntimeException e) {
      throw unreadable(part, e);
    }
  }

  private static UnreadableSnapshotException unreadable(PartFile part, Exception cause) {
    return new UnreadableSnapshotException(part.path() + " cannot be read: " + cause, cause);
  }
}
