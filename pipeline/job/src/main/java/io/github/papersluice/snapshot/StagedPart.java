package io.github.papersluice.snapshot;

/**
 * A part as an attempt wrote it.
 *
 * @param part what it is, under the path it gets in the snapshot
 * @param stagedPath where the attempt wrote it, in the storage
 * @param crc32c of its bytes, to be compared with what is read back
 */
public record StagedPart(PartFile part, String stagedPath, long crc32c) {}
