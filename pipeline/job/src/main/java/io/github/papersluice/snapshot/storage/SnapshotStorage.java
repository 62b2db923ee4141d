package io.github.papersluice.snapshot.storage;

import io.github.papersluice.snapshot.OutputBusyException;
import io.github.papersluice.snapshot.OutputUnavailableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * An output folder, on whatever file system it lies. Paths are relative to it, with {@code /}; the
 * empty path is the folder itself. A failed write throws {@link OutputUnavailableException} where
 * the storage can tell, else any {@link IOException}.
 */
public interface SnapshotStorage {

  /**
   * Creates a file, and the folders above it.
   *
   * @return a stream for the caller to close; writes are large, it need not buffer
   * @throws IOException if the file exists or cannot be made
   */
  OutputStream create(String path) throws IOException;

  /**
   * Opens a file.
   *
   * @return a stream for the caller to close; reads are large, it need not buffer
   * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} if absent
   */
  InputStream open(String path) throws IOException;

  /** A file's length in bytes. */
  long size(String path) throws IOException;

  /** When a file was written last, in milliseconds of any fixed epoch. */
  long modified(String path) throws IOException;

  /** Whether a file or folder is there; a folder of an object store is if a file is below it. */
  boolean exists(String path) throws IOException;

  /** Whether a file is there, and no link, pipe or other thing that only has a file's name. */
  boolean isFile(String path) throws IOException;

  /** Whether a folder is there, and no link to one; the output folder itself may be a link. */
  boolean isFolder(String path) throws IOException;

  /** The names of a folder's files and folders, sorted; empty if the folder is absent. */
  List<String> list(String folder) throws IOException;

  /**
   * Moves a file, and makes the folders above its new path. A file already there is replaced, and
   * readers see the one or the other.
   */
  void renameFile(String from, String to) throws IOException;

  /**
   * Puts a file in a second place, and makes the folders above it. Neither file may be written to
   * afterwards, as the two may be one: a hard link where the storage has such a thing, else a copy,
   * without passing through this process where the storage can.
   *
   * @throws IOException if the new place is taken
   */
  default void carry(String from, String to) throws IOException {
    try (InputStream in = open(from);
        OutputStream out = create(to)) {
      in.transferTo(out);
    }
  }

  /** Whether {@link #renameFolder} works; object stores have no such thing. */
  boolean renamesFolders();

  /**
   * Moves a folder in one step that is seen whole or not at all, and makes the folders above its
   * new path.
   *
   * @throws IOException if {@code to} exists
   * @throws UnsupportedOperationException unless {@link #renamesFolders}
   */
  void renameFolder(String from, String to) throws IOException;

  /** Deletes a file, or a folder with all below it; does nothing if it is absent. */
  void deleteTree(String path) throws IOException;

  /**
   * Forces a file or a folder's list of names to the disk, so that it outlasts a power cut. Does
   * nothing where the storage has no such thing.
   */
  void sync(String path) throws IOException;

  /**
   * Takes the output for this run, and makes its folder if there is none. The lock ends when it is
   * closed or the process dies.
   *
   * @param path the lock's file
   * @return the lock, or empty if the storage has none: then nothing keeps two runs apart
   * @throws OutputBusyException if another run holds it
   */
  Optional<Closeable> lock(String path) throws IOException;

  /** How a message calls a path: the whole path or URI. */
  String describe(String path);
}
