package io.github.papersluice.snapshot;

import java.io.IOException;
import java.io.InputStream;

/** What further files of a snapshot are made from. */
public interface SnapshotContents {

  /** The manifest. */
  Manifest manifest();

  /**
   * Opens a part.
   *
   * @param part one of the manifest's outputs
   * @return a stream for the caller to close; reads should be large
   */
  InputStream open(PartFile part) throws IOException;
}
