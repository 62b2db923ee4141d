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

  BigQueryScript(SnapshotInventory contents) {
    super(contents, Format.AVRO);
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
    return comment(
            "Loads the Papersluice snapshot " + contents().name() + " into BigQuery.",
            "Copy the snapshot to a bucket, name it in the next statement, then:",
            "bq query --use_legacy_sql=false --dataset_id=PROJECT:DATASET < load/bigquery.sql")
        + "DECLARE snapshot_uri STRING DEFAULT "
        + literal("gs://BUCKET/" + contents().name())
        + ";\n"
        + eachTable(this::create)
        + eachTable(this::stage)
        + "BEGIN TRANSACTION;\n"
        + replaceRows()
        + check()
        + "COMMIT TRANSACTION;\n"
        + counts()
        + ";\n";
  }

  private String create(Table table) {
    return """
        CREATE TABLE IF NOT EXISTS %s (
        %s,
          %s NOT ENFORCED%s
        )
        CLUSTER BY %s
        OPTIONS (description = %s);
        """
        .formatted(
            table(table),
            eachColumn(table, column -> "  " + described(column), ",\n"),
            primaryKey(table),
            table.parent() == null ? "" : ",\n  " + foreignKey(table) + " NOT ENFORCED",
            identifiers(table.key()),
            literal(table.schema().getDoc()));
  }

  private String described(Column column) {
    return definition(column) + " OPTIONS (description = " + literal(column.doc()) + ")";
  }

  /** A literal is all that LOAD DATA takes for a URI: so it is put together first. */
  private String stage(Table table) {
    return """
        EXECUTE IMMEDIATE FORMAT(\"""
          LOAD DATA OVERWRITE TEMP TABLE %s
          FROM FILES (format = 'AVRO', uris = ['%%s/avro/%s/part-*.avro'])\""", snapshot_uri);
        """
        .formatted(staged(table), table.tableName());
  }

  private String check() {
    return """
        ASSERT NOT EXISTS (SELECT 1 FROM (
          %s
        ) WHERE %s <> %s) AS %s;
        """
        .formatted(
            counts(), identifier("manifest_rows"), identifier("loaded_rows"), literal(mismatch()));
  }
}
