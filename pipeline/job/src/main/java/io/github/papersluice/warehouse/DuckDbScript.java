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

  DuckDbScript(SnapshotInventory contents, Scope scope) {
    super(contents, scope);
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
    return purpose("DuckDB (1.2 or newer)")
        + comment(
            "From inside the snapshot's folder: duckdb -bail FILE.duckdb < " + path(),
            "From elsewhere: SET file_search_path = 'THE/SNAPSHOT'; first.",
            "The tables are in the schema of the next two statements: name another one to use it.",
            "No foreign keys: within one transaction DuckDB checks them too early to replace rows.")
        + "CREATE SCHEMA IF NOT EXISTS papersluice;\n"
        + "USE papersluice;\n"
        + "BEGIN TRANSACTION;\n"
        + eachTable(table -> create(table, primaryKey(table)))
        + order().create("", "")
        + eachTable(this::stage)
        + stageHistory()
        + requireNewer()
        + order().noteSuperseded()
        + replaceRows()
        + check()
        + order().noteLoad()
        + eachTable(table -> "DROP TABLE " + staged(table) + ";\n")
        + "DROP TABLE "
        + order().history()
        + ";\n"
        + "COMMIT;\n";
  }

  @Override
  String position(String text, String within) {
    return "strpos(" + within + ", " + text + ")";
  }

  /** A file that may be absent: what is not there cannot be named, so the query is chosen first. */
  private String stageHistory() {
    return """
        SET VARIABLE papersluice_history = (
          SELECT CASE WHEN count(*) = 0 THEN 'SELECT '''' AS "lines"'
            ELSE 'SELECT content AS "lines" FROM read_text(''../HISTORY'')' END
          FROM glob('../HISTORY'));
        CREATE OR REPLACE TEMP TABLE %s AS FROM query(getvariable('papersluice_history'));
        """
        .formatted(order().history());
  }

  private String requireNewer() {
    return "SELECT error(%s) FROM (%s);\n"
        .formatted(literal(LoadOrder.tooOld()), order().isOlder());
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
