package io.github.papersluice.snapshot;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** A shard's part of one table, in every format. */
final class TableOutput {
  private final SnapshotStorage storage;
  private final Table table;
  private final List<PartOutput> outputs = new ArrayList<>();
  private final List<PartFile> files = new ArrayList<>();
  private final List<String> stagedPaths = new ArrayList<>();
  private RowOutput[] writers;
  private long rows;

  TableOutput(SnapshotStorage storage, Table table) {
    this.storage = storage;
    this.table = table;
  }

  void open(String staging, PartName name, String attempt, WriteOptions options)
      throws IOException {
    List<RowOutput> opened = new ArrayList<>();
    for (Format format : options.formats()) {
      String stagedPath = name.stagedPath(staging, table, format, attempt);
      PartOutput output = new PartOutput(storage, stagedPath);
      outputs.add(output);
      stagedPaths.add(stagedPath);
      files.add(new PartFile(table, format, name.path(table, format), 0, 0, ""));
      opened.add(writer(format, options, output));
    }
    writers = opened.toArray(RowOutput[]::new);
  }

  private RowOutput writer(Format format, WriteOptions options, PartOutput output)
      throws IOException {
    return switch (format) {
      case AVRO -> new AvroOutput(table, options.codec(), output);
      case CSV -> new CsvOutput(table.schema(), options.csvFormulaGuard(), output);
      case PARQUET -> RowFormat.of(format).orElseThrow().open(table, output);
    };
  }

  void write(SpecificRecordBase row) throws IOException {
    rows++;
    for (RowOutput writer : writers) {
      writer.write(row);
    }
  }

  List<StagedPart> finish() throws IOException {
    List<StagedPart> parts = new ArrayList<>();
    for (int i = 0; i < writers.length; i++) {
      writers[i].finish();
      PartOutput output = outputs.get(i);
      PartFile file = files.get(i);
      PartFile finished =
          new PartFile(table, file.format(), file.path(), rows, output.bytes(), output.sha256());
      parts.add(new StagedPart(finished, stagedPaths.get(i), output.crc32c()));
    }
    return parts;
  }

  /** Closes and deletes the files; all are tried, and the first failure is thrown. */
  void abandon() throws IOException {
    IOException failure = null;
    for (int i = 0; i < outputs.size(); i++) {
      try {
        outputs.get(i).abandon();
        storage.deleteTree(stagedPaths.get(i));
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
