package io.github.papersluice.snapshot;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** The output cannot be written: a file stands in the way, it is read-only, the disk is full. */
public final class OutputUnavailableException extends SnapshotException {

  OutputUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Says what to do about a failed write.
   *
   * @param place the path or URI that was written
   * @param cause what the file system said
   */
  public static OutputUnavailableException of(String place, Throwable cause) {
    return new OutputUnavailableException(place + " " + advice(cause), cause);
  }

  /** The exception itself if it is one of ours already, else {@link #of}. */
  public static SnapshotException from(String place, IOException cause) {
    return cause instanceof SnapshotException known ? known : of(place, cause);
  }

  private static String advice(Throwable cause) {
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "is a file, not a folder: choose another --output";
    }
    if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
      return "may not be written: give this user the right to, or choose another --output";
    }
    String reason = reason(cause);
    String words = reason.toLowerCase(Locale.ROOT);
    if (words.contains("no space left") || words.contains("quota")) {
      return "cannot be written, the disk is full (" + reason + "): free space and run again";
    }
    if (words.contains("read-only")) {
      return "is on a read-only file system: choose another --output";
    }
    if (words.contains("not a directory")) {
      return "cannot be made, a file stands in its path: choose another --output";
    }
    return "cannot be written (" + reason + "): mend that, or choose another --output";
  }

  private static String reason(Throwable cause) {
    String reason =
        cause instanceof FileSystemException failure && failure.getReason() != null
            ? failure.getReason()
            : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason.strip();
  }
}
