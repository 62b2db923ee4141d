package io.github.papersluice.reading;

import java.io.IOException;

/** An input file that cannot be opened or read; says which one. */
public final class UnreadableInputException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * An error of the file system.
   *
   * @param location where the file is
   * @param cause what the file system said
   */
  public UnreadableInputException(String location, IOException cause) {
    super("Cannot read " + location + ": " + cause, cause);
  }
}
