package io.github.papersluice.snapshot;

/** What was written does not add up, so nothing is published. */
public final class SnapshotIncompleteException extends SnapshotException {

  SnapshotIncompleteException(String message) {
    super("nothing published: " + message, null);
  }
}
