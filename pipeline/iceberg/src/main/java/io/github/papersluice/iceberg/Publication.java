package io.github.papersluice.iceberg;

import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;

/**
 * A snapshot that is being published.
 *
 * @param name its name
 * @param id what its bytes follow from, as its manifest says it
 * @param checksum SHA-256 of its {@code SHA256SUMS}
 * @param rows its rows
 * @param staged the digests that it holds
 * @param digests the digests whose rows it replaces: its own, and those that had their names
 * @param exact whether all rows are replaced, so that the tables equal the snapshot
 */
record Publication(
    String name,
    String id,
    String checksum,
    SnapshotRows rows,
    Set<String> staged,
    Set<String> digests,
    boolean exact) {
  private static final String NAME = "papersluice.snapshot";
  private static final String ID = "papersluice.id";
  private static final String EXACT = "papersluice.exact";
  private static final String CHECKSUM = "papersluice.sha256sums";

  /** Whether a table's version, or null, is of this very snapshot. */
  boolean made(Snapshot version) {
    return version != null
        && name.equals(version.summary().get(NAME))
        && checksum.equals(version.summary().get(CHECKSUM))
        && (!exact || Boolean.parseBoolean(version.summary().get(EXACT)));
  }

  /** The id of the snapshot that a table's version is of, or null. */
  static String idOf(Snapshot version) {
    return version.summary().get(ID);
  }

  /** Writes the snapshot's name and checksum into a version's summary. */
  void sign(SnapshotUpdate<?> version) {
    version.set(NAME, name);
    version.set(CHECKSUM, checksum);
    version.set(ID, id);
    version.set(EXACT, Boolean.toString(exact));
  }
}
