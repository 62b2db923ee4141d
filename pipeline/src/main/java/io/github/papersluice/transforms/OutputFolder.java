package io.github.papersluice.transforms;

import io.github.papersluice.snapshot.LocalStorage;
import io.github.papersluice.snapshot.SnapshotStorage;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Where snapshots are kept, in a form that travels to workers.
 *
 * @param location an absolute local path
 */
public record OutputFolder(String location) implements Serializable {

  /** The folder's storage, for this process. */
  public SnapshotStorage storage() {
    return new LocalStorage(Path.of(location));
  }
}
