package io.github.papersluice.warehouse;

import java.io.IOException;

/** A snapshot is older than what the tables hold, so that it would undo corrections. */
public final class OlderSnapshotException extends IOException {
  private static final long serialVersionUID = 1L;

  public OlderSnapshotException(String message) {
    super(message);
  }
}
