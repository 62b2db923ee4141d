package io.github.papersluice.snapshot.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.papersluice.snapshot.OutputBusyException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one run at a time holds, until it lets go or dies. The file itself stays: if it were
 * deleted, a run that waits for the old file and one that makes a new one would both hold it.
 */
final class LockFile implements Closeable {
  /**
   * What this process holds. On Linux, closing any channel of a file ends all locks that the
   * process has on it (fcntl(2)), so a second channel must not even be opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private LockFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the lock or fails at once.
   *
   * @throws OutputBusyException if another run holds it
   */
  static LockFile take(Path file) throws IOException {
    Path path = file.getParent().toRealPath().resolve(file.getFileName());
    if (!HELD.add(path)) {
      throw new OutputBusyException(file.toString());
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(path, CREATE, WRITE);
      if (channel.tryLock() == null) {
        throw new OutputBusyException(file.toString());
      }
      return new LockFile(path, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(path);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(path);
    }
  }
}
