package io.github.papersluice.snapshot;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * A column of a table, as its Avro schema declares it.
 *
 * @param name the column's name in every format
 * @param type what its values are
 * @param nullable whether a row may leave it null
 * @param doc what it means, in one line
 */
public record Column(String name, Type type, boolean nullable, String doc) {

  /** The value types that every warehouse loads without options. */
  public enum Type {
    /** Unicode text. */
    STRING,
    /** A signed 64-bit integer. */
    LONG,
    /** A day of the calendar, from 0001-01-01 to 9999-12-31. */
    DATE,
    /** A 64-bit binary floating-point number. */
    DOUBLE,
    /** True or false. */
    BOOLEAN
  }

  /** Returns the columns of a table, in the order of its schema. */
  public static List<Column> of(Table table) {
    return table.schema().getFields().stream().map(Column::of).toList();
  }

  private static Column of(Schema.Field field) {
    Schema schema = field.schema();
    boolean nullable = schema.isNullable();
    return new Column(
        field.name(),
        type(field.name(), nullable ? nonNull(schema) : schema),
        nullable,
        field.doc());
  }

  private static Schema nonNull(Schema union) {
    return union.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static Type type(String column, Schema schema) {
    return switch (schema.getType()) {
      case STRING -> Type.STRING;
      case LONG -> Type.LONG;
      case INT -> date(column, schema);
      case DOUBLE -> Type.DOUBLE;
      case BOOLEAN -> Type.BOOLEAN;
      default -> throw unknown(column, schema);
    };
  }

  private static Type date(String column, Schema schema) {
    if (!LogicalTypes.date().equals(schema.getLogicalType())) {
      throw unknown(column, schema);
    }
    return Type.DATE;
  }

  private static IllegalArgumentException unknown(String column, Schema schema) {
    return new IllegalArgumentException(
        "column " + column + " has type " + schema + ", which not every warehouse loads");
  }
}
