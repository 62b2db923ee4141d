package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;

/**
 * BigQuery loads the Avro parts from a bucket: they tell null from the empty string, which its CSV
 * reader does not.
 */
final class BigQueryScript extends LoadScript {
  private static final String DAY = "digest_date";

  BigQueryScript(SnapshotInventory contents, Scope scope) {
    super(contents, Format.AVRO, scope);
  }

  @Override
  String name() {
    return "bigquery";
  }

  @Override
  String identifier(String name) {
    return '`' + name + '`';
  }

  @Override
  String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }

  @Override
  String type(Column.Type type) {
    return switch (type) {
      case STRING -> "STRING";
      case LONG -> "INT64";
      case DATE -> "DATE";
      case DOUBLE -> "FLOAT64";
      case BOOLEAN -> "BOOL";
    };
  }

  /** DDL and loads come before the transaction, which may hold neither. */
  @Override
  String text() {
    return purpose("BigQuery")
        + comment(
            "Copy the snapshot to a bucket, name it in the next statement, then:",
            "bq query --use_legacy_sql=false --dataset_id=PROJECT:DATASET < " + path())
        + "DECLARE snapshot_uri STRING DEFAULT "
        + literal("gs://BUCKET/" + contents().name())
        + ";\n"
        + eachTable(this::create)
        + order().create(" NOT ENFORCED", "")
        + eachTable(this::stage)
        + "CREATE OR REPLACE TEMP TABLE %s AS SELECT '' AS %s;\n"
            .formatted(order().history(), identifier("lines"))
        + "BEGIN TRANSACTION;\n"
        + raiseIf(order().isOlder(), LoadOrder.tooOld())
        + order().noteSuperseded()
        + replaceRows()
        + raiseIf(
            "SELECT 1 FROM (%s) WHERE %s <> %s"
                .formatted(counts(), identifier("manifest_rows"), identifier("loaded_rows")),
            mismatch())
        + order().noteLoad()
        + "COMMIT TRANSACTION;\n"
        + counts()
        + ";\n";
  }

  private String create(Table table) {
    return """
        CREATE TABLE IF NOT EXISTS %s (
        %s,
          %s NOT ENFORCED%s
        )%s
        CLUSTER BY %s
        OPTIONS (description = %s);
        """
        .formatted(
            table(table),
            eachColumn(table, column -> "  " + described(column), ",\n"),
            primaryKey(table),
            table.parent() == null ? "" : ",\n  " + foreignKey(table) + " NOT ENFORCED",
            partition(table),
            identifiers(table.key()),
            literal(table.schema().getDoc()));
  }

  /** By day, in the tables that have one: a query on some days reads only these. */
  private String partition(Table table) {
    boolean dated = Column.of(table).stream().anyMatch(column -> column.name().equals(DAY));
    return dated ? "\nPARTITION BY " + identifier(DAY) : "";
  }

  private String described(Column column) {
    return definition(column) + " OPTIONS (description = " + literal(column.doc()) + ")";
  }

  /** A literal is all that LOAD DATA takes for a URI: so it is put together first. */
  private String stage(Table table) {
    return """
        EXECUTE IMMEDIATE FORMAT(\"""
          LOAD DATA OVERWRITE TEMP TABLE %s
          FROM FILES (format = 'AVRO', enable_logical_types = true, uris = ['%%s/avro/%s/part-*.avro'])\""", snapshot_uri);
        """
        .formatted(staged(table), table.tableName());
  }

  @Override
  String position(String text, String within) {
    return "strpos(" + within + ", " + text + ")";
  }

  /** ASSERT is not among the statements that a transaction may hold; IF and RAISE are. */
  private String raiseIf(String query, String message) {
    return """
        IF EXISTS (%s) THEN
          RAISE USING MESSAGE = %s;
        END IF;
        """
        .formatted(query, literal(message));
  }
}
