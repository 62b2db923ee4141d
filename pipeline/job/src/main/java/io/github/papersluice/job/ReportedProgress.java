package io.github.papersluice.job;

import io.github.papersluice.reading.Shard;
import io.github.papersluice.snapshot.ShardReportFiles;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.transforms.RunProgress;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How far a run is, by the shards that have reported: for runners that let nobody ask for metrics
 * before the pipeline is done. For one thread.
 */
public final class ReportedProgress implements Supplier<RunProgress> {
  private final List<Shard> shards;
  private final ShardReportFiles reports;
  private final Set<Integer> counted = new HashSet<>();
  private long bytes;
  private long records;

  /**
   * The progress of a run.
   *
   * @param shards its shards by their index
   * @param reports where their reports appear
   */
  public ReportedProgress(List<Shard> shards, ShardReportFiles reports) {
    this.shards = shards;
    this.reports = reports;
  }

  @Override
  public RunProgress get() {
    try {
      for (int shard : reports.shardsReported()) {
        if (counted.add(shard)) {
          bytes += shards.get(shard).length();
          records += reports.read(shard).rows(Table.PAPERS);
        }
      }
    } catch (IOException e) {
      // It shows what it knows; the run itself will say what is wrong with the output.
    }
    return new RunProgress(bytes, records);
  }
}
