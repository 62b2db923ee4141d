package io.github.papersluice.iceberg;

import io.github.papersluice.snapshot.Table;
import io.github.papersluice.warehouse.PublishedTable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Replaces the rows of a snapshot's digests in one table, by one commit. Older files that hold such
 * rows are left out of the new version, their other rows written anew: no delete files, which some
 * readers do not know, and every older version stays as it was.
 */
final class TableReplacement {
  private static final String DIGEST_ID = "digest_id";

  private final Table table;
  private final org.apache.iceberg.Table target;
  private final Publication publication;
  private final List<String> written = new ArrayList<>();
  private long removed;

  TableReplacement(Table table, org.apache.iceberg.Table target, Publication publication) {
    this.table = table;
    this.target = target;
    this.publication = publication;
  }

  PublishedTable run() throws IOException {
    Snapshot before = target.currentSnapshot();
    if (publication.made(before)) {
      return new PublishedTable(table, Long.toString(before.snapshotId()), false, 0, 0);
    }
    boolean kept = false;
    try {
      long added = commit(before);
      kept = true;
      String version = Long.toString(target.currentSnapshot().snapshotId());
      return new PublishedTable(table, version, true, added, removed);
    } catch (CommitStateUnknownException e) {
      // The files may belong to a version by now.
      kept = true;
      throw e;
    } finally {
      if (!kept) {
        written.forEach(file -> target.io().deleteFile(file));
      }
    }
  }

  private long commit(Snapshot before) throws IOException {
    OverwriteFiles version = target.newOverwrite();
    removeOlder(version);
    long added = addRows(version);
    publication.sign(version);
    if (before != null) {
      version.validateFromSnapshot(before.snapshotId());
    }
    version
        .conflictDetectionFilter(Expressions.alwaysTrue())
        .validateNoConflictingData()
        .validateNoConflictingDeletes()
        .commit();
    return added;
  }

  private void removeOlder(OverwriteFiles version) throws IOException {
    if (publication.digests().isEmpty() && !publication.exact()) {
      return;
    }
    Expression older =
        publication.exact()
            ? Expressions.alwaysTrue()
            : Expressions.in(DIGEST_ID, publication.digests().toArray());
    try (CloseableIterable<FileScanTask> tasks = target.newScan().filter(older).planFiles()) {
      for (FileScanTask task : tasks) {
        removeOlder(task.file(), version);
      }
    }
  }

  private void removeOlder(DataFile file, OverwriteFiles version) throws IOException {
    long replaced = count(file);
    if (replaced == 0) {
      return;
    }
    removed += replaced;
    version.deleteFile(file);
    if (replaced < file.recordCount()) {
      version.addFile(remainder(file));
    }
  }

  /** How many rows of a file are replaced; one column tells. */
  private long count(DataFile file) throws IOException {
    if (publication.exact()) {
      return file.recordCount();
    }
    long replaced = 0;
    try (CloseableIterable<Record> rows = read(file, target.schema().select(DIGEST_ID))) {
      for (Record row : rows) {
        replaced += isReplaced(row) ? 1 : 0;
      }
    }
    return replaced;
  }

  private DataFile remainder(DataFile file) throws IOException {
    DataWriter<Record> writer = writer();
    try (writer;
        CloseableIterable<Record> rows = read(file, target.schema())) {
      for (Record row : rows) {
        if (!isReplaced(row)) {
          writer.write(row);
        }
      }
    }
    return writer.toDataFile();
  }

  private boolean isReplaced(Record row) {
    return publication.digests().contains(row.getField(DIGEST_ID));
  }

  private long addRows(OverwriteFiles version) throws IOException {
    DataWriter<Record> writer = writer();
    long rows;
    try (writer) {
      rows = publication.rows().read(table, row -> writer.write(converted(row)));
    }
    if (rows > 0) {
      version.addFile(writer.toDataFile());
    } else {
      target.io().deleteFile(writer.toDataFile().location());
    }
    return rows;
  }

  private Record converted(GenericRecord row) {
    Record record = org.apache.iceberg.data.GenericRecord.create(target.schema());
    for (Types.NestedField column : target.schema().columns()) {
      Object value = row.hasField(column.name()) ? row.get(column.name()) : null;
      record.setField(column.name(), converted(column.type(), value));
    }
    return record;
  }

  /** Avro counts the days of a date from 1970-01-01. */
  private static Object converted(Type type, Object value) {
    if (value instanceof Integer days && type.typeId() == Type.TypeID.DATE) {
      return LocalDate.ofEpochDay(days);
    }
    return value instanceof CharSequence text ? text.toString() : value;
  }

  private CloseableIterable<Record> read(DataFile file, Schema columns) {
    return Parquet.read(target.io().newInputFile(file.location()))
        .project(columns)
        .createReaderFunc(written -> GenericParquetReaders.buildReader(columns, written))
        .build();
  }

  private DataWriter<Record> writer() throws IOException {
    String place = target.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet");
    written.add(place);
    return Parquet.writeData(target.io().newOutputFile(place))
        .forTable(target)
        .withSpec(PartitionSpec.unpartitioned())
        .createWriterFunc((schema, type) -> GenericParquetWriter.create(schema, type))
        .build();
  }
}
