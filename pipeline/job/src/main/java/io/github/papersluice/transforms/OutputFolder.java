package io.github.papersluice.transforms;

import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Where snapshots are kept, in a form that travels to workers.
 *
 * @param location an absolute local path, which every worker must share, or the URI of a folder on
 *     a file system that Beam has on its class path
 */
public record OutputFolder(String location) implements Serializable {
  private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.+");

  /** In a URI, what file systems of Beam would read as a pattern. */
  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}]");

  /**
   * A folder as a person names it.
   *
   * @param name a local path or a URI
   * @throws IllegalArgumentException if it is neither, or no file system knows the URI
   */
  public static OutputFolder of(String name) {
    if (!URI.matcher(name).matches()) {
      return new OutputFolder(Path.of(name).toAbsolutePath().normalize().toString());
    }
    if (GLOB.matcher(name).find()) {
      throw new IllegalArgumentException(name + " is a pattern, not a folder");
    }
    String folder = name.replaceFirst("/+$", "");
    FileSystems.matchNewResource(folder + "/", true);
    return new OutputFolder(folder);
  }

  /** The folder's storage, for this process. */
  public SnapshotStorage storage() {
    return storage(true);
  }

  /**
   * The folder's storage, for this process.
   *
   * @param durable whether what is published is forced to the disk
   */
  public SnapshotStorage storage(boolean durable) {
    return URI.matcher(location).matches()
        ? new BeamStorage(location)
        : new LocalStorage(Path.of(location), durable);
  }
}
