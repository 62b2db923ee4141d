package io.github.papersluice.warehouse;

import static java.util.stream.Collectors.joining;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;

/**
 * SQLite's shell imports the CSV parts, as text and with empty text for null; from there the rows
 * go into STRICT tables, which refuse what is not of a column's type. No nullable text of a
 * snapshot is empty, so null comes back where it was.
 */
final class SqliteScript extends LoadScript {

  SqliteScript(SnapshotInventory contents, Scope scope) {
    super(contents, Format.CSV, scope);
  }

  @Override
  String name() {
    return "sqlite";
  }

  @Override
  String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The types of STRICT tables (https://sqlite.org/stricttables.html); dates are ISO text. */
  @Override
  String type(Column.Type type) {
    return switch (type) {
      case STRING, DATE -> "TEXT";
      case LONG, BOOLEAN -> "INTEGER";
      case DOUBLE -> "REAL";
    };
  }

  @Override
  String position(String text, String within) {
    return "instr(" + within + ", " + text + ")";
  }

  @Override
  String text() {
    return purpose("SQLite (3.37 or newer)")
        + comment("From inside the snapshot's folder: sqlite3 FILE.db < " + path())
        + ".bail on\n"
        + "PRAGMA foreign_keys = ON;\n"
        + "BEGIN IMMEDIATE;\n"
        + eachTable(this::create)
        + order().create("", " STRICT")
        + eachTable(this::stage)
        + stageHistory()
        + require("staged_order", "older", LoadOrder.tooOld())
        + "INSERT INTO temp.staged_order SELECT 1 WHERE EXISTS (%s);\n".formatted(order().isOlder())
        + order().noteSuperseded()
        + replaceRows()
        + require("staged_counts", "difference", mismatch())
        + "INSERT INTO temp.staged_counts SELECT manifest_rows - loaded_rows FROM (%s);\n"
            .formatted(counts())
        + order().noteLoad()
        + counts()
        + ";\n"
        + eachTable(table -> "DROP TABLE temp." + staged(table) + ";\n")
        + "DROP TABLE temp.staged_history;\n"
        + "DROP TABLE temp.staged_order;\n"
        + "DROP TABLE temp.staged_counts;\n"
        + "COMMIT;\n";
  }

  private String create(Table table) {
    String foreign =
        table.parent() == null
            ? ""
            : ",\n  " + foreignKey(table) + " DEFERRABLE INITIALLY DEFERRED";
    return """
        CREATE TABLE IF NOT EXISTS %s (
        %s
          %s%s
        ) STRICT;
        """
        .formatted(
            table(table), eachColumn(table, this::described, ""), primaryKey(table), foreign);
  }

  /** SQLite has no comments on columns, but keeps the statement with those that are in it. */
  private String described(Column column) {
    String name = identifier(column.name());
    String check =
        column.type() == Column.Type.DATE ? " CHECK (%s IS date(%s))".formatted(name, name) : "";
    return "  " + definition(column) + check + ", -- " + column.doc() + "\n";
  }

  private String stage(Table table) {
    return "CREATE TEMP TABLE %s (%s);\n"
            .formatted(
                staged(table),
                eachColumn(table, column -> identifier(column.name()) + " TEXT", ", "))
        + contents().parts(table, Format.CSV).stream()
            .map(part -> importPart(table, part))
            .collect(joining());
  }

  /** A command of the shell, which must be one line. */
  private static String importPart(Table table, PartFile part) {
    return ".import --csv --skip 1 %s staged_%s\n".formatted(part.path(), table.tableName());
  }

  private String stageHistory() {
    return "CREATE TEMP TABLE %s AS SELECT coalesce(CAST(readfile('../HISTORY') AS TEXT), '') AS %s;\n"
        .formatted(order().history(), identifier("lines"));
  }

  /** A table that takes no row but 0: outside of triggers SQLite has no other way to fail. */
  private String require(String table, String column, String message) {
    return "CREATE TEMP TABLE %s (%s INTEGER, CONSTRAINT %s CHECK (%s = 0));\n"
        .formatted(table, column, identifier(message), column);
  }

  @Override
  String stagedValues(Table table) {
    return eachColumn(
        table,
        column ->
            column.nullable()
                ? "nullif(" + identifier(column.name()) + ", '')"
                : identifier(column.name()),
        ", ");
  }
}
