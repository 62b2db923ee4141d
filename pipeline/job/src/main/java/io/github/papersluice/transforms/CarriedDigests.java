package io.github.papersluice.transforms;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.Piece;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.UnreadableInputException;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotException;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.CarryOver;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The digests whose rows are taken from an earlier snapshot.
 *
 * @param snapshot the earlier snapshot's name, or null if there is none
 * @param digestIds the digests' ids by their files' names
 * @param sameFiles whether the earlier snapshot's files were written as this run's are, so that
 *     whole parts can be taken
 */
public record CarriedDigests(String snapshot, TreeMap<String, String> digestIds, boolean sameFiles)
    implements Serializable {

  /** No digest: each is read. */
  public static final CarriedDigests NONE = new CarriedDigests(null, new TreeMap<>(), false);

  /**
   * Finds out what an earlier snapshot of the same version and options holds.
   *
   * @param hashes the inputs' SHA-256 in hex by their names
   * @param sameFiles whether it was written with the same formats
   */
  public static CarriedDigests of(
      String snapshot, CarryOver earlier, Map<String, String> hashes, boolean sameFiles) {
    TreeMap<String, String> digestIds = new TreeMap<>();
    hashes.forEach(
        (name, sha256) -> {
          DigestSummary digest = earlier.digest(sha256.substring(0, 16));
          // A date may come from the file's name.
          if (digest != null && fileName(digest.name()).equals(fileName(name))) {
            digestIds.put(name, digest.digestId());
          }
        });
    return new CarriedDigests(snapshot, digestIds, sameFiles);
  }

  private static String fileName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  boolean isEmpty() {
    return digestIds.isEmpty();
  }

  boolean holds(DigestSegment segment) {
    return digestIds.containsKey(segment.file().name());
  }

  SnapshotFolder find(SnapshotStorage storage) throws IOException {
    return SnapshotFolder.find(storage, snapshot)
        .orElseThrow(() -> new IOException("the earlier snapshot " + snapshot + " is gone"));
  }

  /**
   * The rows of digests for a shard, if it is made of whole carried digests and files can be taken.
   */
  Optional<List<DigestSummary>> wholeDigests(Shard shard, CarryOver earlier) {
    List<DigestSummary> digests = new ArrayList<>();
    for (DigestSegment segment : shard.segments()) {
      if (!sameFiles || segment.piece() != null || !holds(segment)) {
        return Optional.empty();
      }
      String name = segment.file().name();
      digests.add(named(earlier.digest(digestIds.get(name)), name));
    }
    return Optional.of(digests);
  }

  /** The shards of the earlier snapshot that hold a segment's digest. */
  List<Integer> shardsOf(DigestSegment segment, CarryOver earlier) {
    return earlier.shardsOf(digestIds.get(segment.file().name()));
  }

  /** Writes a segment's rows, and its digest's row where the segment begins the digest. */
  void copy(DigestSegment segment, CarryOver earlier, ShardWriter writer) throws IOException {
    DigestFile file = segment.file();
    String id = digestIds.get(file.name());
    Piece piece = segment.piece();
    if (piece == null) {
      copyRows(id, 0, Long.MAX_VALUE, earlier, writer);
    } else {
      long end = piece.end() == file.size() ? Long.MAX_VALUE : piece.end();
      copyRows(id, piece.start(), end, earlier, writer);
    }
    if (piece == null || piece.totals() != null) {
      writer.digest(named(earlier.digest(id), file.name()));
    }
  }

  /** The snapshot's checksums fit, but who can write a snapshot can write checksums. */
  private void copyRows(String id, long start, long end, CarryOver earlier, ShardWriter writer)
      throws IOException {
    try {
      earlier.copy(id, start, end, writer);
    } catch (SnapshotException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableInputException(
          "the snapshot " + snapshot,
          new IOException(
              "its rows do not fit together; run verify on it, or run without --incremental", e));
    }
  }

  private static DigestSummary named(DigestSummary digest, String name) {
    return new DigestSummary(
        digest.digestId(),
        name,
        digest.sha256(),
        digest.byteLength(),
        digest.format(),
        digest.heading(),
        digest.digestDate(),
        digest.paperCount(),
        digest.rejectionCount(),
        digest.replacements());
  }
}
