package io.github.papersluice.warehouse;

import static java.util.stream.Collectors.joining;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What the scripts have in common: tables from schemas, rows staged in temporary tables, the rows
 * of the staged digests replaced, counts compared, older snapshots refused.
 */
abstract class LoadScript {

  /** The tables of the snapshot's place among those that were loaded; see {@link LoadOrder}. */
  private final LoadOrder order;

  private final SnapshotInventory contents;
  private final Format format;
  private final Scope scope;

  /** Which rows a script replaces. */
  enum Scope {
    /** Those of the snapshot's digests, by id or by name; other digests stay. */
    DIGESTS(""),

    /** All: the tables then hold what the snapshot holds. */
    TABLES("-exact");

    private final String suffix;

    Scope(String suffix) {
      this.suffix = suffix;
    }
  }

  LoadScript(SnapshotInventory contents, Format format, Scope scope) {
    this.contents = contents;
    this.format = format;
    this.scope = scope;
    this.order = new LoadOrder(this);
  }

  /** The engine's name in the script's file name. */
  abstract String name();

  /** The whole script, lines ended by LF. */
  abstract String text();

  /** A name as the engine wants it quoted. */
  abstract String identifier(String name);

  /** A string literal. */
  abstract String literal(String text);

  /** The engine's name of a column type. */
  abstract String type(Column.Type type);

  /** The place of a text in another one, from 1, or 0. */
  abstract String position(String text, String within);

  /** The script's path in the snapshot. */
  final String path() {
    return "load/" + name() + scope.suffix + ".sql";
  }

  final Format format() {
    return format;
  }

  final Scope scope() {
    return scope;
  }

  final SnapshotInventory contents() {
    return contents;
  }

  final LoadOrder order() {
    return order;
  }

  /** Lines of comment: a snapshot's name must not end the comment that holds it. */
  static String comment(String... lines) {
    return List.of(lines).stream()
        .map(line -> ("-- " + line.replaceAll("\\p{Cntrl}", " ")).stripTrailing() + "\n")
        .collect(joining());
  }

  /** What the script does, as its first lines of comment. */
  final String purpose(String engine) {
    return comment("Loads the Papersluice snapshot " + contents.name() + " into " + engine + ".")
        + switch (scope) {
          case DIGESTS ->
              comment(
                  "The rows of its digests are replaced, also those of an earlier file of the same"
                      + " name;",
                  "other digests stay. To have the tables equal the snapshot: load/"
                      + name()
                      + Scope.TABLES.suffix
                      + ".sql.");
          case TABLES ->
              comment(
                  "All rows are replaced: the tables then equal the snapshot, and digests that it"
                      + " lacks are gone.");
        };
  }

  /** One piece of text for each table, parents before children. */
  static String eachTable(Function<Table, String> piece) {
    return List.of(Table.values()).stream().map(piece).collect(joining());
  }

  /** One piece of text for each table, children before parents. */
  static String eachTableBackwards(Function<Table, String> piece) {
    List<Table> tables = new ArrayList<>(List.of(Table.values()));
    Collections.reverse(tables);
    return tables.stream().map(piece).collect(joining());
  }

  /** One piece of text for each column of a table, in order. */
  static String eachColumn(Table table, Function<Column, String> piece, String between) {
    return Column.of(table).stream().map(piece).collect(joining(between));
  }

  final String table(Table table) {
    return identifier(table.tableName());
  }

  final String staged(Table table) {
    return identifier("staged_" + table.tableName());
  }

  final String columns(Table table) {
    return eachColumn(table, column -> identifier(column.name()), ", ");
  }

  final String identifiers(List<String> names) {
    return names.stream().map(this::identifier).collect(joining(", "));
  }

  /** A column's name, type and nullability. */
  final String definition(Column column) {
    String nullability = column.nullable() ? "" : " NOT NULL";
    return identifier(column.name()) + " " + type(column.type()) + nullability;
  }

  final String primaryKey(Table table) {
    return "PRIMARY KEY (" + identifiers(table.key()) + ")";
  }

  /** The foreign key to the parent's primary key; the table must have a parent. */
  final String foreignKey(Table table) {
    String key = identifiers(table.parent().key());
    return "FOREIGN KEY (" + key + ") REFERENCES " + table(table.parent()) + " (" + key + ")";
  }

  /**
   * Deletes and inserts: the rows of every digest in the snapshot are replaced in all tables, and
   * those of a digest that had the name of one; those of other digests are left alone. A digest
   * whose newer extraction finds fewer links loses the others, which an upsert by key would keep.
   */
  final String replaceRows() {
    return eachTableBackwards(table -> "DELETE FROM " + replaced(table) + ";\n")
        + eachTable(this::insert);
  }

  private String insert(Table table) {
    return """
        INSERT INTO %s (%s)
          SELECT %s FROM %s;
        """
        .formatted(table(table), columns(table), stagedValues(table), staged(table));
  }

  /** The values of a staged row, in the order of the columns. */
  String stagedValues(Table table) {
    return columns(table);
  }

  /** A table and which of its rows are those that the snapshot replaces. */
  final String replaced(Table table) {
    String id = identifier("digest_id");
    return table(table)
        + switch (scope) {
          case TABLES -> " WHERE TRUE";
          case DIGESTS ->
              " WHERE %s IN (SELECT %s FROM %s) OR %s IN (SELECT %s FROM %s WHERE %s IN (SELECT %s FROM %s))"
                  .formatted(
                      id,
                      id,
                      staged(Table.DIGESTS),
                      id,
                      id,
                      table(Table.DIGESTS),
                      identifier("name"),
                      identifier("name"),
                      staged(Table.DIGESTS));
        };
  }

  /** A query of one row a table: its name, the manifest's count, the loaded count. */
  final String counts() {
    return List.of(Table.values()).stream().map(this::count).collect(joining("\n  UNION ALL "));
  }

  private String count(Table table) {
    return "SELECT %s AS %s, %s AS %s, count(*) AS %s FROM %s"
        .formatted(
            literal(table.tableName()),
            identifier("table_name"),
            contents.rows(table, format),
            identifier("manifest_rows"),
            identifier("loaded_rows"),
            replaced(table));
  }

  /** A sentence for a person, as the text of an SQL error. */
  static String mismatch() {
    return "the tables do not hold the rows that the manifest of this snapshot counts";
  }
}
