package io.github.papersluice.snapshot;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;

/**
 * A file that is in a run's staging folder as long as the run is alive. A worker that does not find
 * it sees another folder under the same name, or works for a run that is over: what it wrote would
 * be of use to nobody, and lie there for good.
 */
public final class StagingMark {
  private static final String FILE = "/in-use";

  private StagingMark() {}

  static void set(SnapshotStorage storage, String staging) throws IOException {
    storage.create(staging + FILE).close();
  }

  /** Deletes a staging folder, its mark first, so that stragglers of its run stop. */
  static void deleteStaging(SnapshotStorage storage, String staging) throws IOException {
    storage.deleteTree(staging + FILE);
    storage.deleteTree(staging);
  }

  /**
   * To be called by a worker before it writes into a staging folder.
   *
   * @throws SnapshotIncompleteException if the folder is not there
   */
  public static void require(SnapshotStorage storage, String staging) throws IOException {
    if (!storage.exists(staging + FILE)) {
      throw new SnapshotIncompleteException(
          "a worker does not see "
              + storage.describe(staging)
              + ": every worker must share "
              + storage.describe("")
              + ", and nobody may clear it while the run is alive");
    }
  }
}
