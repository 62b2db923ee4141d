package io.github.papersluice.snapshot.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.papersluice.snapshot.OutputUnavailableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An output folder on a file system of this machine that renames in one step. */
public final class LocalStorage implements SnapshotStorage {
  private static final int DELETION_ATTEMPTS = 10;

  private final Path root;
  private final boolean durable;

  /** The folder, which need not exist yet. */
  public LocalStorage(Path root) {
    this(root, true);
  }

  /**
   * A folder of which nothing need outlast a power cut.
   *
   * @param durable whether {@link #sync} does anything
   */
  public LocalStorage(Path root, boolean durable) {
    this.root = root;
    this.durable = durable;
  }

  @Override
  public OutputStream create(String path) throws IOException {
    Path file = resolve(path);
    try {
      return openNew(file);
    } catch (IOException e) {
      throw OutputUnavailableException.from(file.toString(), e);
    }
  }

  private static OutputStream openNew(Path file) throws IOException {
    try {
      return Files.newOutputStream(file, CREATE_NEW, WRITE);
    } catch (NoSuchFileException e) {
      Files.createDirectories(file.getParent());
      return Files.newOutputStream(file, CREATE_NEW, WRITE);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(resolve(path));
  }

  @Override
  public long size(String path) throws IOException {
    return Files.size(resolve(path));
  }

  @Override
  public long modified(String path) throws IOException {
    return Files.getLastModifiedTime(resolve(path)).toMillis();
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(resolve(path), NOFOLLOW_LINKS);
  }

  @Override
  public boolean isFile(String path) {
    return Files.isRegularFile(resolve(path), NOFOLLOW_LINKS);
  }

  @Override
  public boolean isFolder(String path) {
    return path.isEmpty()
        ? Files.isDirectory(root)
        : Files.isDirectory(resolve(path), NOFOLLOW_LINKS);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    Path directory = resolve(folder);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void renameFile(String from, String to) throws IOException {
    Path target = resolve(to);
    try {
      move(resolve(from), target);
    } catch (IOException e) {
      throw OutputUnavailableException.from(target.toString(), e);
    }
  }

  private static void move(Path source, Path target) throws IOException {
    try {
      Files.move(source, target, ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      Files.createDirectories(target.getParent());
      Files.move(source, target, ATOMIC_MOVE);
    }
  }

  /** Some file systems have no links, or no more than some of one file. */
  @Override
  public void carry(String from, String to) throws IOException {
    Path source = resolve(from);
    Path target = resolve(to);
    try {
      Files.createDirectories(target.getParent());
      try {
        Files.createLink(target, source);
      } catch (UnsupportedOperationException | FileSystemException e) {
        Files.copy(source, target);
      }
    } catch (IOException e) {
      throw OutputUnavailableException.from(target.toString(), e);
    }
  }

  @Override
  public boolean renamesFolders() {
    return true;
  }

  @Override
  public void renameFolder(String from, String to) throws IOException {
    Path target = resolve(to);
    // rename(2) replaces an empty folder without a word.
    if (Files.exists(target, NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    try {
      move(resolve(from), target);
    } catch (IOException e) {
      throw OutputUnavailableException.from(target.toString(), e);
    }
  }

  /** A straggler of a dead run may add and delete files meanwhile. */
  @Override
  public void deleteTree(String path) throws IOException {
    Path top = resolve(path);
    for (int attempt = 1; Files.exists(top, NOFOLLOW_LINKS); attempt++) {
      try {
        Files.walkFileTree(top, new Deletion());
      } catch (DirectoryNotEmptyException e) {
        if (attempt == DELETION_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public void sync(String path) throws IOException {
    if (!durable) {
      return;
    }
    Path file = resolve(path);
    // A folder is forced through a channel opened for reading (fsync(2)).
    try (FileChannel channel = FileChannel.open(file, READ)) {
      channel.force(true);
    } catch (IOException e) {
      throw OutputUnavailableException.from(file.toString(), e);
    }
  }

  @Override
  public Optional<Closeable> lock(String path) throws IOException {
    Path file = resolve(path);
    try {
      createRoot();
      return Optional.of(LockFile.take(file));
    } catch (IOException e) {
      throw OutputUnavailableException.from(
          e instanceof FileAlreadyExistsException ? root.toString() : file.toString(), e);
    }
  }

  /** A folder lasts if the names in the folders above it do. */
  private void createRoot() throws IOException {
    Path existing = root.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    Files.createDirectories(root);
    for (Path folder = root.toAbsolutePath(); durable && !folder.equals(existing); ) {
      folder = folder.getParent();
      syncIfReadable(folder);
    }
  }

  /** One may write into a folder that one may not read, and so cannot open to force. */
  private static void syncIfReadable(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // It is as durable as its owner keeps it.
    }
  }

  @Override
  public String describe(String path) {
    return resolve(path).toString();
  }

  private Path resolve(String path) {
    return path.isEmpty() ? root : root.resolve(path);
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
