package io.github.papersluice.warehouse;

import static java.util.stream.Collectors.joining;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.util.function.Function;

/** DuckDB reads the CSV parts itself, from the folder in which it runs. */
final class DuckDbScript extends CsvLoadScript {

  /** DuckDB's own limit of a line, in bytes: read_csv's default for max_line_size. */
  private static final long DEFAULT_LINE_SIZE = 2_000_000;

  /** The longest line we ask it to hold in memory. */
  private static final long LONGEST_LINE = 256L << 20;

  DuckDbScript(SnapshotInventory contents) {
    super(contents);
  }

  @Override
  String name() {
    return "duckdb";
  }

  @Override
  String type(Column.Type type) {
    return switch (type) {
      case STRING -> "VARCHAR";
      case LONG -> "BIGINT";
      case DATE -> "DATE";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  @Override
  String text() {
    return comment(
            "Loads the Papersluice snapshot " + contents().name() + " into DuckDB (1.2 or newer).",
            "From inside the snapshot's folder: duckdb -bail FILE.duckdb < load/duckdb.sql",
            "From elsewhere: SET file_search_path = 'THE/SNAPSHOT'; first.",
            "No foreign keys: within one transaction DuckDB checks them too early to replace rows.")
        + "BEGIN TRANSACTION;\n"
        + eachTable(table -> create(table, primaryKey(table)))
        + eachTable(this::stage)
        + replaceRows()
        + check()
        + eachTable(table -> "DROP TABLE " + staged(table) + ";\n")
        + "COMMIT;\n";
  }

  private String stage(Table table) {
    return "CREATE OR REPLACE TEMP TABLE %s AS\n  SELECT * FROM %s;\n"
        .formatted(staged(table), readCsv(table, PartFile::path));
  }

  /** One view a table on the CSV parts, which lie below a folder. */
  String views(String folder) {
    return eachTable(
        table ->
            "CREATE VIEW %s AS\n  SELECT * FROM %s;\n"
                .formatted(table(table), readCsv(table, part -> folder + '/' + part.path())));
  }

  /**
   * What reads a table's CSV parts. Nothing is guessed: not the dialect, not the types; a quoted
   * field is never null.
   */
  private String readCsv(Table table, Function<PartFile, String> place) {
    return """
        read_csv(
            [%s],
            columns = {%s},
            auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
            new_line = '\\n', nullstr = '', allow_quoted_nulls = false, max_line_size = %s)"""
        .formatted(
            contents().parts(table, Format.CSV).stream()
                .map(part -> literal(place.apply(part)))
                .collect(joining(",\n     ")),
            eachColumn(
                table,
                column -> literal(column.name()) + ": " + literal(type(column.type())),
                ", "),
            lineSize(table));
  }

  /** No line is longer than its file. */
  private long lineSize(Table table) {
    long largest =
        contents().parts(table, Format.CSV).stream().mapToLong(PartFile::bytes).max().orElse(0);
    return Math.min(Math.max(largest, DEFAULT_LINE_SIZE), LONGEST_LINE);
  }

  private String check() {
    return """
        SELECT *, CASE WHEN "manifest_rows" = "loaded_rows" THEN 'equal' ELSE error(%s) END AS "check"
        FROM (
          %s
        );
        """
        .formatted(literal(mismatch()), counts());
  }
}
