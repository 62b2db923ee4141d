package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the scripts under {@code load/}. Each creates the five tables unless they exist, replaces
 * the rows of the snapshot's digests (so that loading twice changes nothing, a new day adds, and a
 * newer extraction of a digest takes the older one's place whole), and compares the row counts with
 * the manifest's before anything is committed.
 */
public final class LoadScripts {

  private LoadScripts() {}

  /**
   * Returns the scripts for a snapshot: those of DuckDB and PostgreSQL if it holds CSV, those of
   * BigQuery and Snowflake if it holds Avro.
   */
  public static List<GeneratedFile> of(SnapshotInventory contents) {
    return Stream.of(
            new DuckDbScript(contents),
            new PostgresScript(contents),
            new BigQueryScript(contents),
            new SnowflakeScript(contents))
        .filter(script -> contents.has(script.format()))
        .map(script -> new GeneratedFile("load/" + script.name() + ".sql", script.text()))
        .toList();
  }
}
