package io.github.papersluice.transforms;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.SegmentReader;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.shards.ShardExtraction;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.StagingMark;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.check.CarriedParts;
import io.github.papersluice.snapshot.check.CarryOver;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.reflect.DoFnInvokers;
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
   * @param dialects what is said of the digests' dialects
   * @param carried digests that are taken from an earlier snapshot
   */
  public record Settings(
      OutputFolder output,
      String staging,
      int shardCount,
      WriteOptions writeOptions,
      Integer digestYear,
      DialectChoice dialects,
      CarriedDigests carried)
      implements Serializable {}

  /** Extraction with these settings. */
  public static ExtractShards with(Settings settings) {
    return new ExtractShards(settings);
  }

  /** Has Beam generate the class by which it calls this step's function, ahead of its use. */
  public static void generateInvoker() {
    DoFnInvokers.invokerFor(new ExtractFn(null));
  }

  @Override
  public PCollection<ShardReport> expand(PCollection<Shard> shards) {
    return shards
        .apply("ExtractShard", ParDo.of(new ExtractFn(settings)))
        .setCoder(JsonCoder.of(ShardReport.class));
  }

  static final class ExtractFn extends DoFn<Shard, ShardReport> {
    private static final long serialVersionUID = 1L;

    private final Settings settings;
    private final Counter bytesRead = RunProgress.bytesRead();
    private final Counter recordsWritten = RunProgress.recordsWritten();
    private transient ShardExtraction extraction;
    private transient CarryOver carryOver;
    private transient CarriedParts carriedParts;

    ExtractFn(Settings settings) {
      this.settings = settings;
    }

    @Setup
    public void openSources() throws IOException {
      extraction =
          new ShardExtraction(
              new SegmentReader(
                  new BeamDigestOpener(), settings.digestYear(), settings.dialects()));
      if (!settings.carried().isEmpty()) {
        SnapshotFolder earlier = settings.carried().find(settings.output().storage());
        carryOver = CarryOver.open(earlier);
        carriedParts = CarriedParts.of(earlier);
      }
    }

    @Teardown
    public void closeSources() throws IOException {
      if (carryOver != null) {
        carryOver.close();
      }
    }

    @ProcessElement
    public void process(@Element Shard shard, OutputReceiver<ShardReport> reports)
        throws IOException {
      if (isCarried(shard)) {
        reports.output(carry(shard));
        bytesRead.inc(shard.length());
        return;
      }
      try (ShardWriter writer = open(shard)) {
        for (DigestSegment segment : shard.segments()) {
          write(segment, writer);
          bytesRead.inc(segment.length());
        }
        reports.output(writer.finish());
      }
    }

    /** Whether the earlier snapshot's parts of this number are this shard's. */
    private boolean isCarried(Shard shard) {
      return carriedParts != null
          && settings
              .carried()
              .wholeDigests(shard, carryOver)
              .filter(digests -> carriedParts.holds(shard.index(), digests))
              .isPresent()
          && carriedParts.fault(shard.index()) == null;
    }

    private ShardReport carry(Shard shard) throws IOException {
      SnapshotStorage storage = settings.output().storage();
      StagingMark.require(storage, settings.staging());
      return carriedParts.carry(
          storage,
          settings.staging(),
          shard.index(),
          settings.shardCount(),
          UUID.randomUUID().toString());
    }

    private void write(DigestSegment segment, ShardWriter writer) throws IOException {
      if (settings.carried().holds(segment) && isWhole(segment, writer)) {
        settings.carried().copy(segment, carryOver, writer);
      } else {
        recordsWritten.inc(extraction.write(segment, writer));
      }
    }

    /** What is wrong in an earlier snapshot must not become right in this one. */
    private boolean isWhole(DigestSegment segment, ShardWriter writer) {
      for (int shard : settings.carried().shardsOf(segment, carryOver)) {
        String fault = carriedParts.fault(shard);
        if (fault != null) {
          writer.damaged(fault);
          return false;
        }
      }
      return true;
    }

    private ShardWriter open(Shard shard) throws IOException {
      SnapshotStorage storage = settings.output().storage();
      StagingMark.require(storage, settings.staging());
      return ShardWriter.open(
          storage,
          settings.staging(),
          shard.index(),
          settings.shardCount(),
          UUID.randomUUID().toString(),
          settings.writeOptions());
    }
  }
}
