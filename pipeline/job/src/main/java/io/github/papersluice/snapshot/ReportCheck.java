package io.github.papersluice.snapshot;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Holds that what the shards report adds up, and that it is what lies in the storage. */
final class ReportCheck {
  private final List<ShardReport> reports;
  private final WriteOptions options;

  private ReportCheck(List<ShardReport> reports, WriteOptions options) {
    this.reports = reports;
    this.options = options;
  }

  /**
   * The reports in the order of their shards.
   *
   * @throws SnapshotIncompleteException at the first thing that does not add up
   */
  static List<ShardReport> inOrder(List<ShardReport> reports, WriteOptions options)
      throws SnapshotIncompleteException {
    List<ShardReport> sorted =
        reports.stream().sorted(Comparator.comparingInt(ShardReport::shard)).toList();
    ReportCheck check = new ReportCheck(sorted, options);
    check.everyShardOnce();
    for (ShardReport report : sorted) {
      check.everyPartOnce(report);
      rowsAgree(report);
    }
    check.digestsAgree();
    return sorted;
  }

  private void everyShardOnce() throws SnapshotIncompleteException {
    require(!reports.isEmpty(), "no shard reported");
    for (int i = 0; i < reports.size(); i++) {
      ShardReport report = reports.get(i);
      require(
          report.shardCount() == reports.size(),
          reports.size() + " of " + report.shardCount() + " shards reported");
      require(report.shard() == i, "shard " + i + " did not report, or another one twice");
    }
  }

  private void everyPartOnce(ShardReport report) throws SnapshotIncompleteException {
    Set<String> expected = new HashSet<>();
    PartName name = new PartName(report.shard());
    for (Table table : Table.values()) {
      for (Format format : options.formats()) {
        expected.add(name.path(table, format));
      }
    }
    for (StagedPart staged : report.parts()) {
      String path = staged.part().path();
      require(expected.remove(path), "part " + path + " is reported twice or unexpected");
    }
    require(expected.isEmpty(), "parts are missing: " + expected.stream().sorted().toList());
  }

  private static void rowsAgree(ShardReport report) throws SnapshotIncompleteException {
    for (StagedPart staged : report.parts()) {
      PartFile part = staged.part();
      require(
          part.rows() == report.rows(part.table()),
          "the formats of " + part.path() + " differ in rows");
    }
    long papers = report.shares().stream().mapToLong(DigestShare::papers).sum();
    long rejections = report.shares().stream().mapToLong(DigestShare::rejections).sum();
    requireRows(report, Table.DIGESTS, report.digests().size());
    requireRows(report, Table.PAPERS, papers);
    requireRows(report, Table.LINKS, sum(report.linksByKind()));
    requireRows(report, Table.REJECTIONS, rejections);
    requireRows(report, Table.PAPERS, sum(report.papersByCodeStatus()));
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void requireRows(ShardReport report, Table table, long counted)
      throws SnapshotIncompleteException {
    long rows = report.rows(table);
    require(
        rows == counted,
        String.format(
            Locale.ROOT,
            "shard %d wrote %d rows of %s but counted %d",
            report.shard(),
            rows,
            table.tableName(),
            counted));
  }

  private void digestsAgree() throws SnapshotIncompleteException {
    Map<String, long[]> counted = new HashMap<>();
    for (ShardReport report : reports) {
      for (DigestShare share : report.shares()) {
        long[] sums = counted.computeIfAbsent(share.digestId(), id -> new long[2]);
        sums[0] += share.papers();
        sums[1] += share.rejections();
      }
    }
    for (DigestSummary digest : digests(reports).values()) {
      long[] sums = counted.remove(digest.digestId());
      requireCount(digest, "papers", digest.paperCount(), sums == null ? 0 : sums[0]);
      requireCount(digest, "rejections", digest.rejectionCount(), sums == null ? 0 : sums[1]);
    }
    require(counted.isEmpty(), "rows of digests without a row of their own: " + counted.keySet());
  }

  private static Map<String, DigestSummary> digests(List<ShardReport> reports)
      throws SnapshotIncompleteException {
    Map<String, DigestSummary> digests = new LinkedHashMap<>();
    for (ShardReport report : reports) {
      for (DigestSummary digest : report.digests()) {
        require(
            digests.put(digest.digestId(), digest) == null,
            "digest " + digest.digestId() + " is reported twice");
      }
    }
    return digests;
  }

  private static void requireCount(DigestSummary digest, String what, long stated, long written)
      throws SnapshotIncompleteException {
    require(
        stated == written,
        String.format(
            Locale.ROOT,
            "digest %s (%s) has %d %s but %d were written",
            digest.digestId(),
            digest.name(),
            stated,
            what,
            written));
  }

  /**
   * Reads the parts back from the storage, and compares their length and CRC-32C with those taken
   * while writing. CRC-32C tells what a disk or network loses at a tenth of SHA-256's cost; both
   * were taken of the same bytes.
   *
   * @throws SnapshotIncompleteException if one differs
   */
  static void readBack(SnapshotStorage storage, List<ShardReport> reports) throws IOException {
    List<StagedPart> parts = new ArrayList<>();
    reports.forEach(report -> parts.addAll(report.parts()));
    InParallel.forEach(parts, part -> readBack(storage, part));
  }

  private static void readBack(SnapshotStorage storage, StagedPart staged) throws IOException {
    String place = storage.describe(staged.stagedPath());
    require(storage.exists(staged.stagedPath()), place + " is gone");
    require(
        storage.size(staged.stagedPath()) == staged.part().bytes(),
        place + " does not have the length that was written");
    if (staged.crc32c() == null) {
      return;
    }
    try (InputStream in = storage.open(staged.stagedPath())) {
      require(
          Crc32c.of(in) == staged.crc32c(),
          place + " does not read back as it was written: look after the disk");
    }
  }

  private static void require(boolean condition, String otherwise)
      throws SnapshotIncompleteException {
    if (!condition) {
      throw new SnapshotIncompleteException(otherwise);
    }
  }
}
