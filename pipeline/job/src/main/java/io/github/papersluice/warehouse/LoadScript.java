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
 * of the staged digests replaced, counts compared.
 */
abstract class LoadScript {

  private final SnapshotInventory contents;
  private final Format format;

  LoadScript(SnapshotInventory contents, Format format) {
    this.contents = contents;
    this.format = format;
  }

  /** The script's file name without its extension. */
  abstract String name();

  /** The whole script, lines ended by LF. */
  abstract String text();

  /** A name as the engine wants it quoted. */
  abstract String identifier(String name);

  /** A string literal. */
  abstract String literal(String text);

  /** The engine's name of a column type. */
  abstract String type(Column.Type type);

  final Format format() {
    return format;
  }

  final SnapshotInventory contents() {
    return contents;
  }

  /** Lines of comment: a snapshot's name must not end the comment that holds it. */
  static String comment(String... lines) {
    return List.of(lines).stream()
        .map(line -> ("-- " + line.replaceAll("\\p{Cntrl}", " ")).stripTrailing() + "\n")
        .collect(joining());
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
   * Deletes and inserts: the rows of every digest in the snapshot are replaced in all tables, those
   * of other digests are left alone. A digest whose newer extraction finds fewer links loses the
   * others, which an upsert by key would keep.
   */
  final String replaceRows() {
    return eachTableBackwards(table -> "DELETE FROM " + ofStagedDigests(table) + ";\n")
        + eachTable(this::insert);
  }

  private String insert(Table table) {
    return """
        INSERT INTO %s (%s)
          SELECT %s FROM %s;
        """
        .formatted(table(table), columns(table), columns(table), staged(table));
  }

  private String ofStagedDigests(Table table) {
    String digest = identifier(Table.DIGESTS.key().get(0));
    return "%s WHERE %s IN (SELECT %s FROM %s)"
        .formatted(table(table), digest, digest, staged(Table.DIGESTS));
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
            ofStagedDigests(table));
  }

  /** A sentence for a person, as the text of an SQL error. */
  final String mismatch() {
    return "the tables do not hold the rows that the manifest of this snapshot counts";
  }
}
