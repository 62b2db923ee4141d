package io.github.papersluice.snapshot;

/** Another run is writing into the same output. */
public final class OutputBusyException extends SnapshotException {

  /**
   * Of a lock that another run holds.
   *
   * @param place the lock's path
   */
  public OutputBusyException(String place) {
    super(
        "another run is writing into this output (it holds "
            + place
            + "): wait for it, or choose another --output",
        null);
  }
}
