package io.github.papersluice.snapshot;

import java.io.IOException;

/**
 * Why a snapshot could not be written or published. The message is one line for a person: what is
 * wrong with which path, and what to do.
 */
public abstract sealed class SnapshotException extends IOException
    permits OutputUnavailableException,
        OutputBusyException,
        SnapshotExistsException,
        SnapshotIncompleteException {

  SnapshotException(String message, Throwable cause) {
    super(message, cause);
  }
}
