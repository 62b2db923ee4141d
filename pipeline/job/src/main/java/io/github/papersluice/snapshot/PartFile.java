package io.github.papersluice.snapshot;

import static java.util.Objects.requireNonNull;

/**
 * A finished part of a table in one format.
 *
 * @param table the table
 * @param format the format
 * @param path the file's path in the snapshot, such as {@code csv/links/part-00000.csv}
 * @param rows how many rows it holds
 * @param bytes its length
 * @param sha256 of its bytes, 64 lower-case hex digits
 */
public record PartFile(
    Table table, Format format, String path, long rows, long bytes, String sha256) {

  /** Refuses null. */
  public PartFile {
    requireNonNull(table, "table");
    requireNonNull(format, "format");
    requireNonNull(path, "path");
    requireNonNull(sha256, "sha256");
  }
}
