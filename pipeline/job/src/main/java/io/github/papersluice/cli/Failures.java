package io.github.papersluice.cli;

import io.github.papersluice.job.RunFailure;
import io.github.papersluice.reading.InputChangedException;
import io.github.papersluice.reading.UnreadableInputException;
import io.github.papersluice.snapshot.SnapshotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;

/** What has gone wrong, in the words and with the exit status that the caller needs. */
final class Failures {
  private Failures() {}

  /**
   * Does a piece of work.
   *
   * @throws CommandException if it fails for a reason that its user can mend
   * @throws RuntimeException if it fails for another reason
   */
  static <T> T translated(Callable<T> work) {
    try {
      return work.call();
    } catch (CommandException e) {
      throw e;
    } catch (Exception e) {
      throw translate(e);
    }
  }

  /**
   * Reads snapshots.
   *
   * @throws CommandException if it fails for a reason that its user can mend; a snapshot that
   *     cannot be read is one
   */
  static <T> T readingSnapshots(Callable<T> work) {
    return translated(
        () -> {
          try {
            return work.call();
          } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
          } catch (IOException e) {
            throw unreadable(e);
          } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            throw new CommandException(
                ExitStatus.UNREADABLE_INPUT,
                "cannot read the snapshot: it takes more memory than there is, or is made to ("
                    + e
                    + "): if you trust it, give Java more (JAVA_TOOL_OPTIONS=-Xmx8g)",
                e);
          }
        });
  }

  private static CommandException unreadable(IOException failure) {
    return new CommandException(
        ExitStatus.UNREADABLE_INPUT,
        failure instanceof NoSuchFileException
            ? failure.getMessage() + " is missing"
            : "cannot read the snapshot: " + failure.getMessage(),
        failure);
  }

  /** A runner wraps what a step throws, some more than once: the first known cause counts. */
  private static RuntimeException translate(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RunFailure run) {
        return new CommandException(status(run), cause.getMessage(), failure);
      }
      if (cause instanceof InputChangedException || cause instanceof UnreadableInputException) {
        return new CommandException(ExitStatus.UNREADABLE_INPUT, cause.getMessage(), failure);
      }
      if (cause instanceof SnapshotException) {
        return new CommandException(ExitStatus.OUTPUT_UNAVAILABLE, cause.getMessage(), failure);
      }
      if (cause instanceof InvalidPathException path) {
        return new CommandException(
            ExitStatus.UNREADABLE_INPUT,
            path.getInput() + " cannot be named in this locale: set LC_ALL=C.UTF-8",
            failure);
      }
    }
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }

  private static ExitStatus status(RunFailure failure) {
    return switch (failure.reason()) {
      case SETTINGS -> ExitStatus.BAD_OPTIONS;
      case NO_INPUT -> ExitStatus.NO_INPUT;
      case REFUSED_RESULT -> ExitStatus.REJECTIONS;
      case MANIFEST -> ExitStatus.FAULTS;
    };
  }
}
