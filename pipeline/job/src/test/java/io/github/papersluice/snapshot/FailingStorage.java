package io.github.papersluice.snapshot;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Fails at one operation that changes the storage, by its number, and then either works again (a
 * full disk) or never again (a killed process: nothing that would clean up does anything). Nothing
 * is forced to the disk: that is slow, and no test cuts the power.
 */
final class FailingStorage implements SnapshotStorage {
  private final SnapshotStorage storage;
  private long operations;
  private long failing = Long.MAX_VALUE;
  private boolean stayDead;
  private boolean dead;
  private boolean refusesFolderRenames;

  FailingStorage(SnapshotStorage storage) {
    this.storage = storage;
  }

  /** A storage like an object store: without folder renames and locks. */
  static FailingStorage withoutFolderRenames(SnapshotStorage storage) {
    FailingStorage failing = new FailingStorage(storage);
    failing.refusesFolderRenames = true;
    return failing;
  }

  /** Fails once, at the operation of this number, from 1. */
  void failAt(long operation) {
    failing = operation;
  }

  /** Fails at this operation and at all after it. */
  void dieAt(long operation) {
    failing = operation;
    stayDead = true;
  }

  /** How many operations there were. */
  long operations() {
    return operations;
  }

  private synchronized void step() throws IOException {
    operations++;
    if (dead || operations == failing) {
      dead = stayDead;
      throw new IOException("No space left on device");
    }
  }

  @Override
  public OutputStream create(String path) throws IOException {
    step();
    return new FilterOutputStream(storage.create(path)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        // Half of a write is done when the disk is full, or the process is gone.
        out.write(bytes, offset, length / 2);
        step();
        out.write(bytes, offset + length / 2, length - length / 2);
      }
    };
  }

  @Override
  public InputStream open(String path) throws IOException {
    return storage.open(path);
  }

  @Override
  public long size(String path) throws IOException {
    return storage.size(path);
  }

  @Override
  public long modified(String path) throws IOException {
    return storage.modified(path);
  }

  @Override
  public boolean exists(String path) throws IOException {
    return storage.exists(path);
  }

  @Override
  public boolean isFile(String path) throws IOException {
    return storage.isFile(path);
  }

  @Override
  public boolean isFolder(String path) throws IOException {
    return storage.isFolder(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return storage.list(folder);
  }

  @Override
  public void renameFile(String from, String to) throws IOException {
    step();
    storage.renameFile(from, to);
  }

  @Override
  public boolean renamesFolders() {
    return !refusesFolderRenames;
  }

  @Override
  public void renameFolder(String from, String to) throws IOException {
    if (refusesFolderRenames) {
      throw new UnsupportedOperationException();
    }
    step();
    storage.renameFolder(from, to);
  }

  /** Deletes file by file, so that a run can die in the middle of it. */
  @Override
  public void deleteTree(String path) throws IOException {
    for (String name : storage.list(path)) {
      deleteTree(path + "/" + name);
    }
    if (storage.exists(path)) {
      step();
      storage.deleteTree(path);
    }
  }

  @Override
  public void sync(String path) throws IOException {
    step();
  }

  @Override
  public Optional<Closeable> lock(String path) throws IOException {
    step();
    return refusesFolderRenames ? Optional.empty() : storage.lock(path);
  }

  @Override
  public String describe(String path) {
    return storage.describe(path);
  }
}
