package io.github.papersluice.snapshot.check;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.snapshot.DigestShare;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.PartName;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.StagedPart;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts of an earlier snapshot that a later one has, too, byte for byte: those of a shard with the
 * same digests under the same number. They become files of the later snapshot without being read
 * row by row; each is checked by its SHA-256 on the way. For one thread.
 */
public final class CarriedParts {
  private final SnapshotFolder earlier;
  private final Manifest manifest;
  private final Map<String, PartFile> parts = new HashMap<>();

  /** The digests whose row is in each shard. */
  private final List<List<DigestSummary>> begun = new ArrayList<>();

  private final Map<Integer, String> faults = new HashMap<>();

  private CarriedParts(SnapshotFolder earlier) throws IOException {
    this.earlier = earlier;
    manifest = earlier.readManifest();
    manifest.outputs().forEach(part -> parts.put(part.path(), part));
    int next = 0;
    for (int shard = 0; shard < manifest.shards().size(); shard++) {
      List<PartFile> found = partsOf(shard);
      long rows =
          found.isEmpty() || found.get(0).table() != Table.DIGESTS ? 0 : found.get(0).rows();
      int end = (int) Math.min(next + rows, manifest.inputs().size());
      begun.add(List.copyOf(manifest.inputs().subList(next, end)));
      next = end;
    }
  }

  /**
   * Opens a published snapshot.
   *
   * @throws IOException if its manifest cannot be read
   */
  public static CarriedParts of(SnapshotFolder earlier) throws IOException {
    return new CarriedParts(earlier);
  }

  private List<PartFile> partsOf(int shard) {
    PartName name = new PartName(shard);
    List<PartFile> found = new ArrayList<>();
    for (Table table : Table.values()) {
      for (Format format : Format.values()) {
        PartFile part = parts.get(name.path(table, format));
        if (part != null) {
          found.add(part);
        }
      }
    }
    return found;
  }

  /**
   * Whether a shard of the earlier snapshot holds these digests from their beginnings to their
   * ends, in this order, and nothing else.
   *
   * @param digests as their rows would be written now
   */
  public boolean holds(int shard, List<DigestSummary> digests) {
    return shard < begun.size()
        && begun.get(shard).equals(digests)
        && manifest.shards().get(shard).digestIds().equals(idsOf(shares(shard)));
  }

  private static List<String> idsOf(List<DigestShare> shares) {
    return shares.stream().map(DigestShare::digestId).toList();
  }

  /** A digest that gave no rows has no share. */
  private List<DigestShare> shares(int shard) {
    return begun.get(shard).stream()
        .map(
            digest ->
                new DigestShare(digest.digestId(), digest.paperCount(), digest.rejectionCount()))
        .filter(share -> share.papers() + share.rejections() > 0)
        .toList();
  }

  /**
   * Checks the parts of a shard by their sums, once.
   *
   * @return the path of one that is damaged or gone, or null if all are whole
   */
  public String fault(int shard) {
    return faults.computeIfAbsent(shard, this::findFault).isEmpty() ? null : faults.get(shard);
  }

  private String findFault(int shard) {
    for (PartFile part : partsOf(shard)) {
      try (InputStream in = earlier.open(part)) {
        if (!Sha256.of(in).equals(part.sha256())) {
          return part.path();
        }
      } catch (IOException e) {
        return part.path();
      }
    }
    return "";
  }

  /**
   * Puts a shard's parts into a staging folder of the same storage: by links where it has them.
   *
   * @param shard one whose parts are whole, see {@link #fault}
   * @param shardCount how many shards the later snapshot has
   * @param attempt as in {@link io.github.papersluice.snapshot.ShardWriter#open}
   * @return what a writer would report that had written them
   */
  public ShardReport carry(
      SnapshotStorage storage, String staging, int shard, int shardCount, String attempt)
      throws IOException {
    PartName name = new PartName(shard);
    List<StagedPart> staged = new ArrayList<>();
    for (PartFile part : partsOf(shard)) {
      String place = name.stagedPath(staging, part.table(), part.format(), attempt);
      storage.carry(earlier.below(part.path()), place);
      staged.add(StagedPart.carried(part, place));
    }
    Manifest.ShardDigests counted = manifest.shards().get(shard);
    return new ShardReport(
        shard,
        shardCount,
        staged,
        begun.get(shard),
        shares(shard),
        counted.linksByKind(),
        counted.papersByCodeStatus(),
        List.of());
  }
}
