package io.github.papersluice.report;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** The Avro parts of a sample in memory. */
final class SampleParts implements PartOpener {
  private static final SpecificData DATES = new SpecificData();

  static {
    DATES.addLogicalTypeConversion(new TimeConversions.DateConversion());
  }

  private final Map<Table, List<SpecificRecord>> rows;
  private final int partsPerTable;
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<PartFile> parts = new ArrayList<>();
  private final Map<String, Integer> opened = new HashMap<>();

  SampleParts(Map<Table, List<SpecificRecord>> rows, int partsPerTable) throws IOException {
    this.rows = rows;
    this.partsPerTable = partsPerTable;
    for (Table table : Table.values()) {
      writeParts(table);
    }
  }

  /** The parts, as a manifest lists them. */
  List<PartFile> files() {
    return parts;
  }

  private void writeParts(Table table) throws IOException {
    List<SpecificRecord> all = rows.get(table);
    for (int i = 0; i < partsPerTable; i++) {
      int from = all.size() * i / partsPerTable;
      int to = all.size() * (i + 1) / partsPerTable;
      byte[] bytes = avro(table, all.subList(from, to));
      for (Format format : List.of(Format.CSV, Format.AVRO)) {
        String path = path(table, format, i);
        parts.add(new PartFile(table, format, path, to - from, bytes.length, "0".repeat(64)));
      }
      files.put(path(table, Format.AVRO, i), bytes);
    }
  }

  private String path(Table table, Format format, int part) {
    return String.format(
        Locale.ROOT,
        "%s/%s/part-%05d.%s",
        format.extension(),
        table.tableName(),
        part,
        format.extension());
  }

  private static byte[] avro(Table table, List<SpecificRecord> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var writer =
        new DataFileWriter<SpecificRecord>(new SpecificDatumWriter<>(table.schema(), DATES))) {
      writer.create(table.schema(), bytes, new byte[16]);
      for (SpecificRecord row : rows) {
        writer.append(row);
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public InputStream open(String path) throws IOException {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new FileNotFoundException(path);
    }
    opened.merge(path.toLowerCase(Locale.ROOT), 1, Integer::sum);
    return new ByteArrayInputStream(bytes);
  }

  /** The paths opened so far, each with how often. */
  Map<String, Integer> opened() {
    return opened;
  }
}
