package io.github.papersluice.snapshot;

import java.nio.charset.StandardCharsets;

/**
 * A text file of a snapshot that is derived from its tables.
 *
 * @param path the file's path in the snapshot, such as {@code load/duckdb.sql}
 * @param text its content, lines ended by LF
 */
public record GeneratedFile(String path, String text) {

  /** Returns the content in UTF-8. */
  public byte[] content() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
