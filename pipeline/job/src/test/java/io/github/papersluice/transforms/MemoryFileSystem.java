package io.github.papersluice.transforms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A file system of Beam, {@code memory://}, that is as little as an object store: a file appears
 * when it is closed, folders are no more than names, and nothing can be renamed.
 */
public final class MemoryFileSystem extends FileSystem<MemoryFileSystem.Key> {
  private static final String SCHEME = "memory";
  private static final SortedMap<String, byte[]> FILES = new ConcurrentSkipListMap<>();
  private static final AtomicInteger COPIES_LEFT = new AtomicInteger(Integer.MAX_VALUE);

  /** Offers the file system to Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new MemoryFileSystem());
    }
  }

  /** What is stored, by URI. */
  public static SortedMap<String, byte[]> files() {
    return FILES;
  }

  /** Lets that many copies succeed; those after them fail. */
  public static void failAfterCopies(int copies) {
    COPIES_LEFT.set(copies);
  }

  @Override
  protected List<MatchResult> match(List<String> specs) {
    return specs.stream().map(MemoryFileSystem::match).toList();
  }

  private static MatchResult match(String spec) {
    String expression =
        Pattern.quote(spec).replace("**", "\\E.*\\Q").replaceAll("(?<![.*])[*]", "\\\\E[^/]*\\\\Q");
    Pattern pattern = Pattern.compile(expression);
    List<Metadata> found =
        FILES.entrySet().stream()
            .filter(file -> pattern.matcher(file.getKey()).matches())
            .map(file -> metadata(file.getKey(), file.getValue().length))
            .toList();
    return found.isEmpty()
        ? MatchResult.create(Status.NOT_FOUND, new FileNotFoundException(spec))
        : MatchResult.create(Status.OK, found);
  }

  private static Metadata metadata(String uri, long size) {
    return Metadata.builder()
        .setResourceId(new Key(uri))
        .setSizeBytes(size)
        .setIsReadSeekEfficient(false)
        .setLastModifiedMillis(0)
        .build();
  }

  @Override
  protected WritableByteChannel create(Key key, CreateOptions options) {
    return Channels.newChannel(
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            FILES.put(key.uri(), toByteArray());
          }
        });
  }

  @Override
  protected ReadableByteChannel open(Key key) throws IOException {
    return Channels.newChannel(new ByteArrayInputStream(bytes(key)));
  }

  private static byte[] bytes(Key key) throws FileNotFoundException {
    byte[] bytes = FILES.get(key.uri());
    if (bytes == null) {
      throw new FileNotFoundException(key.uri());
    }
    return bytes;
  }

  @Override
  protected void copy(List<Key> from, List<Key> to) throws IOException {
    for (int i = 0; i < from.size(); i++) {
      if (COPIES_LEFT.getAndDecrement() <= 0) {
        throw new IOException("the network is gone");
      }
      FILES.put(to.get(i).uri(), bytes(from.get(i)));
    }
  }

  @Override
  protected void rename(List<Key> from, List<Key> to, MoveOptions... options) {
    throw new UnsupportedOperationException("an object store renames nothing");
  }

  @Override
  protected void delete(Collection<Key> keys) {
    keys.forEach(key -> FILES.remove(key.uri()));
  }

  @Override
  protected Key matchNewResource(String uri, boolean isDirectory) {
    return new Key(isDirectory && !uri.endsWith("/") ? uri + "/" : uri);
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }

  /** A file's or folder's URI; a folder's ends with a slash. */
  record Key(String uri) implements ResourceId {
    private static final long serialVersionUID = 1L;

    @Override
    public ResourceId resolve(String other, ResolveOptions options) {
      String slash =
          options.equals(ResolveOptions.StandardResolveOptions.RESOLVE_DIRECTORY) ? "/" : "";
      return new Key(getCurrentDirectory() + other + slash);
    }

    @Override
    public ResourceId getCurrentDirectory() {
      return new Key(uri.substring(0, uri.lastIndexOf('/') + 1));
    }

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public String getFilename() {
      return isDirectory() ? null : uri.substring(uri.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return uri.endsWith("/");
    }

    @Override
    public String toString() {
      return uri;
    }
  }
}
