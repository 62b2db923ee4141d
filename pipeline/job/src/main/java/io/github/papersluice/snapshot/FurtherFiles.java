package io.github.papersluice.snapshot;

import java.io.IOException;
import java.util.List;

/** Makes further files of a snapshot from its manifest and parts. */
@FunctionalInterface
public interface FurtherFiles {

  /**
   * Makes the files: the same text for the same contents.
   *
   * @param contents the finished parts, and the manifest
   * @throws IOException if a part cannot be read
   */
  List<GeneratedFile> make(SnapshotContents contents) throws IOException;
}
