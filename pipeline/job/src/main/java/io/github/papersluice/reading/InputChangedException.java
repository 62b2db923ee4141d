package io.github.papersluice.reading;

import java.io.IOException;

/** An input file that is no longer what it was when the run was planned; says which and how. */
public final class InputChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A file that changed while the job was running.
   *
   * @param location where the file is, or was
   * @param difference what differs, as the end of a sentence
   */
  public InputChangedException(String location, String difference) {
    super(location + " changed during the run: " + difference);
  }
}
