package io.github.papersluice.snapshot;

import java.nio.charset.StandardCharsets;

/** A file of a snapshot that is derived from its tables. */
public final class GeneratedFile {
  private final String path;
  private final byte[] content;

  /**
   * A text file.
   *
   * @param path the file's path in the snapshot, such as {@code load/duckdb.sql}
   * @param text its content, lines ended by LF
   */
  public GeneratedFile(String path, String text) {
    this(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A file of bytes that are ready.
   *
   * @param content its content, not copied
   */
  public GeneratedFile(String path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  /** Returns the file's path in the snapshot. */
  public String path() {
    return path;
  }

  /** Returns the content; it must not be changed. */
  public byte[] content() {
    return content;
  }

  /** Returns the content as text. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
