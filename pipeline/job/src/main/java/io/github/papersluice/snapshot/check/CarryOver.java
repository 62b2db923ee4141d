package io.github.papersluice.snapshot.check;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.SchemaFingerprint;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotFolder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes rows over from an earlier snapshot, so that a digest need not be read again: the parts come
 * out with the same bytes as if it had been.
 *
 * <p>That holds if the earlier snapshot was made by the same version with the same options ({@link
 * #isOf}), and if the digest's date does not come from a name that has changed. Digests asked for
 * in the order of their rows are found in one pass over the earlier parts. For one thread.
 */
public final class CarryOver implements Closeable {
  /** Options that change how rows are written, but not the rows. */
  private static final List<String> WRITING = List.of("avroCodec", "csvFormulaGuard", "formats");

  private final SnapshotFolder earlier;
  private final Map<String, DigestSummary> digests = new HashMap<>();
  private final Map<String, List<Integer>> shards = new HashMap<>();
  private final Map<Integer, ShardCursor> cursors = new HashMap<>();
  private int shardCount;

  private CarryOver(SnapshotFolder earlier) {
    this.earlier = earlier;
  }

  /**
   * Opens a published snapshot.
   *
   * @throws IOException if its manifest cannot be read
   */
  public static CarryOver open(SnapshotFolder earlier) throws IOException {
    CarryOver carryOver = new CarryOver(earlier);
    Manifest manifest = earlier.readManifest();
    for (DigestSummary digest : manifest.inputs()) {
      carryOver.digests.put(digest.digestId(), digest);
    }
    for (Manifest.ShardDigests shard : manifest.shards()) {
      if (shard.shard() != carryOver.shardCount++) {
        throw new IOException(earlier.location() + " is damaged, run verify on it: its shards");
      }
      for (String digestId : shard.digestIds()) {
        carryOver.shards.computeIfAbsent(digestId, id -> new ArrayList<>()).add(shard.shard());
      }
    }
    return carryOver;
  }

  /**
   * Whether the earlier snapshot's rows are what this run would make.
   *
   * @param version this program's version
   * @param options the options that shape rows, as in {@link PublishRequest#options}
   */
  public boolean isOf(String version, Map<String, String> options) {
    Manifest manifest = earlier.manifest();
    Map<String, String> theirs = new HashMap<>(manifest.options());
    theirs.keySet().removeAll(WRITING);
    return manifest.generator().version().equals(version)
        && theirs.equals(options)
        && manifest.schemas().stream()
            .allMatch(
                schema ->
                    schema.fingerprint().equals(SchemaFingerprint.of(schema.table().schema())));
  }

  /** The shards that hold rows of a digest. */
  public List<Integer> shardsOf(String digestId) {
    return shards.getOrDefault(digestId, List.of());
  }

  /** What the earlier snapshot knows of a digest, under the name it had then, or null. */
  public DigestSummary digest(String digestId) {
    return digests.get(digestId);
  }

  /**
   * Writes the papers, links, model sizes and rejections of a digest that begin within a range of
   * its bytes. The digest's own row is for {@link ShardWriter#digest}.
   *
   * @param digestId a digest of the earlier snapshot
   * @param fromByte the first byte of the range
   * @param toByte the byte after its last one; {@link Long#MAX_VALUE} for all
   * @throws IOException also if the earlier snapshot is damaged
   */
  public void copy(String digestId, long fromByte, long toByte, ShardWriter writer)
      throws IOException {
    read(digestId, fromByte, toByte, writer::takeOver);
  }

  /** Hands on the rows of a digest that begin within a range of its bytes. */
  void read(String digestId, long fromByte, long toByte, RowSink sink) throws IOException {
    for (int shard : shards.getOrDefault(digestId, List.of())) {
      ShardCursor cursor = cursors.get(shard);
      if (cursor != null && cursor.isPast(digestId)) {
        cursor.close();
        cursor = null;
      }
      if (cursor == null) {
        cursor = new ShardCursor(earlier, shard);
        cursors.put(shard, cursor);
      }
      cursor.copy(digestId, fromByte, toByte, sink);
    }
  }

  @Override
  public void close() throws IOException {
    for (ShardCursor cursor : cursors.values()) {
      cursor.close();
    }
  }
}
