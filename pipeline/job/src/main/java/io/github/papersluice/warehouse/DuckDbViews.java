package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.SnapshotInventory;

/** A snapshot's tables as DuckDB views on its CSV parts: to look at it without a load. */
public final class DuckDbViews {

  private DuckDbViews() {}

  /**
   * Returns the statements that create one view a table, with the types of the schemas.
   *
   * @param contents a snapshot that holds CSV
   * @param folder the path of the snapshot's folder
   */
  public static String of(SnapshotInventory contents, String folder) {
    return new DuckDbScript(contents, LoadScript.Scope.DIGESTS).views(folder);
  }
}
