package io.github.papersluice.snapshot;

import java.io.IOException;
import java.io.OutputStream;

/** A further file of a snapshot, made from its manifest and parts. */
public interface SnapshotFile {

  /** Its path in the snapshot, such as {@code load/duckdb.sql}. */
  String path();

  /**
   * Writes the file: the same bytes for the same contents.
   *
   * @param out buffered; closed by the caller
   */
  void write(SnapshotContents contents, OutputStream out) throws IOException;
}
