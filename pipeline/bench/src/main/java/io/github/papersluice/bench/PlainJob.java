package io.github.papersluice.bench;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.job.CompanionFiles;
import io.github.papersluice.job.ProductVersion;
import io.github.papersluice.reading.DigestOpener;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.SegmentReader;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlan;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.shards.ShardExtraction;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import io.github.papersluice.transforms.InputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The job without Beam: the same stages in the same order, driven by a loop, to the same published
 * snapshot, byte for byte. What the job takes longer than this is what Beam costs.
 *
 * <p>{@code java -cp papersluice.jar:bench/classes io.github.papersluice.bench.PlainJob THREADS
 * INPUT OUTPUT}, with the job's default options.
 */
final class PlainJob {
  private static final DigestOpener OPENER = location -> Files.newByteChannel(Path.of(location));

  private final List<String> inputs;
  private final SnapshotStorage storage;

  private PlainJob(String input, String output) {
    this.inputs = List.of(input);
    this.storage = new LocalStorage(Path.of(output).toAbsolutePath().normalize());
  }

  public static void main(String[] arguments) throws Exception {
    new PlainJob(arguments[1], arguments[2]).run(Integer.parseInt(arguments[0]));
  }

  private void run(int threads) throws Exception {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      InputFiles files = InputFiles.match(inputs);
      Sha256.expect(files.byteLength());
      ShardPlan plan = ShardPlanner.plan(files.files(), ShardPlanner.DEFAULT_SHARD_SIZE, OPENER);
      if (!plan.duplicates().isEmpty()) {
        throw new IllegalArgumentException("inputs with equal bytes: " + plan.duplicates());
      }
      publisher.publish(request(extract(plan.shards(), publisher.staging(), threads)));
    }
  }

  private List<ShardReport> extract(List<Shard> shards, String staging, int threads)
      throws InterruptedException, ExecutionException {
    ThreadLocal<ShardExtraction> extractions =
        ThreadLocal.withInitial(() -> new ShardExtraction(new SegmentReader(OPENER, null)));
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ShardReport>> pending = new ArrayList<>();
      for (Shard shard : shards) {
        pending.add(executor.submit(() -> write(shard, shards.size(), staging, extractions.get())));
      }
      List<ShardReport> reports = new ArrayList<>();
      for (Future<ShardReport> report : pending) {
        reports.add(report.get());
      }
      return reports;
    } finally {
      executor.shutdownNow();
    }
  }

  private ShardReport write(Shard shard, int shardCount, String staging, ShardExtraction extraction)
      throws IOException {
    try (ShardWriter writer =
        ShardWriter.open(
            storage, staging, shard.index(), shardCount, "plain", WriteOptions.DEFAULT)) {
      for (DigestSegment segment : shard.segments()) {
        extraction.write(segment, writer);
      }
      return writer.finish();
    }
  }

  private static PublishRequest request(List<ShardReport> reports) {
    return new PublishRequest(
        null,
        false,
        false,
        ProductVersion.current(),
        WriteOptions.DEFAULT,
        Map.of("shardSize", Long.toString(ShardPlanner.DEFAULT_SHARD_SIZE)),
        reports,
        List.of(),
        List.of(new CompanionFiles(null, Attribution.unknown())));
  }
}
