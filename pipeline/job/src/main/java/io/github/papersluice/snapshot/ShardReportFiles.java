package io.github.papersluice.snapshot;

import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reports of a run's shards, as files of its staging folder: the way from the workers to the
 * process that publishes. A report is there whole or not at all. Where a shard was done twice, the
 * later report replaces the earlier one; each names finished files of its own with equal bytes.
 */
public final class ShardReportFiles {
  private static final String FOLDER = "reports";
  private static final Pattern NAME = Pattern.compile("shard-([0-9]{5,9})\\.json");

  private final SnapshotStorage storage;
  private final String staging;

  /** The reports in a staging folder. */
  public ShardReportFiles(SnapshotStorage storage, String staging) {
    this.storage = storage;
    this.staging = staging;
  }

  /**
   * Writes a shard's report.
   *
   * @throws SnapshotIncompleteException if this process does not see the staging folder
   * @throws OutputUnavailableException if the storage fails
   */
  public void write(ShardReport report) throws IOException {
    StagingMark.require(storage, staging);
    String path = path(report.shard());
    String unfinished = path + "." + UUID.randomUUID();
    try {
      try (OutputStream out = storage.create(unfinished)) {
        out.write(report.toJson());
      }
      storage.renameFile(unfinished, path);
    } catch (IOException e) {
      throw OutputUnavailableException.from(storage.describe(path), e);
    }
  }

  /** The shards that have reported by now, in order. */
  public List<Integer> shardsReported() throws IOException {
    return storage.list(staging + "/" + FOLDER).stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(name -> Integer.parseInt(name.group(1)))
        .toList();
  }

  /**
   * Reads a shard's report.
   *
   * @throws FileNotFoundException or {@link NoSuchFileException} if there is none yet
   */
  public ShardReport read(int shard) throws IOException {
    try (InputStream in = storage.open(path(shard))) {
      return ShardReport.fromJson(in.readAllBytes());
    }
  }

  /**
   * Reads the report of every shard, in order.
   *
   * @throws SnapshotIncompleteException if a shard has none
   */
  public List<ShardReport> readAll(int shardCount) throws IOException {
    List<ShardReport> reports = new ArrayList<>(shardCount);
    for (int shard = 0; shard < shardCount; shard++) {
      try {
        reports.add(read(shard));
      } catch (FileNotFoundException | NoSuchFileException e) {
        throw new SnapshotIncompleteException(
            "shard "
                + shard
                + " has not reported: every worker must share "
                + storage.describe(""));
      }
    }
    return reports;
  }

  private String path(int shard) {
    return String.format(Locale.ROOT, "%s/%s/shard-%05d.json", staging, FOLDER, shard);
  }
}
