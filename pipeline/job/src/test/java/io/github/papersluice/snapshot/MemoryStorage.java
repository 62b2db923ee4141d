package io.github.papersluice.snapshot;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A folder in memory: what is written counts at once, as on a disk when a process is killed. */
public final class MemoryStorage implements SnapshotStorage {
  private final SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();
  private final AtomicBoolean locked = new AtomicBoolean();

  /** The files below a folder: their SHA-256 by their path in it. */
  public synchronized SortedMap<String, String> sums(String folder) {
    SortedMap<String, String> sums = new TreeMap<>();
    below(folder)
        .forEach(
            (path, bytes) ->
                sums.put(
                    path.substring(folder.isEmpty() ? 0 : folder.length() + 1),
                    Sha256.of(bytes.toByteArray())));
    return sums;
  }

  private SortedMap<String, ByteArrayOutputStream> below(String folder) {
    return folder.isEmpty() ? files : files.subMap(folder + "/", folder + "0");
  }

  @Override
  public synchronized OutputStream create(String path) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (files.putIfAbsent(path, bytes) != null) {
      throw new FileAlreadyExistsException(path);
    }
    return bytes;
  }

  @Override
  public synchronized InputStream open(String path) throws IOException {
    return new ByteArrayInputStream(bytes(path));
  }

  private byte[] bytes(String path) throws IOException {
    ByteArrayOutputStream bytes = files.get(path);
    if (bytes == null) {
      throw new NoSuchFileException(path);
    }
    return bytes.toByteArray();
  }

  @Override
  public synchronized long size(String path) throws IOException {
    return bytes(path).length;
  }

  @Override
  public long modified(String path) {
    return 0;
  }

  @Override
  public synchronized boolean exists(String path) {
    return files.containsKey(path) || isFolder(path);
  }

  @Override
  public synchronized boolean isFile(String path) {
    return files.containsKey(path);
  }

  @Override
  public synchronized boolean isFolder(String path) {
    return path.isEmpty() || !below(path).isEmpty();
  }

  @Override
  public synchronized List<String> list(String folder) {
    int start = folder.isEmpty() ? 0 : folder.length() + 1;
    return below(folder).keySet().stream()
        .map(path -> path.substring(start))
        .map(path -> path.contains("/") ? path.substring(0, path.indexOf('/')) : path)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public synchronized void renameFile(String from, String to) throws IOException {
    ByteArrayOutputStream bytes = files.remove(from);
    if (bytes == null) {
      throw new NoSuchFileException(from);
    }
    files.put(to, bytes);
  }

  @Override
  public boolean renamesFolders() {
    return true;
  }

  @Override
  public synchronized void renameFolder(String from, String to) throws IOException {
    if (exists(to)) {
      throw new FileAlreadyExistsException(to);
    }
    SortedMap<String, ByteArrayOutputStream> moved = new TreeMap<>(below(from));
    files.keySet().removeAll(moved.keySet());
    moved.forEach((path, bytes) -> files.put(to + path.substring(from.length()), bytes));
  }

  @Override
  public synchronized void deleteTree(String path) {
    files.remove(path);
    below(path).clear();
  }

  @Override
  public void sync(String path) {}

  @Override
  public Optional<Closeable> lock(String path) throws IOException {
    if (!locked.compareAndSet(false, true)) {
      throw new OutputBusyException(path);
    }
    return Optional.of(() -> locked.set(false));
  }

  @Override
  public String describe(String path) {
    return "memory:" + path;
  }
}
