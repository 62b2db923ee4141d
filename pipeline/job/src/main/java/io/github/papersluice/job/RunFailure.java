package io.github.papersluice.job;

/** A run cannot go on for a reason that its user can mend; the message says what and how. */
public final class RunFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What has to be mended. */
  public enum Cause {
    /** A setting has a value that cannot be used. */
    SETTINGS,

    /** No file matches the inputs. */
    NO_INPUT,

    /** The result is not one that the settings accept. */
    REFUSED_RESULT,

    /** A snapshot cannot be made again as its manifest says. */
    MANIFEST
  }

  private final Cause reason;

  RunFailure(Cause reason, String message) {
    super(message);
    this.reason = reason;
  }

  RunFailure(Cause reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What has to be mended. */
  public Cause reason() {
    return reason;
  }
}
