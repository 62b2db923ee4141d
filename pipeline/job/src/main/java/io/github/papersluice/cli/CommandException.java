package io.github.papersluice.cli;

/** A command cannot go on; the message tells its user in one line what is wrong and what to do. */
final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  CommandException(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  CommandException(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  ExitStatus status() {
    return status;
  }
}
