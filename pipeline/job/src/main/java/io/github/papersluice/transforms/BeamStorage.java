package io.github.papersluice.transforms;

import io.github.papersluice.snapshot.OutputUnavailableException;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * An output folder on a file system of Beam: object stores and the like. It takes for granted only
 * what all of them have: a file is seen once it is written whole, and can be copied and deleted. So
 * a file is moved by a copy, no folder is, and there is no lock.
 */
final class BeamStorage implements SnapshotStorage {
  private final String root;

  /** The folder at a URI, without a slash at its end. */
  BeamStorage(String root) {
    this.root = root;
  }

  @Override
  public OutputStream create(String path) throws IOException {
    try {
      // An object store would replace it without a word.
      if (!files(describe(path)).isEmpty()) {
        throw new FileAlreadyExistsException(describe(path));
      }
      return Channels.newOutputStream(FileSystems.create(resource(path), MimeTypes.BINARY));
    } catch (IOException e) {
      throw OutputUnavailableException.of(describe(path), e);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(metadata(path).resourceId()));
  }

  @Override
  public long size(String path) throws IOException {
    return metadata(path).sizeBytes();
  }

  @Override
  public long modified(String path) throws IOException {
    return metadata(path).lastModifiedMillis();
  }

  @Override
  public boolean exists(String path) throws IOException {
    return isFile(path) || isFolder(path);
  }

  @Override
  public boolean isFile(String path) throws IOException {
    return !path.isEmpty() && !files(describe(path)).isEmpty();
  }

  @Override
  public boolean isFolder(String path) throws IOException {
    return !below(path).isEmpty();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    int start = describe(folder).length() + 1;
    return below(folder).stream()
        .map(file -> file.resourceId().toString().substring(start))
        .map(name -> name.contains("/") ? name.substring(0, name.indexOf('/')) : name)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void renameFile(String from, String to) throws IOException {
    try {
      FileSystems.copy(List.of(metadata(from).resourceId()), List.of(resource(to)));
      FileSystems.delete(List.of(resource(from)));
    } catch (IOException e) {
      throw OutputUnavailableException.of(describe(to), e);
    }
  }

  /** Copied by the store itself, where Beam's file system for it can have that done. */
  @Override
  public void carry(String from, String to) throws IOException {
    try {
      FileSystems.copy(List.of(metadata(from).resourceId()), List.of(resource(to)));
    } catch (IOException e) {
      throw OutputUnavailableException.of(describe(to), e);
    }
  }

  @Override
  public boolean renamesFolders() {
    return false;
  }

  @Override
  public void renameFolder(String from, String to) {
    throw new UnsupportedOperationException("no folder is renamed on " + root);
  }

  @Override
  public void deleteTree(String path) throws IOException {
    List<ResourceId> doomed =
        Stream.concat(below(path).stream(), files(describe(path)).stream())
            .map(Metadata::resourceId)
            .toList();
    FileSystems.delete(doomed, StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  @Override
  public void sync(String path) {}

  @Override
  public Optional<Closeable> lock(String path) {
    return Optional.empty();
  }

  @Override
  public String describe(String path) {
    return path.isEmpty() ? root : root + "/" + path;
  }

  private ResourceId resource(String path) {
    return FileSystems.matchNewResource(describe(path), false);
  }

  private Metadata metadata(String path) throws IOException {
    return FileSystems.matchSingleFileSpec(describe(path));
  }

  private List<Metadata> below(String folder) throws IOException {
    return files(describe(folder) + "/**");
  }

  private static List<Metadata> files(String pattern) throws IOException {
    return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata().stream()
        .filter(file -> !file.resourceId().isDirectory())
        .toList();
  }
}
