package io.github.papersluice.iceberg;

import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;

/**
 * A snapshot that is being published.
 *
 * @param name its name
 * @param checksum SHA-256 of its {@code SHA256SUMS}
 * @param rows its rows
 * @param digests the digests whose rows it replaces
 */
record Publication(String name, String checksum, SnapshotRows rows, Set<String> digests) {
  private static final String NAME = "papersluice.snapshot";
  private static final String CHECKSUM = "papersluice.sha256sums";

  /** Whether a table's version, or null, is of this very snapshot. */
  boolean made(Snapshot version) {
    return version != null
        && name.equals(version.summary().get(NAME))
        && checksum.equals(version.summary().get(CHECKSUM));
  }

  /** Writes the snapshot's name and checksum into a version's summary. */
  void sign(SnapshotUpdate<?> version) {
    version.set(NAME, name);
    version.set(CHECKSUM, checksum);
  }
}
