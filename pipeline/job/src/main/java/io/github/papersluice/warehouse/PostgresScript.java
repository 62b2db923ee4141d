package io.github.papersluice.warehouse;

import static java.util.stream.Collectors.joining;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;

/** PostgreSQL is sent the CSV parts by psql, from the folder in which psql runs. */
final class PostgresScript extends CsvLoadScript {

  PostgresScript(SnapshotInventory contents) {
    super(contents);
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
    return comment(
            "Loads the Papersluice snapshot " + contents().name() + " into PostgreSQL.",
            "From inside the snapshot's folder: psql -f load/postgresql.sql",
            "A text that holds U+0000 is refused: PostgreSQL cannot store it.")
        + "\\set ON_ERROR_STOP on\n"
        + "BEGIN;\n"
        + "SET LOCAL client_min_messages = warning;\n"
        + eachTable(table -> create(table, keys(table)))
        + eachTable(this::stage)
        + replaceRows()
        + check()
        + "COMMIT;\n";
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

  private String check() {
    return """
        DO $check$
        BEGIN
          IF EXISTS (SELECT FROM (
          %s
          ) AS counts WHERE "manifest_rows" <> "loaded_rows") THEN
            RAISE EXCEPTION %s;
          END IF;
        END
        $check$;
        %s;
        """
        .formatted(counts(), literal(mismatch()), counts());
  }
}
