package io.github.papersluice.report;

import java.io.IOException;
import java.io.InputStream;

/** Opens the finished parts of a snapshot, wherever they stand. */
@FunctionalInterface
public interface PartOpener {
  /**
   * Opens a part at its first byte.
   *
   * @param path the part's path in the snapshot, such as {@code avro/links/part-00000.avro}
   * @throws IOException if it cannot be opened
   */
  InputStream open(String path) throws IOException;
}
