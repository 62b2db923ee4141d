package io.github.papersluice.parquet;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Rows as Parquet's columns: those of the table's schema, in its order. */
final class RowWriteSupport extends WriteSupport<SpecificRecordBase> {
  private final String table;
  private final List<Column> columns;
  private RecordConsumer consumer;

  RowWriteSupport(Table table) {
    this.table = table.tableName();
    columns = Column.of(table);
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema(), Map.of());
  }

  @Override
  @Deprecated
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema(), Map.of());
  }

  private MessageType schema() {
    Types.MessageTypeBuilder message = Types.buildMessage();
    columns.forEach(column -> message.addField(type(column)));
    return message.named(table);
  }

  private static PrimitiveType type(Column column) {
    Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    return switch (column.type()) {
      case STRING ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
      case DATE ->
          Types.primitive(PrimitiveTypeName.INT32, repetition)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
    };
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(SpecificRecordBase row) {
    consumer.startMessage();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(i);
      if (value != null) {
        String name = columns.get(i).name();
        consumer.startField(name, i);
        add(value);
        consumer.endField(name, i);
      }
    }
    consumer.endMessage();
  }

  private void add(Object value) {
    if (value instanceof Utf8 text) {
      // The row's memory is used again for the next one.
      consumer.addBinary(Binary.fromReusedByteArray(text.getBytes(), 0, text.getByteLength()));
    } else if (value instanceof Long number) {
      consumer.addLong(number);
    } else if (value instanceof LocalDate day) {
      consumer.addInteger(Math.toIntExact(day.toEpochDay()));
    } else if (value instanceof Double number) {
      consumer.addDouble(number);
    } else {
      consumer.addBoolean((Boolean) value);
    }
  }
}
