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

  SnowflakeScript(SnapshotInventory contents, Scope scope) {
    super(contents, Format.AVRO, scope);
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
    // Two dollars would end the block that a literal is in.
    return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("$", "\\x24") + "'";
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
    return purpose("Snowflake")
        + comment(
            "The tables are in the schema of the next two statements: name another one to use it.",
            "The stage papersluice holds the output folder: either it points to a bucket,",
            "  CREATE STAGE papersluice URL = 's3://BUCKET/OUT/' STORAGE_INTEGRATION = ...;",
            "or the files are put there, each table's Avro parts below SNAPSHOT/avro/TABLE/:",
            "  CREATE STAGE papersluice;",
            "  PUT file:///OUT/SNAPSHOT/avro/papers/*.avro @papersluice/SNAPSHOT/avro/papers/"
                + " AUTO_COMPRESS = FALSE;",
            "Then: snow sql -f " + path() + " (or snowsql -f " + path() + ")")
        + "CREATE SCHEMA IF NOT EXISTS papersluice;\n"
        + "USE SCHEMA papersluice;\n"
        + eachTable(this::create)
        + order().create("", "")
        + eachTable(this::stage)
        + "CREATE OR REPLACE TEMPORARY TABLE %s AS SELECT '' AS %s;\n"
            .formatted(order().history(), identifier("lines"))
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

  /**
   * Rows as they come, and their columns taken out below: Snowflake's manual does not say whether
   * an Avro date arrives as a date or as the days since 1970-01-01, so both are taken. NULL_IF is
   * emptied: by default the text {@code \N} would turn into null.
   */
  private String stage(Table table) {
    return """
        CREATE OR REPLACE TEMPORARY TABLE %s (%s VARIANT);
        COPY INTO %s
          FROM (SELECT $1 FROM %s)
          PATTERN = '.*part-.*[.]avro'
          FILE_FORMAT = (TYPE = AVRO NULL_IF = ())
          ON_ERROR = ABORT_STATEMENT;
        CREATE OR REPLACE TEMPORARY TABLE %s AS
          SELECT %s FROM %s;
        """
        .formatted(
            raw(table),
            identifier("row"),
            raw(table),
            literal("@papersluice/" + contents().name() + "/avro/" + table.tableName() + "/"),
            staged(table),
            eachColumn(table, this::value, ",\n    "),
            raw(table));
  }

  private String raw(Table table) {
    return identifier("raw_" + table.tableName());
  }

  private String value(Column column) {
    String value = identifier("row") + ":" + column.name();
    String typed =
        column.type() == Column.Type.DATE
            ? "IFF(IS_INTEGER(%s), DATEADD(day, %s::INTEGER, '1970-01-01'::DATE), %s::DATE)"
                .formatted(value, value, value)
            : value + "::" + type(column.type());
    return typed + " AS " + identifier(column.name());
  }

  private String replaceInTransaction() {
    return """
        EXECUTE IMMEDIATE $$
        DECLARE
          rows_differ EXCEPTION (-20001, %s);
          too_old EXCEPTION (-20002, %s);
        BEGIN
        BEGIN TRANSACTION;
        IF (EXISTS (%s)) THEN
          RAISE too_old;
        END IF;
        %s%sIF (EXISTS (SELECT 1 FROM (
          %s
        ) WHERE "MANIFEST_ROWS" <> "LOADED_ROWS")) THEN
          RAISE rows_differ;
        END IF;
        %sCOMMIT;
        EXCEPTION
          WHEN OTHER THEN
            ROLLBACK;
            RAISE;
        END;
        $$;
        """
        .formatted(
            literal(mismatch()),
            literal(LoadOrder.tooOld()),
            order().isOlder(),
            order().noteSuperseded(),
            replaceRows(),
            counts(),
            order().noteLoad());
  }

  @Override
  String position(String text, String within) {
    return "charindex(" + text + ", " + within + ")";
  }
}
