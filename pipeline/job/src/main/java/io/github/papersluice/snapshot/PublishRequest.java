package io.github.papersluice.snapshot;

import io.github.papersluice.model.DigestSummary;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A snapshot to publish.
 *
 * @param snapshot its name, or null for the manifest's id
 * @param overwrite whether a snapshot of that name with other content may be replaced
 * @param durable whether all is forced to the disk before publication, so that a snapshot outlasts
 *     a power cut, too; as slow as the disk, and not needed for a run that is killed
 * @param version this program's version
 * @param writeOptions how the parts were written
 * @param options further options that shape the bytes, by name
 * @param reports one for each shard, of the attempt that counts
 * @param skipped inputs that were not read, as their bytes were read under another name
 * @param files make the further files
 */
public record PublishRequest(
    String snapshot,
    boolean overwrite,
    boolean durable,
    String version,
    WriteOptions writeOptions,
    Map<String, String> options,
    List<ShardReport> reports,
    List<Manifest.SkippedInput> skipped,
    List<FurtherFiles> files) {

  /** The SHA-256 in hex of every input's bytes as they were read, by its name. */
  public SortedMap<String, String> inputHashes() {
    List<DigestSummary> inputs =
        reports.stream().map(ShardReport::digests).flatMap(List::stream).toList();
    return SnapshotId.hashes(inputs, skipped);
  }
}
