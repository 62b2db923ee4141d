package io.github.papersluice.snapshot;

/**
 * A part as an attempt wrote it.
 *
 * @param part what it is, under the path it gets in the snapshot
 * @param stagedPath where the attempt wrote it, in the storage
 * @param crc32c of its bytes, to be compared with what is read back; null if the part is one of an
 *     earlier snapshot, which was read and compared with its SHA-256 already
 */
public record StagedPart(PartFile part, String stagedPath, Long crc32c) {

  /** A part of an earlier snapshot. */
  public static StagedPart carried(PartFile part, String stagedPath) {
    return new StagedPart(part, stagedPath, null);
  }
}
