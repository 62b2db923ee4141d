package io.github.papersluice.snapshot;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.LinkKind;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/**
 * What one attempt at a shard wrote.
 *
 * @param shard the shard, from 0
 * @param shardCount how many shards the run has
 * @param parts a part of each table in each format
 * @param digests the digests whose row the shard wrote, in that order
 * @param shares the digests of which the shard holds records or rejections, in the order of their
 *     first row
 * @param linksByKind rows of links
 * @param papersByCodeStatus rows of papers
 * @param damagedParts parts of an earlier snapshot that could not be used, by their paths in it
 */
public record ShardReport(
    int shard,
    int shardCount,
    List<StagedPart> parts,
    List<DigestSummary> digests,
    List<DigestShare> shares,
    SortedMap<LinkKind, Long> linksByKind,
    SortedMap<CodeStatus, Long> papersByCodeStatus,
    List<String> damagedParts) {

  /** Rows of a table. */
  public long rows(Table table) {
    return parts.stream()
        .map(StagedPart::part)
        .filter(part -> part.table() == table)
        .mapToLong(PartFile::rows)
        .findFirst()
        .orElse(0);
  }

  /** The report as JSON, the same bytes for the same report. */
  public byte[] toJson() {
    return Json.line(this);
  }

  /**
   * The report that {@link #toJson} wrote.
   *
   * @throws IOException if this is none
   */
  public static ShardReport fromJson(byte[] json) throws IOException {
    return Json.read(json, ShardReport.class);
  }
}
