package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Table;
import java.util.List;

/**
 * How a script tells that its snapshot is older than the tables, which no snapshot knows of itself:
 * its bytes follow from its inputs and say nothing of time. Two things know.
 *
 * <ul>
 *   <li>The output folder: its file {@code HISTORY} lists what was published there, newest first.
 *       Where it lists both the snapshot loaded last and this one, it decides.
 *   <li>The database: {@code loaded_snapshots} and {@code superseded_digests}. A digest that a
 *       later load replaced by another of its name, or removed, does not come back.
 * </ul>
 *
 * <p>To load an older snapshot on purpose, the rows of {@code loaded_snapshots} are deleted first.
 */
final class LoadOrder {
  private final LoadScript script;

  LoadOrder(LoadScript script) {
    this.script = script;
  }

  private String loads() {
    return script.identifier("loaded_snapshots");
  }

  private String superseded() {
    return script.identifier("superseded_digests");
  }

  /** The temporary table of one row and column, the text of {@code HISTORY} or nothing. */
  String history() {
    return script.identifier("staged_history");
  }

  private String number() {
    return script.identifier("load_number");
  }

  private String snapshotId() {
    return script.identifier("snapshot_id");
  }

  private String id() {
    return script.literal(script.contents().id());
  }

  /**
   * The statements that create the two tables unless they exist.
   *
   * @param keyEnd what follows a primary key: {@code NOT ENFORCED} where the engine wants it
   * @param end what follows the closing bracket
   */
  String create(String keyEnd, String end) {
    String text = script.type(Column.Type.STRING) + " NOT NULL";
    return """
        CREATE TABLE IF NOT EXISTS %s (
          %s %s NOT NULL,
          %s %s,
          %s %s,
          PRIMARY KEY (%s)%s
        )%s;
        CREATE TABLE IF NOT EXISTS %s (
          %s %s,
          PRIMARY KEY (%s)%s
        )%s;
        """
        .formatted(
            loads(),
            number(),
            script.type(Column.Type.LONG),
            snapshotId(),
            text,
            script.identifier("snapshot_name"),
            text,
            number(),
            keyEnd,
            end,
            superseded(),
            script.identifier("digest_id"),
            text,
            script.identifier("digest_id"),
            keyEnd,
            end);
  }

  /** A query that has a row if the tables are newer than the staged snapshot. */
  String isOlder() {
    String mine = script.identifier("this_place");
    String last = script.identifier("last_place");
    return """
        SELECT 1 FROM (
            SELECT %s AS %s, %s AS %s
            FROM %s AS %s, %s AS %s
            WHERE %s = (SELECT max(%s) FROM %s)
          ) AS %s
          WHERE (%s > 0 AND %s > 0 AND %s > %s AND %s)
            OR ((%s = 0 OR %s = 0) AND %s)"""
        .formatted(
            place(id()),
            mine,
            place(ofLoad(snapshotId())),
            last,
            history(),
            script.identifier("history"),
            loads(),
            script.identifier("loads"),
            ofLoad(number()),
            number(),
            loads(),
            script.identifier("places"),
            mine,
            last,
            mine,
            last,
            wouldReplace(),
            mine,
            last,
            bringsBack());
  }

  private String ofLoad(String column) {
    return script.identifier("loads") + "." + column;
  }

  /** Where a snapshot's id stands in the history; only an id has a space behind it. */
  private String place(String snapshotId) {
    return script.position(
        snapshotId + " || ' '", script.identifier("history") + "." + script.identifier("lines"));
  }

  /** An older snapshot of other digests does no harm. */
  private String wouldReplace() {
    return "EXISTS (SELECT 1 FROM " + script.replaced(Table.DIGESTS) + ")";
  }

  private String bringsBack() {
    String digest = script.identifier("digest_id");
    return "EXISTS (SELECT 1 FROM %s WHERE %s IN (SELECT %s FROM %s))"
        .formatted(script.staged(Table.DIGESTS), digest, digest, superseded());
  }

  /** Statements to run before rows are replaced. */
  String noteSuperseded() {
    String digest = script.identifier("digest_id");
    String inStaged = " IN (SELECT " + digest + " FROM " + script.staged(Table.DIGESTS) + ")";
    return """
        INSERT INTO %s (%s)
          SELECT %s FROM (SELECT %s FROM %s) AS %s
          WHERE NOT %s%s AND NOT %s IN (SELECT %s FROM %s);
        DELETE FROM %s WHERE %s%s;
        """
        .formatted(
            superseded(),
            digest,
            digest,
            digest,
            script.replaced(Table.DIGESTS),
            script.identifier("gone"),
            digest,
            inStaged,
            digest,
            digest,
            superseded(),
            superseded(),
            digest,
            inStaged);
  }

  /** The statement that notes the load, unless the snapshot was loaded last, too. */
  String noteLoad() {
    String last = script.identifier("last_number");
    return """
        INSERT INTO %s (%s)
          SELECT %s + 1, %s, %s
          FROM (SELECT coalesce(max(%s), 0) AS %s FROM %s) AS %s
          WHERE NOT EXISTS (SELECT 1 FROM %s WHERE %s = %s AND %s = %s);
        """
        .formatted(
            loads(),
            script.identifiers(List.of("load_number", "snapshot_id", "snapshot_name")),
            last,
            id(),
            script.literal(script.contents().name().replaceAll("\\p{Cntrl}", " ")),
            number(),
            last,
            loads(),
            script.identifier("numbers"),
            loads(),
            number(),
            last,
            snapshotId(),
            id());
  }

  /** A sentence for a person, as the text of an SQL error. */
  static String tooOld() {
    return "this snapshot is older than what the tables hold, nothing was changed; to load it all the"
        + " same, delete the rows of loaded_snapshots first";
  }
}
