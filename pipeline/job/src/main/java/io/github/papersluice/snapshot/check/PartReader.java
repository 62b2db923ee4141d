package io.github.papersluice.snapshot.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.FormulaGuard;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PartName;
import io.github.papersluice.snapshot.SchemaFingerprint;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;

/**
 * Reads a shard's part of a table, from Avro if the snapshot has it, else from CSV; where it has
 * both, each row is compared on the way. Faults of a file end its reading. The row is used again.
 */
final class PartReader implements Closeable {
  private static final GenericData DATES = dates();

  private final Table table;
  private final List<Column> types;
  private final Faults faults;
  private final boolean guarded;
  private final String avroPath;
  private final String csvPath;
  private DataFileStream<GenericRecord> avro;
  private CsvInput csv;
  private List<String> columns;
  private GenericRecord row;
  private long rows;

  PartReader(SnapshotFolder folder, PartName name, Table table, Faults faults) throws IOException {
    this.table = table;
    this.types = Column.of(table);
    this.faults = faults;
    Manifest manifest = folder.manifest();
    guarded = Boolean.parseBoolean(manifest.options().get("csvFormulaGuard"));
    avroPath = name.path(table, Format.AVRO);
    csvPath = name.path(table, Format.CSV);
    boolean opened = false;
    try {
      openAvro(folder, fingerprint(manifest));
      openCsv(folder);
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  /** Rows hold days as dates, from Avro and from CSV. */
  private static GenericData dates() {
    GenericData data = new GenericData();
    data.addLogicalTypeConversion(new TimeConversions.DateConversion());
    return data;
  }

  private String fingerprint(Manifest manifest) {
    return manifest.schemas().stream()
        .filter(schema -> schema.table() == table)
        .map(Manifest.TableSchema::fingerprint)
        .findFirst()
        .orElse("");
  }

  private void openAvro(SnapshotFolder folder, String fingerprint) throws IOException {
    if (!folder.storage().isFile(folder.below(avroPath))) {
      return;
    }
    try {
      GenericDatumReader<GenericRecord> reader =
          new GenericDatumReader<>(null, table.schema(), DATES);
      avro = new DataFileStream<>(folder.open(avroPath), reader);
      Schema written = avro.getSchema();
      if (!isOfTable(written)) {
        faults.add(avroPath, "its schema is none of this table");
        endAvro();
        return;
      }
      columns = written.getFields().stream().map(Schema.Field::name).toList();
      if (!SchemaFingerprint.of(written).equals(fingerprint)) {
        faults.add(avroPath, "its schema is not the one whose fingerprint the manifest has");
      }
    } catch (IOException
        | RuntimeException
        | LinkageError
        | StackOverflowError
        | OutOfMemoryError e) {
      // A codec may need a library that is not here, a length any amount of memory.
      faults.add(avroPath, "is no Avro file that can be read (" + e.getMessage() + ")");
      endAvro();
    }
  }

  /** A released schema has today's first columns; see {@code schemas/README.md}. */
  private boolean isOfTable(Schema written) {
    List<Schema.Field> today = table.schema().getFields();
    if (written.getType() != Schema.Type.RECORD || written.getFields().size() > today.size()) {
      return false;
    }
    for (Schema.Field field : written.getFields()) {
      Schema.Field same = today.get(field.pos());
      if (!field.name().equals(same.name()) || !field.schema().equals(same.schema())) {
        return false;
      }
    }
    return true;
  }

  private void endAvro() throws IOException {
    if (avro != null) {
      avro.close();
      avro = null;
    }
  }

  private void openCsv(SnapshotFolder folder) throws IOException {
    if (!folder.storage().isFile(folder.below(csvPath))) {
      return;
    }
    try {
      csv = new CsvInput(folder.open(csvPath));
    } catch (IOException e) {
      faults.add(csvPath, "cannot be read (" + e.getMessage() + ")");
      return;
    }
    if (!nextCsv()) {
      faults.add(csvPath, "has no header");
      endCsv();
      return;
    }
    List<String> header = header();
    if (columns == null) {
      columns = header;
    }
    if (!header.equals(columns) || !isBeginOf(names(), columns)) {
      faults.add(csvPath, "its header does not name the schema's columns");
      endCsv();
    }
  }

  private static boolean isBeginOf(List<String> whole, List<String> begin) {
    return begin.size() <= whole.size() && whole.subList(0, begin.size()).equals(begin);
  }

  private List<String> names() {
    return table.schema().getFields().stream().map(Schema.Field::name).toList();
  }

  private List<String> header() {
    String[] names = new String[csv.cells()];
    for (int i = 0; i < names.length; i++) {
      names[i] = new String(csv.bytes(), csv.start(i), csv.end(i) - csv.start(i), UTF_8);
    }
    return Arrays.asList(names);
  }

  /** The next row, good until the next call, or null at the end. */
  GenericRecord next() throws IOException {
    if (avro != null) {
      GenericRecord next = nextAvro();
      if (csv != null) {
        compare(next);
      }
      return next;
    }
    return csv == null ? null : fromCsv();
  }

  private GenericRecord nextAvro() {
    try {
      if (!avro.hasNext()) {
        return null;
      }
      row = avro.next(row);
      rows++;
      return row;
    } catch (IOException
        | RuntimeException
        | LinkageError
        | StackOverflowError
        | OutOfMemoryError e) {
      // A length in a damaged file may ask for any amount of memory.
      faults.add(avroPath, "cannot be read after row " + rows + " (" + e.getMessage() + ")");
      return null;
    }
  }

  private boolean nextCsv() throws IOException {
    try {
      return csv.next();
    } catch (IOException | OutOfMemoryError e) {
      faults.add(csvPath, "cannot be read after row " + rows + " (" + e.getMessage() + ")");
      endCsv();
      return false;
    }
  }

  private void endCsv() throws IOException {
    if (csv != null) {
      csv.close();
      csv = null;
    }
  }

  private void compare(GenericRecord expected) throws IOException {
    boolean more = nextCsv();
    if (csv == null) {
      return;
    }
    if (more != (expected != null)) {
      faults.add(csvPath, "has " + (more ? "more" : "fewer") + " rows than the Avro file");
      endCsv();
    } else if (more && csv.cells() != columns.size()) {
      faults.add(csvPath, "row " + rows + " has " + csv.cells() + " cells");
      endCsv();
    } else if (more) {
      compareCells(expected);
    }
  }

  private void compareCells(GenericRecord expected) {
    for (int i = 0; i < columns.size(); i++) {
      if (!equal(i, expected.get(i))) {
        faults.add(csvPath, "row " + rows + " differs from the Avro file in " + columns.get(i));
      }
    }
  }

  private boolean equal(int cell, Object value) {
    if (value instanceof Utf8 text) {
      int start = unguarded(cell);
      return csv.isQuoted(cell)
          && Arrays.equals(
              csv.bytes(), start, csv.end(cell), text.getBytes(), 0, text.getByteLength());
    }
    return value == null
        ? csv.isNull(cell)
        : !csv.isQuoted(cell) && string(cell).equals(value.toString());
  }

  private int unguarded(int cell) {
    int start = csv.start(cell);
    return guarded && FormulaGuard.isGuarded(csv.bytes(), start, csv.end(cell)) ? start + 1 : start;
  }

  private String string(int cell) {
    int start = csv.start(cell);
    return new String(csv.bytes(), start, csv.end(cell) - start, UTF_8);
  }

  private GenericRecord fromCsv() throws IOException {
    if (!nextCsv()) {
      return null;
    }
    rows++;
    if (csv.cells() != columns.size()) {
      faults.add(csvPath, "row " + rows + " has " + csv.cells() + " cells");
      endCsv();
      return null;
    }
    GenericData.Record record = new GenericData.Record(table.schema());
    try {
      for (int i = 0; i < columns.size(); i++) {
        record.put(i, value(i));
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      faults.add(csvPath, "row " + rows + " cannot be read (" + e.getMessage() + ")");
      endCsv();
      return null;
    }
    return record;
  }

  private Object value(int cell) {
    Column column = types.get(cell);
    if (csv.isNull(cell) && column.nullable()) {
      return null;
    }
    if (csv.isQuoted(cell) != (column.type() == Column.Type.STRING)) {
      throw new IllegalArgumentException("a value of another type than the column's");
    }
    if (csv.isQuoted(cell)) {
      return new Utf8(Arrays.copyOfRange(csv.bytes(), unguarded(cell), csv.end(cell)));
    }
    String text = string(cell);
    Object value = bare(column.type(), text);
    if (!value.toString().equals(text)) {
      throw new IllegalArgumentException("not written as ours are: " + text);
    }
    return value;
  }

  private static Object bare(Column.Type type, String text) {
    return switch (type) {
      case LONG -> Long.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case DOUBLE -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case STRING -> throw new IllegalArgumentException("a text without quotes: " + text);
    };
  }

  /** Rows read so far. */
  long rows() {
    return rows;
  }

  /** The path of the file that is read. */
  String path() {
    return avro != null ? avroPath : csvPath;
  }

  @Override
  public void close() throws IOException {
    try {
      if (avro != null) {
        avro.close();
      }
    } finally {
      if (csv != null) {
        csv.close();
      }
    }
  }
}
