package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A snapshot being put together: parts as the attempts wrote them, and the files about them. */
public final class SnapshotBuild implements SnapshotContents {
  private final SnapshotStorage storage;
  private final String staging;
  private final Manifest manifest;

  /** Where each file of the snapshot lies now, by its path in the snapshot. */
  private final SortedMap<String, String> places = new TreeMap<>();

  private final SortedMap<String, String> sums = new TreeMap<>();

  public SnapshotBuild(
      SnapshotStorage storage, String staging, Manifest manifest, List<ShardReport> reports) {
    this.storage = storage;
    this.staging = staging;
    this.manifest = manifest;
    for (ShardReport report : reports) {
      for (StagedPart staged : report.parts()) {
        places.put(staged.part().path(), staged.stagedPath());
        sums.put(staged.part().path(), staged.part().sha256());
      }
    }
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public InputStream open(PartFile part) throws IOException {
    return storage.open(places.get(part.path()));
  }

  /** Whether a snapshot of these tables, in however many parts, could hold a file of this path. */
  boolean couldHold(String path) {
    return places.containsKey(path) || PartName.isOfPart(path);
  }

  /** Writes the manifest, the further files and, last, the checksums, into the staging folder. */
  public void writeMetadata(List<FurtherFiles> files) throws IOException {
    add(Manifest.FILE, out -> out.write(manifest.toJson()));
    for (FurtherFiles makers : files) {
      for (GeneratedFile file : makers.make(this)) {
        add(file.path(), out -> out.write(file.content()));
      }
    }
    byte[] checksums = checksums();
    add(SnapshotNames.SUMS, out -> out.write(checksums));
    sums.remove(SnapshotNames.SUMS);
  }

  /** What writes a file. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void add(String path, Content content) throws IOException {
    String place = staging + "/files/" + path;
    PartOutput output = new PartOutput(storage, place);
    try (output) {
      content.writeTo(output);
    }
    if (places.put(path, place) != null) {
      throw new IllegalArgumentException("two files of the snapshot are called " + path);
    }
    sums.put(path, output.sha256());
  }

  /** {@code SHA256SUMS}, as {@code sha256sum -c} reads it: every file but itself and the mark. */
  byte[] checksums() {
    StringBuilder lines = new StringBuilder();
    sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
    return lines.toString().getBytes(UTF_8);
  }

  /**
   * Moves every file into a folder, the checksums after the rest, and marks it as whole.
   *
   * @param durable whether all of it is forced to the disk
   */
  public void moveInto(String folder, boolean durable) throws IOException {
    if (durable) {
      InParallel.forEachWaiting(List.copyOf(places.values()), storage::sync);
    }
    for (Map.Entry<String, String> file : places.entrySet()) {
      if (!file.getKey().equals(SnapshotNames.SUMS)) {
        storage.renameFile(file.getValue(), folder + "/" + file.getKey());
      }
    }
    storage.renameFile(places.get(SnapshotNames.SUMS), folder + "/" + SnapshotNames.SUMS);
    storage.create(folder + "/" + SnapshotNames.SUCCESS).close();
    if (durable) {
      storage.sync(folder + "/" + SnapshotNames.SUCCESS);
      syncFolders(folder);
    }
  }

  private void syncFolders(String folder) throws IOException {
    TreeSet<String> folders = new TreeSet<>();
    folders.add("");
    for (String path : places.keySet()) {
      for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
        folders.add("/" + path.substring(0, i));
      }
    }
    InParallel.forEachWaiting(List.copyOf(folders), name -> storage.sync(folder + name));
  }
}
