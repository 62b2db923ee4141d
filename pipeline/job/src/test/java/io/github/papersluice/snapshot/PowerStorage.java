package io.github.papersluice.snapshot;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk that loses its power. Files and folders are kept twice: as the running system sees them,
 * and as the disk has them. A write reaches the disk with the file's sync, a change of names with
 * the folder's (POSIX promises no more). {@link #afterPowerCut} draws what may be found afterwards:
 * in each folder any of the changes since its sync may have happened and any not; of a file since
 * its sync all, nothing, a part, or a run of zeros.
 */
final class PowerStorage implements SnapshotStorage {
  private static final byte[] NEVER_WRITTEN = new byte[0];

  private final Folder root = new Folder();
  private Runnable afterEachStep = () -> {};

  /** A file or a folder. */
  private abstract static sealed class Node permits File, Folder {}

  private static final class File extends Node {
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private byte[] onDisk = NEVER_WRITTEN;

    byte[] afterPowerCut(Random random) {
      byte[] written = current.toByteArray();
      if (Arrays.equals(written, onDisk)) {
        return onDisk;
      }
      return switch (random.nextInt(4)) {
        case 0 -> onDisk;
        case 1 -> written;
        case 2 -> Arrays.copyOf(written, random.nextInt(written.length + 1));
        default -> new byte[written.length];
      };
    }
  }

  /** A change of a folder's names: of one of them, or in one step of two. */
  private record Change(String gone, String come, Node node) {}

  private static final class Folder extends Node {
    private final TreeMap<String, Node> current = new TreeMap<>();
    private final TreeMap<String, Node> onDisk = new TreeMap<>();
    private final List<Change> pending = new ArrayList<>();

    void change(String gone, String come, Node node) {
      Change change = new Change(gone, come, node);
      apply(change, current);
      pending.add(change);
    }

    static void apply(Change change, Map<String, Node> names) {
      if (change.gone != null) {
        names.remove(change.gone);
      }
      if (change.come != null) {
        names.put(change.come, change.node);
      }
    }

    Map<String, Node> afterPowerCut(Random random) {
      TreeMap<String, Node> names = new TreeMap<>(onDisk);
      int order = random.nextInt(4);
      int prefix = random.nextInt(pending.size() + 1);
      for (int i = 0; i < pending.size(); i++) {
        boolean happened =
            switch (order) {
              case 0 -> true;
              case 1 -> false;
              case 2 -> i < prefix;
              default -> random.nextBoolean();
            };
        if (happened) {
          apply(pending.get(i), names);
        }
      }
      return names;
    }
  }

  /** Is called after each step that changes anything. */
  void afterEachStep(Runnable looking) {
    afterEachStep = looking;
  }

  /** What a new system may find, drawn at random. */
  MemoryStorage afterPowerCut(Random random) throws IOException {
    MemoryStorage found = new MemoryStorage();
    copy("", root, random, found);
    return found;
  }

  private static void copy(String path, Folder folder, Random random, MemoryStorage found)
      throws IOException {
    for (var entry : folder.afterPowerCut(random).entrySet()) {
      String child = path.isEmpty() ? entry.getKey() : path + "/" + entry.getKey();
      if (entry.getValue() instanceof Folder below) {
        copy(child, below, random, found);
      } else if (entry.getValue() instanceof File file) {
        try (OutputStream out = found.create(child)) {
          out.write(file.afterPowerCut(random));
        }
      }
    }
  }

  private Node node(String path) {
    Node node = root;
    for (String name : path.isEmpty() ? new String[0] : path.split("/", -1)) {
      node = node instanceof Folder folder ? folder.current.get(name) : null;
    }
    return node;
  }

  private File file(String path) throws IOException {
    if (node(path) instanceof File file) {
      return file;
    }
    throw new NoSuchFileException(path);
  }

  private Folder parent(String path) {
    Folder folder = root;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      if (!(folder.current.get(names[i]) instanceof Folder)) {
        folder.change(null, names[i], new Folder());
      }
      folder = (Folder) folder.current.get(names[i]);
    }
    return folder;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private synchronized void step(Runnable change) {
    change.run();
    afterEachStep.run();
  }

  @Override
  public synchronized OutputStream create(String path) throws IOException {
    if (node(path) != null) {
      throw new FileAlreadyExistsException(path);
    }
    File file = new File();
    step(() -> parent(path).change(null, name(path), file));
    return new OutputStream() {
      @Override
      public void write(int value) {
        step(() -> file.current.write(value));
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        step(() -> file.current.write(bytes, offset, length));
      }
    };
  }

  @Override
  public synchronized InputStream open(String path) throws IOException {
    return new ByteArrayInputStream(file(path).current.toByteArray());
  }

  @Override
  public synchronized long size(String path) throws IOException {
    return file(path).current.size();
  }

  @Override
  public long modified(String path) {
    return 0;
  }

  @Override
  public synchronized boolean exists(String path) {
    return node(path) != null;
  }

  @Override
  public synchronized boolean isFile(String path) {
    return node(path) instanceof File;
  }

  @Override
  public synchronized boolean isFolder(String path) {
    return node(path) instanceof Folder;
  }

  @Override
  public synchronized List<String> list(String folder) {
    return node(folder) instanceof Folder found ? List.copyOf(found.current.keySet()) : List.of();
  }

  @Override
  public synchronized void renameFile(String from, String to) throws IOException {
    rename(from, to, file(from));
  }

  private void rename(String from, String to, Node node) {
    step(
        () -> {
          Folder source = parent(from);
          Folder target = parent(to);
          if (source == target) {
            source.change(name(from), name(to), node);
          } else {
            source.change(name(from), null, null);
            target.change(null, name(to), node);
          }
        });
  }

  @Override
  public boolean renamesFolders() {
    return true;
  }

  @Override
  public synchronized void renameFolder(String from, String to) throws IOException {
    if (node(to) != null) {
      throw new FileAlreadyExistsException(to);
    }
    if (!(node(from) instanceof Folder folder)) {
      throw new NoSuchFileException(from);
    }
    rename(from, to, folder);
  }

  @Override
  public synchronized void deleteTree(String path) throws IOException {
    for (String name : list(path)) {
      deleteTree(path + "/" + name);
    }
    if (node(path) != null) {
      step(() -> parent(path).change(name(path), null, null));
    }
  }

  @Override
  public synchronized void sync(String path) throws IOException {
    Node node = node(path);
    if (node == null) {
      throw new NoSuchFileException(path);
    }
    step(
        () -> {
          if (node instanceof File file) {
            file.onDisk = file.current.toByteArray();
          } else if (node instanceof Folder folder) {
            folder.onDisk.clear();
            folder.onDisk.putAll(folder.current);
            folder.pending.clear();
          }
        });
  }

  @Override
  public Optional<Closeable> lock(String path) {
    return Optional.of(() -> {});
  }

  @Override
  public String describe(String path) {
    return "power:" + path;
  }
}
