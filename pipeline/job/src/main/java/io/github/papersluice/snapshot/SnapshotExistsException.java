package io.github.papersluice.snapshot;

/** A snapshot of the same name with other content is there, and may not be replaced. */
public final class SnapshotExistsException extends SnapshotException {

  SnapshotExistsException(String message) {
    super(message, null);
  }
}
