package io.github.papersluice.job;

import io.github.papersluice.reading.Shard;
import io.github.papersluice.transforms.ExtractShards;
import io.github.papersluice.transforms.ReadShards;
import io.github.papersluice.transforms.WriteReports;
import java.util.List;
import org.apache.beam.sdk.Pipeline;

/** The job's pipeline: wiring only. */
public final class DigestPipeline {
  private DigestPipeline() {}

  /**
   * Adds the job to a pipeline. Once it has run, the staging folder holds every shard's part of
   * each table, and its report.
   *
   * @param shards what to read, as planned
   * @param settings how, and where to
   */
  public static void build(Pipeline pipeline, List<Shard> shards, ExtractShards.Settings settings) {
    pipeline
        .apply("ReadShards", ReadShards.of(shards))
        .apply("ExtractShards", ExtractShards.with(settings))
        .apply("WriteReports", WriteReports.into(settings.output(), settings.staging()));
  }
}
