package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Writes the scripts under {@code load/}. Each creates the five tables unless they exist, replaces
 * the rows of the snapshot's digests and of those that had their names (so that loading twice
 * changes nothing, a new day adds, and a corrected digest takes the older one's place whole), and
 * compares the row counts with the manifest's before anything is committed. A second script for
 * each engine, {@code -exact}, makes the tables equal the snapshot. A snapshot that is older than
 * the tables is refused (see {@link LoadOrder}).
 */
public final class LoadScripts {
  private static final List<BiFunction<SnapshotInventory, LoadScript.Scope, LoadScript>> ENGINES =
      List.of(
          DuckDbScript::new,
          PostgresScript::new,
          SqliteScript::new,
          BigQueryScript::new,
          SnowflakeScript::new);

  private LoadScripts() {}

  /**
   * Returns the scripts for a snapshot: those of DuckDB, PostgreSQL and SQLite if it holds CSV,
   * those of BigQuery and Snowflake if it holds Avro.
   */
  public static List<GeneratedFile> of(SnapshotInventory contents) {
    return ENGINES.stream()
        .flatMap(
            engine ->
                Stream.of(LoadScript.Scope.values()).map(scope -> engine.apply(contents, scope)))
        .filter(script -> contents.has(script.format()))
        .map(script -> new GeneratedFile(script.path(), script.text()))
        .toList();
  }
}
