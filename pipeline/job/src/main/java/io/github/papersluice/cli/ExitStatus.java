package io.github.papersluice.cli;

/** What the command tells its caller when it ends. */
public enum ExitStatus {
  /** Done, or nothing to do. */
  DONE(0),

  /** A defect of the program. */
  INTERNAL_ERROR(1),

  /** An option that does not exist or has no such value. */
  BAD_OPTIONS(2),

  /** No file matches the inputs. */
  NO_INPUT(3),

  /** An input that cannot be read, or that changed during the run. */
  UNREADABLE_INPUT(4),

  /** Pieces were rejected under {@code --strict}. */
  REJECTIONS(5),

  /** The output cannot be written, is in use, or holds another snapshot of that name. */
  OUTPUT_UNAVAILABLE(6),

  /** A snapshot has faults, or does not equal what it was compared with. */
  FAULTS(7);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The process's exit code. */
  public int code() {
    return code;
  }
}
