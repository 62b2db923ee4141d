package io.github.papersluice.iceberg;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * Our tables in a catalog, by the schemas: columns with their descriptions, keys as identifiers.
 */
final class CatalogTables {
  private static final String NAMESPACE = "papersluice";

  private CatalogTables() {}

  /** The table, made unless it exists; columns that are new to it are added. */
  static org.apache.iceberg.Table open(Catalog catalog, Table table) {
    TableIdentifier name = TableIdentifier.of(NAMESPACE, table.tableName());
    Schema schema = schema(table);
    if (!catalog.tableExists(name)) {
      try {
        return catalog.createTable(
            name,
            schema,
            PartitionSpec.unpartitioned(),
            Map.of(TableProperties.FORMAT_VERSION, "2", "comment", table.schema().getDoc()));
      } catch (AlreadyExistsException e) {
        // Another publication made it in this very moment.
      }
    }
    org.apache.iceberg.Table found = catalog.loadTable(name);
    if (schema.columns().stream()
        .anyMatch(column -> found.schema().findField(column.name()) == null)) {
      found.updateSchema().unionByNameWith(schema).commit();
    }
    return found;
  }

  static Schema schema(Table table) {
    List<Types.NestedField> fields = new ArrayList<>();
    Set<Integer> key = new HashSet<>();
    for (Column column : Column.of(table)) {
      int id = fields.size() + 1;
      fields.add(field(id, column));
      if (table.key().contains(column.name())) {
        key.add(id);
      }
    }
    return new Schema(fields, key);
  }

  private static Types.NestedField field(int id, Column column) {
    return column.nullable()
        ? Types.NestedField.optional(id, column.name(), type(column.type()), column.doc())
        : Types.NestedField.required(id, column.name(), type(column.type()), column.doc());
  }

  private static Type type(Column.Type type) {
    return switch (type) {
      case STRING -> Types.StringType.get();
      case LONG -> Types.LongType.get();
      case DATE -> Types.DateType.get();
      case DOUBLE -> Types.DoubleType.get();
      case BOOLEAN -> Types.BooleanType.get();
    };
  }
}
