package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.util.Locale;

/**
 * Snowflake copies the Avro parts from a stage. Names are quoted in upper case, which is what an
 * unquoted name means there, so that queries need no quotes.
 */
final class SnowflakeScript extends LoadScript {

  SnowflakeScript(SnapshotInventory contents) {
    super(contents, Format.AVRO);
  }

  @Override
  String name() {
    return "snowflake";
  }

  @Override
  String identifier(String name) {
    return '"' + name.toUpperCase(Locale.ROOT) + '"';
  }

  @Override
  String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  @Override
  String type(Column.Type type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case LONG -> "NUMBER(19, 0)";
      case DATE -> "DATE";
      case DOUBLE -> "FLOAT";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  /** DDL and the copies into temporary tables come before the transaction: DDL would commit it. */
  @Override
  String text() {
    return comment(
            "Loads the Papersluice snapshot " + contents().name() + " into Snowflake.",
            "The stage papersluice holds the output folder: either it points to a bucket,",
            "  CREATE STAGE papersluice URL = 's3://BUCKET/OUT/' STORAGE_INTEGRATION = ...;",
            "or the files are put there, each table's Avro parts below SNAPSHOT/avro/TABLE/:",
            "  CREATE STAGE papersluice;",
            "  PUT file:///OUT/SNAPSHOT/avro/papers/*.avro @papersluice/SNAPSHOT/avro/papers/"
                + " AUTO_COMPRESS = FALSE;",
            "Then: snow sql -f load/snowflake.sql (or snowsql -f load/snowflake.sql)")
        + eachTable(this::create)
        + eachTable(this::stage)
        + replaceInTransaction()
        + counts()
        + ";\n";
  }

  private String create(Table table) {
    return """
        CREATE TABLE IF NOT EXISTS %s (
        %s,
          %s%s
        )
        COMMENT = %s;
        """
        .formatted(
            table(table),
            eachColumn(
                table,
                column -> "  " + definition(column) + " COMMENT " + literal(column.doc()),
                ",\n"),
            primaryKey(table),
            table.parent() == null ? "" : ",\n  " + foreignKey(table),
            literal(table.schema().getDoc()));
  }

  /** NULL_IF is emptied: by default the text {@code \N} would turn into null. */
  private String stage(Table table) {
    return """
        CREATE OR REPLACE TEMPORARY TABLE %s LIKE %s;
        COPY INTO %s
          FROM %s
          PATTERN = '.*part-.*[.]avro'
          FILE_FORMAT = (TYPE = AVRO NULL_IF = ())
          MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE
          ON_ERROR = ABORT_STATEMENT;
        """
        .formatted(
            staged(table),
            table(table),
            staged(table),
            literal("@papersluice/" + contents().name() + "/avro/" + table.tableName() + "/"));
  }

  private String replaceInTransaction() {
    return """
        EXECUTE IMMEDIATE $$
        DECLARE
          rows_differ EXCEPTION (-20001, %s);
        BEGIN
        BEGIN TRANSACTION;
        %sIF (EXISTS (SELECT 1 FROM (
          %s
        ) WHERE "MANIFEST_ROWS" <> "LOADED_ROWS")) THEN
          RAISE rows_differ;
        END IF;
        COMMIT;
        EXCEPTION
          WHEN OTHER THEN
            ROLLBACK;
            RAISE;
        END;
        $$;
        """
        .formatted(literal(mismatch()), replaceRows(), counts());
  }
}
