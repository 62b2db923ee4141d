package io.github.papersluice.transforms;

import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.WriteOptions;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Reads each shard, extracts its facts and writes its part of every table into the staging folder.
 * A shard that is tried twice, one after the other or at once, gives two sets of files with equal
 * bytes under different names; the report of the attempt that the runner commits names the set that
 * is published.
 */
public final class ExtractShards extends PTransform<PCollection<Shard>, PCollection<ShardReport>> {
  private static final long serialVersionUID = 1L;

  private final Settings settings;

  private ExtractShards(Settings settings) {
    this.settings = settings;
  }

  /**
   * What a worker needs to know.
   *
   * @param output where the files are written
   * @param staging the run's staging folder in it
   * @param shardCount how many shards the run has
   * @param writeOptions how tables are written
   * @param digestYear the year of date lines without one, or null
   */
  public record Settings(
      OutputFolder output,
      String staging,
      int shardCount,
      WriteOptions writeOptions,
      Integer digestYear)
      implements Serializable {}

  /** Extraction with these settings. */
  public static ExtractShards with(Settings settings) {
    return new ExtractShards(settings);
  }

  @Override
  public PCollection<ShardReport> expand(PCollection<Shard> shards) {
    return shards
        .apply("ExtractShard", ParDo.of(new ExtractFn(settings)))
        .setCoder(JsonCoder.of(ShardReport.class));
  }

  private static final class ExtractFn extends DoFn<Shard, ShardReport> {
    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final BeamDigestOpener opener = new BeamDigestOpener();

    ExtractFn(Settings settings) {
      this.settings = settings;
    }

    @ProcessElement
    public void process(@Element Shard shard, OutputReceiver<ShardReport> reports)
        throws IOException {
      String attempt = UUID.randomUUID().toString();
      try (ShardWriter writer =
          ShardWriter.open(
              settings.output().storage(),
              settings.staging(),
              shard.index(),
              settings.shardCount(),
              attempt,
              settings.writeOptions())) {
        ShardTables tables = new ShardTables(writer, new RunProgress());
        for (DigestSegment segment : shard.segments()) {
          tables.read(segment, opener, settings.digestYear());
        }
        reports.output(writer.finish());
      }
    }
  }
}
