package io.github.papersluice.fuzzing;

import io.github.papersluice.snapshot.MemoryStorage;
import io.github.papersluice.snapshot.Sample;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.SnapshotDiff;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A snapshot of which one file has any bytes: the manifest, the checksums or a part in Avro or CSV,
 * by the first byte. To verify it throws nothing, to compare it throws nothing but that it cannot
 * be read.
 */
public final class SnapshotFuzz {
  private SnapshotFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    MemoryStorage storage = new MemoryStorage();
    Sample.publish(storage, "day", false, "");
    Sample.publish(storage, "other", false, "");
    List<String> files = new ArrayList<>(storage.sums("day").keySet());
    String file = "day/" + files.get((data[0] & 0xFF) % files.size());
    storage.deleteTree(file);
    try (OutputStream out = storage.create(file)) {
      out.write(data, 1, data.length - 1);
    }
    SnapshotFolder snapshot = SnapshotFolder.find(storage, "day").orElseThrow();
    SnapshotVerifier.verify(snapshot);
    try {
      SnapshotDiff.compare(
          snapshot, SnapshotFolder.find(storage, "other").orElseThrow(), change -> change.toText());
    } catch (IOException | UncheckedIOException e) {
      // The snapshot cannot be read, which is told.
    }
  }
}
