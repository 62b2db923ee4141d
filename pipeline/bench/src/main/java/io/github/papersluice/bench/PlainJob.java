package io.github.papersluice.bench;

import io.github.papersluice.cli.DigestOptions;
import io.github.papersluice.hash.Sha256;
import io.github.papersluice.job.CompanionFiles;
import io.github.papersluice.job.ProductVersion;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.reading.DigestOpener;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.SegmentReader;
import io.github.papersluice.reading.SegmentSink;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlan;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import io.github.papersluice.text.FactScanner;
import io.github.papersluice.transforms.InputFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;

/**
 * The job without Beam: the same stages in the same order, driven by a loop, to the same published
 * snapshot, byte for byte. What the job takes longer than this is what Beam costs.
 *
 * <p>{@code java -cp papersluice.jar:test-classes io.github.papersluice.PlainJob THREADS
 * --input=... --output=...}, with the options of the job.
 */
final class PlainJob {
  private static final DigestOpener OPENER = location -> Files.newByteChannel(Path.of(location));

  private final DigestOptions options;
  private final WriteOptions writeOptions;
  private final SnapshotStorage storage;

  private PlainJob(DigestOptions options) {
    this.options = options;
    this.writeOptions = new WriteOptions(options.formats, options.csvFormulaGuard, "null");
    this.storage = new LocalStorage(Path.of(options.output).toAbsolutePath().normalize());
  }

  public static void main(String[] arguments) throws Exception {
    DigestOptions options = new DigestOptions();
    new CommandLine(options).parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));
    new PlainJob(options).run(Integer.parseInt(arguments[0]));
  }

  private void run(int threads) throws Exception {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      InputFiles inputs = InputFiles.match(options.inputs());
      Sha256.expect(inputs.byteLength());
      ShardPlan plan = ShardPlanner.plan(inputs.files(), options.shardSize, OPENER);
      if (!plan.duplicates().isEmpty()) {
        throw new IllegalArgumentException("inputs with equal bytes: " + plan.duplicates());
      }
      publisher.publish(request(extract(plan.shards(), publisher.staging(), threads)));
    }
  }

  private List<ShardReport> extract(List<Shard> shards, String staging, int threads)
      throws InterruptedException, ExecutionException {
    ThreadLocal<SegmentReader> readers =
        ThreadLocal.withInitial(() -> new SegmentReader(OPENER, options.digestYear));
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ShardReport>> pending = new ArrayList<>();
      for (Shard shard : shards) {
        pending.add(executor.submit(() -> write(shard, shards.size(), staging, readers.get())));
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

  private ShardReport write(Shard shard, int shardCount, String staging, SegmentReader reader)
      throws IOException {
    try (ShardWriter writer =
        ShardWriter.open(storage, staging, shard.index(), shardCount, "plain", writeOptions)) {
      SegmentSink rows = new Rows(writer);
      for (DigestSegment segment : shard.segments()) {
        reader.read(segment, rows);
      }
      return writer.finish();
    }
  }

  private PublishRequest request(List<ShardReport> reports) {
    Map<String, String> shaping = new TreeMap<>(options.attribution.shapingOptions());
    shaping.put("shardSize", Long.toString(options.shardSize));
    return new PublishRequest(
        options.snapshot,
        options.overwrite,
        false,
        ProductVersion.current(),
        writeOptions,
        shaping,
        reports,
        List.of(),
        List.of(new CompanionFiles(options.snapshot, options.attribution.value())));
  }

  private record Rows(ShardWriter writer) implements SegmentSink {
    @Override
    public void record(String digestId, long recordNumber, String digestDate, PaperText paper)
        throws IOException {
      writer.paper(digestId, recordNumber, digestDate, paper, FactScanner.scan(paper));
    }

    @Override
    public void rejection(String digestId, long ordinal, Rejection rejection) throws IOException {
      writer.rejection(digestId, ordinal, rejection);
    }

    @Override
    public void digest(DigestSummary summary) throws IOException {
      writer.digest(summary);
    }
  }
}
