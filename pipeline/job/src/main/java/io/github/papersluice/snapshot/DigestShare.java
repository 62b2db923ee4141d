package io.github.papersluice.snapshot;

/**
 * What a shard holds of a digest.
 *
 * @param digestId the digest
 * @param papers rows of papers
 * @param rejections rows of rejections
 */
public record DigestShare(String digestId, long papers, long rejections) {}
