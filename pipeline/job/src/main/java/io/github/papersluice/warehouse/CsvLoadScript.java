package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;

/** What the engines that read CSV share: standard quoting, and comments as statements. */
abstract class CsvLoadScript extends LoadScript {

  CsvLoadScript(SnapshotInventory contents, Scope scope) {
    super(contents, Format.CSV, scope);
  }

  @Override
  final String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  final String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The statements that create a table with the given key clauses and describe it. */
  final String create(Table table, String keys) {
    return """
        CREATE TABLE IF NOT EXISTS %s (
        %s,
          %s
        );
        COMMENT ON TABLE %s IS %s;
        """
            .formatted(
                table(table),
                eachColumn(table, column -> "  " + definition(column), ",\n"),
                keys,
                table(table),
                literal(table.schema().getDoc()))
        + eachColumn(table, column -> comment(table, column), "");
  }

  private String comment(Table table, Column column) {
    return "COMMENT ON COLUMN %s.%s IS %s;\n"
        .formatted(table(table), identifier(column.name()), literal(column.doc()));
  }
}
