package io.github.papersluice.snapshot;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.Utf8;

/**
 * Writes and reads the rows of one table as Avro's binary form (Avro specification, "Binary
 * encoding"). Avro generates such code for records without logical types only; its walk over
 * records with dates takes twice the time.
 */
public final class RowCodec<R extends SpecificRecordBase>
    implements DatumWriter<R>, DatumReader<R> {
  private static final int NULL_BRANCH = 0;
  private static final int VALUE_BRANCH = 1;

  private final Schema schema;
  private final Column.Type[] types;
  private final boolean[] nullable;
  private final Supplier<R> newRow;

  private RowCodec(Table table, Supplier<R> newRow) {
    this.schema = table.schema();
    this.newRow = newRow;
    List<Column> columns = Column.of(table);
    types = columns.stream().map(Column::type).toArray(Column.Type[]::new);
    nullable = new boolean[types.length];
    for (int i = 0; i < types.length; i++) {
      nullable[i] = columns.get(i).nullable();
    }
  }

  /** Writes rows of a table. */
  static RowCodec<SpecificRecordBase> writing(Table table) {
    return new RowCodec<>(table, null);
  }

  /**
   * Reads rows of a table.
   *
   * @param newRow makes a row of the table's class
   */
  public static <R extends SpecificRecordBase> RowCodec<R> reading(
      Table table, Supplier<R> newRow) {
    return new RowCodec<>(table, newRow);
  }

  /**
   * Takes the schema of a file.
   *
   * @throws IllegalArgumentException if it is not today's schema of the table
   */
  @Override
  public void setSchema(Schema written) {
    if (!SchemaFingerprint.of(written).equals(SchemaFingerprint.of(schema))) {
      throw new IllegalArgumentException(
          "the file has other columns than " + schema.getName() + " has in this version");
    }
  }

  @Override
  public void write(R row, Encoder out) throws IOException {
    for (int i = 0; i < types.length; i++) {
      Object value = row.get(i);
      if (nullable[i]) {
        out.writeIndex(value == null ? NULL_BRANCH : VALUE_BRANCH);
      }
      if (value != null || !nullable[i]) {
        write(types[i], value, out);
      }
    }
  }

  private static void write(Column.Type type, Object value, Encoder out) throws IOException {
    switch (type) {
      case STRING -> out.writeString((Utf8) value);
      case LONG -> out.writeLong((Long) value);
      case DATE -> out.writeInt(Math.toIntExact(((LocalDate) value).toEpochDay()));
      case DOUBLE -> out.writeDouble((Double) value);
      case BOOLEAN -> out.writeBoolean((Boolean) value);
    }
  }

  @Override
  public R read(R reuse, Decoder in) throws IOException {
    R row = reuse == null ? newRow.get() : reuse;
    for (int i = 0; i < types.length; i++) {
      boolean absent = nullable[i] && in.readIndex() == NULL_BRANCH;
      row.put(i, absent ? null : read(types[i], row.get(i), in));
    }
    return row;
  }

  private static Object read(Column.Type type, Object old, Decoder in) throws IOException {
    return switch (type) {
      case STRING -> in.readString(old instanceof Utf8 text ? text : null);
      case LONG -> in.readLong();
      case DATE -> LocalDate.ofEpochDay(in.readInt());
      case DOUBLE -> in.readDouble();
      case BOOLEAN -> in.readBoolean();
    };
  }
}
