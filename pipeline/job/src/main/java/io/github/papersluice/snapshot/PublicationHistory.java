package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file {@code HISTORY} of an output folder: a line for each publication, the newest first, with
 * the snapshot's id, a space and its name. A snapshot's bytes say nothing of time, so that loading
 * an older one after a newer one is told from here. A snapshot that becomes the latest again stands
 * above those that came between.
 */
public final class PublicationHistory {
  /** Older publications are forgotten: a publication an hour is kept for a year. */
  private static final int LONGEST = 10_000;

  private PublicationHistory() {}

  /**
   * Notes that a snapshot is the latest now, unless it is already.
   *
   * @param draft where the file is written before it replaces the older one, in the storage
   * @param durable whether it is forced to the disk first
   */
  static void add(SnapshotStorage storage, String draft, String id, String name, boolean durable)
      throws IOException {
    String line = id + " " + name;
    List<String> older = lines(storage);
    if (!older.isEmpty() && older.get(0).equals(line)) {
      return;
    }
    String text =
        String.join("\n", Stream.concat(Stream.of(line), older.stream()).limit(LONGEST).toList());
    try (OutputStream out = storage.create(draft)) {
      out.write((text + "\n").getBytes(UTF_8));
    }
    if (durable) {
      storage.sync(draft);
    }
    storage.renameFile(draft, SnapshotNames.HISTORY);
  }

  /** The ids of what was published, newest first; empty if there is no such file. */
  public static List<String> ids(SnapshotStorage storage) throws IOException {
    return lines(storage).stream().map(line -> line.replaceFirst(" .*", "")).toList();
  }

  private static List<String> lines(SnapshotStorage storage) throws IOException {
    if (!storage.isFile(SnapshotNames.HISTORY)) {
      return List.of();
    }
    try (InputStream in = storage.open(SnapshotNames.HISTORY)) {
      return new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
