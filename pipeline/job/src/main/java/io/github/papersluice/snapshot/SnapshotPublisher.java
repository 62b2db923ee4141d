package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.snapshot.PublishedSnapshot.Outcome;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes snapshots into an output folder, whole or not at all. One run at a time has the folder:
 * from {@link #open} to {@link #close} it holds the folder's lock.
 *
 * <p>All is written under a hidden staging folder. A new snapshot appears by one rename. To replace
 * one, the old is moved to {@code .replaced-<name>} and the new to its place: two renames, one
 * right after the other. Whoever looks between them, and whoever comes after a run that died there,
 * finds the old one whole under the hidden name, where {@link SnapshotFolder#find} looks for it;
 * the next {@link #open} moves it back. On a storage without folder renames the files are moved one
 * by one under the snapshot's name, {@code _SUCCESS} last, and nothing is ever replaced.
 */
public final class SnapshotPublisher implements AutoCloseable {
  private final SnapshotStorage storage;
  private final Optional<Closeable> lock;
  private final String staging;

  private SnapshotPublisher(SnapshotStorage storage, Optional<Closeable> lock, String staging) {
    this.storage = storage;
    this.lock = lock;
    this.staging = staging;
  }

  /**
   * Takes the output folder, makes it if there is none, and clears what killed runs have left.
   *
   * @throws OutputBusyException if another run has it
   * @throws OutputUnavailableException if it cannot be written
   */
  public static SnapshotPublisher open(SnapshotStorage storage) throws IOException {
    Optional<Closeable> lock = storage.lock(SnapshotNames.LOCK);
    try {
      // Without a lock, a staging folder may be that of a run that is alive.
      if (lock.isPresent()) {
        recover(storage);
      }
      String staging = SnapshotNames.STAGING + UUID.randomUUID();
      StagingMark.set(storage, staging);
      return new SnapshotPublisher(storage, lock, staging);
    } catch (IOException e) {
      close(lock, e);
      throw OutputUnavailableException.from(storage.describe(""), e);
    } catch (RuntimeException | Error e) {
      close(lock, e);
      throw e;
    }
  }

  private static void close(Optional<Closeable> lock, Throwable failure) {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static void recover(SnapshotStorage storage) throws IOException {
    for (String name : storage.list("")) {
      if (name.startsWith(SnapshotNames.REPLACED)) {
        recoverReplaced(storage, name);
      } else if (name.startsWith(SnapshotNames.STAGING)) {
        StagingMark.deleteStaging(storage, name);
      }
    }
  }

  private static void recoverReplaced(SnapshotStorage storage, String replaced) throws IOException {
    String name = replaced.substring(SnapshotNames.REPLACED.length());
    if (!storage.exists(name)) {
      storage.renameFolder(replaced, name);
      storage.sync("");
      return;
    }
    // What has taken its place may be known to this process only.
    storage.sync("");
    storage.deleteTree(replaced);
  }

  /**
   * The run's own folder in the storage, hidden, where shards write. Its name is drawn at random,
   * so that a straggler of a dead run never writes into a living one.
   */
  public String staging() {
    return staging;
  }

  /**
   * Checks what the shards wrote and publishes it; {@code LATEST} then names it.
   *
   * @throws SnapshotIncompleteException if it does not add up
   * @throws SnapshotExistsException if the name is taken by other content and may not be replaced
   * @throws OutputUnavailableException if the storage fails; then what was there before is there
   * @throws IllegalArgumentException if the snapshot's name is none
   */
  public PublishedSnapshot publish(PublishRequest request) throws IOException {
    List<ShardReport> reports = ReportCheck.inOrder(request.reports(), request.writeOptions());
    Manifest manifest = new ManifestMaker(request, reports).make();
    String name = request.snapshot() == null ? manifest.id() : request.snapshot();
    if (!SnapshotNames.isValid(name)) {
      throw new IllegalArgumentException("not the name of a snapshot: " + name);
    }
    try {
      SnapshotBuild build = new SnapshotBuild(storage, staging, manifest, reports);
      ReportCheck.readBack(storage, reports);
      build.writeMetadata(request.files());
      Outcome outcome = publish(build, name, request);
      nameLatest(name, manifest.id(), request.durable());
      if (outcome == Outcome.REPLACED) {
        storage.deleteTree(SnapshotNames.REPLACED + name);
      }
      return new PublishedSnapshot(name, storage.describe(name), outcome, manifest);
    } catch (IOException e) {
      throw OutputUnavailableException.from(storage.describe(name), e);
    }
  }

  private Outcome publish(SnapshotBuild build, String name, PublishRequest request)
      throws IOException {
    boolean exists = storage.exists(name);
    if (exists) {
      if (hasContent(name, build.checksums())) {
        return Outcome.UNCHANGED;
      }
      requireReplaceable(name, build, request.overwrite());
    }
    if (!storage.renamesFolders()) {
      storage.deleteTree(name);
      build.moveInto(name, request.durable());
      return Outcome.PUBLISHED;
    }
    String whole = staging + "/snapshot";
    build.moveInto(whole, request.durable());
    swapIn(whole, name, exists, request.durable());
    return exists ? Outcome.REPLACED : Outcome.PUBLISHED;
  }

  private boolean hasContent(String name, byte[] checksums) throws IOException {
    String sums = name + "/" + SnapshotNames.SUMS;
    if (!isSnapshot(name) || !storage.isFile(sums)) {
      return false;
    }
    try (InputStream in = storage.open(sums)) {
      return Arrays.equals(in.readNBytes(checksums.length + 1), checksums);
    }
  }

  private boolean isWhole(String name) throws IOException {
    return storage.isFile(name + "/" + SnapshotNames.SUCCESS);
  }

  /** Whether a folder is a snapshot: others write {@code _SUCCESS}, too. */
  private boolean isSnapshot(String name) throws IOException {
    return isWhole(name) && new SnapshotFolder(storage, name).hasManifest();
  }

  private void requireReplaceable(String name, SnapshotBuild build, boolean overwrite)
      throws IOException {
    String place = storage.describe(name);
    if (!storage.renamesFolders()) {
      requireRemains(name, build);
    } else if (!isSnapshot(name)) {
      throw new SnapshotExistsException(
          place + " exists and is no snapshot: move it away, or choose another --snapshot");
    } else if (!overwrite) {
      throw new SnapshotExistsException(
          place
              + " exists with other content: give --overwrite to replace it, or choose another"
              + " --snapshot");
    }
  }

  /** Without a folder rename, only what a killed run has left may be deleted. */
  private void requireRemains(String name, SnapshotBuild build) throws IOException {
    String place = storage.describe(name);
    if (isWhole(name)) {
      throw new SnapshotExistsException(
          place
              + " exists with other content, and this storage cannot replace it in one step:"
              + " choose another --snapshot");
    }
    for (String file : new SnapshotFolder(storage, name).files()) {
      if (!build.couldHold(file)) {
        throw new SnapshotExistsException(
            place
                + " holds what no run has written ("
                + file
                + "): move it away, or choose another --snapshot");
      }
    }
  }

  private void swapIn(String whole, String name, boolean exists, boolean durable)
      throws IOException {
    String replaced = SnapshotNames.REPLACED + name;
    if (exists) {
      storage.renameFolder(name, replaced);
    }
    try {
      storage.renameFolder(whole, name);
    } catch (IOException e) {
      if (exists) {
        storage.renameFolder(replaced, name);
      }
      throw e;
    }
    if (durable) {
      storage.sync("");
    }
  }

  /** Lets {@code LATEST} name a snapshot that is there, which another run may have left unsaid. */
  public void makeLatest(PublishedSnapshot snapshot) throws IOException {
    String name = snapshot.name();
    if (!SnapshotFolder.latestName(storage).equals(Optional.of(name))) {
      nameLatest(name, snapshot.manifest().id(), true);
    }
  }

  private void nameLatest(String name, String id, boolean durable) throws IOException {
    PublicationHistory.add(storage, staging + "/" + SnapshotNames.HISTORY, id, name, durable);
    String draft = staging + "/" + SnapshotNames.LATEST;
    try (OutputStream out = storage.create(draft)) {
      out.write((name + "\n").getBytes(UTF_8));
    }
    if (durable) {
      storage.sync(draft);
    }
    storage.renameFile(draft, SnapshotNames.LATEST);
    if (durable) {
      storage.sync("");
    }
  }

  /**
   * Deletes all snapshots but the newest ones, by the time at which they were published. The one
   * that {@code LATEST} names always stays and counts as the newest; what is no snapshot stays.
   *
   * @param keep how many stay, at least 1
   * @return the names of those deleted, oldest first
   */
  public List<String> prune(int keep) throws IOException {
    if (keep < 1) {
      throw new IllegalArgumentException("cannot keep " + keep + " snapshots");
    }
    List<Dated> others = new ArrayList<>();
    String latest = SnapshotFolder.latestName(storage).orElse("");
    for (String name : storage.list("")) {
      if (!name.equals(latest) && SnapshotNames.isValid(name) && isSnapshot(name)) {
        others.add(new Dated(storage.modified(name + "/" + SnapshotNames.SUCCESS), name));
      }
    }
    others.sort(Comparator.comparingLong(Dated::time).thenComparing(Dated::name));
    int kept = latest.isEmpty() ? keep : keep - 1;
    List<String> pruned =
        others.subList(0, Math.max(0, others.size() - kept)).stream().map(Dated::name).toList();
    remove(pruned);
    return pruned;
  }

  private record Dated(long time, String name) {}

  /** No file goes before the disk knows that its snapshot is no longer there to see. */
  private void remove(List<String> names) throws IOException {
    for (String name : names) {
      if (storage.renamesFolders()) {
        storage.renameFolder(name, grave(name));
      } else {
        storage.deleteTree(name + "/" + SnapshotNames.SUCCESS);
        storage.deleteTree(name);
      }
    }
    if (storage.renamesFolders() && !names.isEmpty()) {
      storage.sync("");
      for (String name : names) {
        storage.deleteTree(grave(name));
      }
    }
  }

  private String grave(String name) {
    return staging + "/pruned-" + name;
  }

  /** Deletes the staging folder and lets the output go. */
  @Override
  public void close() throws IOException {
    try {
      StagingMark.deleteStaging(storage, staging);
    } finally {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }
}
