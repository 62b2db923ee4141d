package io.github.papersluice.snapshot;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Throws at one call of any kind, by its number: every read, list and question too, and every
 * close. Works again afterwards.
 */
final class FaultyStorage implements SnapshotStorage {
  private final SnapshotStorage storage;
  private final Supplier<Throwable> fault;
  private long calls;
  private long failing = Long.MAX_VALUE;

  FaultyStorage(SnapshotStorage storage, Supplier<Throwable> fault) {
    this.storage = storage;
    this.fault = fault;
  }

  void failAt(long call) {
    failing = call;
  }

  long calls() {
    return calls;
  }

  private synchronized void step() throws IOException {
    calls++;
    if (calls == failing) {
      Throwable thrown = fault.get();
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (IOException) thrown;
    }
  }

  @Override
  public OutputStream create(String path) throws IOException {
    step();
    return new FilterOutputStream(storage.create(path)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length / 2);
        step();
        out.write(bytes, offset + length / 2, length - length / 2);
      }

      @Override
      public void close() throws IOException {
        out.close();
        step();
      }
    };
  }

  @Override
  public InputStream open(String path) throws IOException {
    step();
    return new FilterInputStream(storage.open(path)) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        step();
        return in.read(bytes, offset, length);
      }
    };
  }

  @Override
  public long size(String path) throws IOException {
    step();
    return storage.size(path);
  }

  @Override
  public long modified(String path) throws IOException {
    step();
    return storage.modified(path);
  }

  @Override
  public boolean exists(String path) throws IOException {
    step();
    return storage.exists(path);
  }

  @Override
  public boolean isFile(String path) throws IOException {
    step();
    return storage.isFile(path);
  }

  @Override
  public boolean isFolder(String path) throws IOException {
    step();
    return storage.isFolder(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    step();
    return storage.list(folder);
  }

  @Override
  public void renameFile(String from, String to) throws IOException {
    step();
    storage.renameFile(from, to);
  }

  @Override
  public boolean renamesFolders() {
    return true;
  }

  @Override
  public void renameFolder(String from, String to) throws IOException {
    step();
    storage.renameFolder(from, to);
  }

  @Override
  public void deleteTree(String path) throws IOException {
    step();
    storage.deleteTree(path);
  }

  @Override
  public void sync(String path) throws IOException {
    step();
    storage.sync(path);
  }

  @Override
  public Optional<Closeable> lock(String path) throws IOException {
    step();
    return storage.lock(path);
  }

  @Override
  public String describe(String path) {
    return storage.describe(path);
  }
}
