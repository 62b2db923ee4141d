package io.github.papersluice.warehouse;

import static java.util.stream.Collectors.joining;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;

/** PostgreSQL is sent the CSV parts by psql, from the folder in which psql runs. */
final class PostgresScript extends CsvLoadScript {

  PostgresScript(SnapshotInventory contents, Scope scope) {
    super(contents, scope);
  }

  @Override
  String name() {
    return "postgresql";
  }

  @Override
  String type(Column.Type type) {
    return switch (type) {
      case STRING -> "text";
      case LONG -> "bigint";
      case DATE -> "date";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
    };
  }

  @Override
  String text() {
    return purpose("PostgreSQL")
        + comment(
            "From inside the snapshot's folder: psql -f " + path(),
            "The tables are in the schema papersluice; psql -v schema=OTHER uses another one.",
            "A text that holds U+0000 is refused: PostgreSQL cannot store it.")
        + """
        \\set ON_ERROR_STOP on
        \\if :{?schema}
        \\else
        \\set schema papersluice
        \\endif
        \\set history `cat ../HISTORY 2>/dev/null || true`
        BEGIN;
        SET LOCAL client_min_messages = warning;
        CREATE SCHEMA IF NOT EXISTS :"schema";
        SET LOCAL search_path TO :"schema";
        """
        + eachTable(table -> create(table, keys(table)))
        + order().create("", "")
        + eachTable(this::stage)
        + "CREATE TEMP TABLE %s ON COMMIT DROP AS SELECT CAST(:'history' AS text) AS %s;\n"
            .formatted(order().history(), identifier("lines"))
        + raiseIf(order().isOlder(), LoadOrder.tooOld())
        + order().noteSuperseded()
        + replaceRows()
        + raiseIf(
            "SELECT FROM (" + counts() + ") AS counts WHERE \"manifest_rows\" <> \"loaded_rows\"",
            mismatch())
        + order().noteLoad()
        + counts()
        + ";\n"
        + "COMMIT;\n";
  }

  @Override
  String position(String text, String within) {
    return "strpos(" + within + ", " + text + ")";
  }

  private String keys(Table table) {
    String foreign = table.parent() == null ? "" : ",\n  " + foreignKey(table);
    return primaryKey(table) + foreign;
  }

  private String stage(Table table) {
    return "CREATE TEMP TABLE %s (LIKE %s) ON COMMIT DROP;\n".formatted(staged(table), table(table))
        + contents().parts(table, Format.CSV).stream()
            .map(part -> copy(table, part))
            .collect(joining());
  }

  /** psql's own command, which must stand on one line. */
  private String copy(Table table, PartFile part) {
    return "\\copy %s (%s) FROM %s WITH (FORMAT csv, HEADER true, NULL '', ENCODING 'UTF8')\n"
        .formatted(staged(table), columns(table), literal(part.path()));
  }

  private String raiseIf(String query, String message) {
    return """
        DO $check$
        BEGIN
          IF EXISTS (%s) THEN
            RAISE EXCEPTION %s;
          END IF;
        END
        $check$;
        """
        .formatted(query, literal(message));
  }
}
