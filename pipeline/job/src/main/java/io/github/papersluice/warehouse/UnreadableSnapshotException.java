package io.github.papersluice.warehouse;

import java.io.IOException;

/** A part of a snapshot that cannot be read or is not what the manifest says; names the part. */
public final class UnreadableSnapshotException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A fault of a part.
   *
   * @param message one line for a person
   * @param cause what the reader said, or null
   */
  public UnreadableSnapshotException(String message, Throwable cause) {
    super(message, cause);
  }
}
