package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A published snapshot to read. */
public final class SnapshotFolder implements SnapshotContents {
  private final SnapshotStorage storage;
  private final String path;
  private Manifest manifest;

  /**
   * A folder of a storage.
   *
   * @param path the snapshot's folder, empty for the storage's own
   */
  SnapshotFolder(SnapshotStorage storage, String path) {
    this.storage = storage;
    this.path = path;
  }

  /** A snapshot's folder on this machine; nothing is read yet. */
  public static SnapshotFolder at(Path folder) {
    return new SnapshotFolder(new LocalStorage(folder), "");
  }

  /**
   * Finds a snapshot of an output folder by its name, also while it is being replaced.
   *
   * @return the snapshot, or empty if there is none of that name that is whole
   */
  public static Optional<SnapshotFolder> find(SnapshotStorage storage, String name)
      throws IOException {
    for (String path : new String[] {name, SnapshotNames.REPLACED + name, name}) {
      if (storage.isFile(path + "/" + SnapshotNames.SUCCESS)) {
        return Optional.of(new SnapshotFolder(storage, path));
      }
    }
    return Optional.empty();
  }

  /** The snapshot that {@code LATEST} of an output folder names, or empty. */
  public static Optional<SnapshotFolder> latest(SnapshotStorage storage) throws IOException {
    Optional<String> name = latestName(storage);
    return name.isEmpty() ? Optional.empty() : find(storage, name.get());
  }

  /** The name that {@code LATEST} holds, or empty. */
  public static Optional<String> latestName(SnapshotStorage storage) throws IOException {
    if (!storage.isFile(SnapshotNames.LATEST)) {
      return Optional.empty();
    }
    try (InputStream in = storage.open(SnapshotNames.LATEST)) {
      String name = new String(in.readNBytes(SnapshotNames.LONGEST + 2), UTF_8).strip();
      return Optional.of(name).filter(SnapshotNames::isValid);
    }
  }

  /** The folder's whole path or URI. */
  public String location() {
    return storage.describe(path);
  }

  /** The manifest, read on the first call. */
  @Override
  public Manifest manifest() {
    if (manifest == null) {
      try {
        manifest = readManifest();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return manifest;
  }

  public Manifest readManifest() throws IOException {
    if (!storage.isFile(below(Manifest.FILE))) {
      throw new NoSuchFileException(storage.describe(below(Manifest.FILE)));
    }
    try (InputStream in = open(Manifest.FILE)) {
      return Manifest.fromJson(in);
    }
  }

  /** Whether it has a manifest as this program writes them. */
  public boolean hasManifest() {
    try {
      return readManifest().generator().name().equals(Manifest.GENERATOR);
    } catch (IOException e) {
      return false;
    }
  }

  /** The paths of all files, in order; also of what is neither a file nor a folder. */
  public SortedSet<String> files() throws IOException {
    SortedSet<String> files = new TreeSet<>();
    collect("", files);
    return files;
  }

  private void collect(String folder, SortedSet<String> files) throws IOException {
    for (String name : storage.list(below(folder))) {
      String file = folder.isEmpty() ? name : folder + "/" + name;
      if (storage.isFolder(below(file))) {
        collect(file, files);
      } else {
        files.add(file);
      }
    }
  }

  @Override
  public InputStream open(PartFile part) throws IOException {
    return open(part.path());
  }

  /** SHA-256 of {@code SHA256SUMS}, in hex: it stands for every byte of the snapshot. */
  public String checksum() throws IOException {
    try (InputStream in = open(SnapshotNames.SUMS)) {
      return Sha256.of(in);
    }
  }

  /** Opens any file of the snapshot by its path in it. */
  public InputStream open(String file) throws IOException {
    return storage.open(below(file));
  }

  public SnapshotStorage storage() {
    return storage;
  }

  /** The path in the storage of a file of the snapshot; of the folder itself if it is empty. */
  public String below(String file) {
    if (path.isEmpty() || file.isEmpty()) {
      return path + file;
    }
    return path + "/" + file;
  }
}
