package io.github.papersluice.job;

import io.github.papersluice.cli.CommandException;
import io.github.papersluice.cli.DigestOptions;
import io.github.papersluice.cli.ExitStatus;
import io.github.papersluice.cli.ProgressLine;
import io.github.papersluice.hash.Sha256;
import io.github.papersluice.reading.InputHashes;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlan;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.PublishedSnapshot;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardReportFiles;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotId;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.check.CarryOver;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import io.github.papersluice.transforms.BeamDigestOpener;
import io.github.papersluice.transforms.CarriedDigests;
import io.github.papersluice.transforms.ExtractShards;
import io.github.papersluice.transforms.InputFiles;
import io.github.papersluice.transforms.OutputFolder;
import io.github.papersluice.transforms.RunProgress;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;

/** One run of the job: match the inputs, plan shards, run the pipeline, publish the snapshot. */
public final class SnapshotRun {
  /** Where {@code scripts/run} says that standard error is a terminal. */
  private static final String TERMINAL_PROPERTY = "papersluice.terminal";

  private final DigestOptions options;
  private final PipelineOptions beamOptions;
  private final PrintWriter err;
  private InputFiles inputs;

  public SnapshotRun(DigestOptions options, PipelineOptions beamOptions, PrintWriter err) {
    this.options = options;
    this.beamOptions = beamOptions;
    this.err = err;
  }

  /** What was read, once the inputs have been matched. */
  public InputFiles inputs() {
    return inputs;
  }

  PublishedSnapshot execute() throws IOException {
    FileSystems.setDefaultPipelineOptions(beamOptions);
    inputs = match();
    Sha256.expect(inputs.byteLength());
    OutputFolder output = output();
    SnapshotStorage storage = output.storage();
    try (SnapshotPublisher publisher = open(storage)) {
      SortedMap<String, String> hashes = hashesIfAnyIsStanding(storage);
      Optional<PublishedSnapshot> standing = standing(storage, hashes);
      standing.ifPresent(there -> requireStrictness(there.manifest().counts().rejections()));
      PublishedSnapshot published =
          standing.isPresent() ? standing.get() : make(output, storage, publisher, hashes);
      publisher.makeLatest(published.name());
      if (options.keep != null) {
        publisher.prune(options.keep);
      }
      return published;
    }
  }

  private PublishedSnapshot make(
      OutputFolder output,
      SnapshotStorage storage,
      SnapshotPublisher publisher,
      SortedMap<String, String> hashes)
      throws IOException {
    ShardPlan plan = ShardPlanner.plan(inputs.files(), options.shardSize, new BeamDigestOpener());
    ShardReportFiles reportFiles = new ShardReportFiles(storage, publisher.staging());
    await(
        pipeline(plan, output, publisher.staging(), carried(storage, hashes)),
        new ReportedProgress(plan.shards(), reportFiles));
    List<ShardReport> reports = reportFiles.readAll(plan.shards().size());
    PublishRequest request = request(reports, plan);
    inputs.requireUnchanged(request.inputHashes());
    requireStrictness(reports.stream().mapToLong(report -> report.rows(Table.REJECTIONS)).sum());
    return publisher.publish(request);
  }

  private OutputFolder output() {
    try {
      return OutputFolder.of(options.output);
    } catch (IllegalArgumentException e) {
      throw unusable("--output", e);
    }
  }

  /** Some file systems of Beam say only at their first use that they lack an option. */
  private static SnapshotPublisher open(SnapshotStorage storage) throws IOException {
    try {
      return SnapshotPublisher.open(storage);
    } catch (IllegalArgumentException e) {
      throw unusable("--output", e);
    }
  }

  private static CommandException unusable(String option, IllegalArgumentException reason) {
    return new CommandException(
        ExitStatus.BAD_OPTIONS,
        option
            + ": "
            + reason.getMessage()
            + " (scripts/run has s3, gcs, azure and hdfs by PAPERSLUICE_PROFILES; README tells what"
            + " options each needs)",
        reason);
  }

  private InputFiles match() throws IOException {
    try {
      return InputFiles.match(options.inputs());
    } catch (FileNotFoundException e) {
      throw new CommandException(
          ExitStatus.NO_INPUT, "no digest found at " + e.getMessage() + ": check --input", e);
    } catch (IllegalArgumentException e) {
      throw unusable("--input", e);
    }
  }

  /**
   * Hashing the inputs is far cheaper than extracting them, and is done only where there is a
   * snapshot to compare with.
   */
  private SortedMap<String, String> hashesIfAnyIsStanding(SnapshotStorage storage)
      throws IOException {
    return SnapshotFolder.latestName(storage).isPresent()
        ? InputHashes.of(inputs.files(), new BeamDigestOpener())
        : new TreeMap<>();
  }

  private CarriedDigests carried(SnapshotStorage storage, SortedMap<String, String> hashes)
      throws IOException {
    Optional<String> latest =
        options.incremental ? SnapshotFolder.latestName(storage) : Optional.empty();
    Optional<SnapshotFolder> earlier =
        latest.isEmpty() ? Optional.empty() : SnapshotFolder.find(storage, latest.get());
    if (earlier.isEmpty() || isDamaged(earlier.get())) {
      return CarriedDigests.NONE;
    }
    try (CarryOver carryOver = CarryOver.open(earlier.get())) {
      return carryOver.isOf(ProductVersion.current(), shapingOptions())
          ? CarriedDigests.of(latest.get(), carryOver, hashes)
          : CarriedDigests.NONE;
    }
  }

  /** What is wrong in an earlier snapshot must not become right in this one. */
  private boolean isDamaged(SnapshotFolder earlier) throws IOException {
    List<String> faults = SnapshotVerifier.verifySums(earlier);
    if (!faults.isEmpty()) {
      err.println(
          "papersluice: "
              + earlier.location()
              + " is damaged, all digests are read anew: "
              + faults.get(0));
    }
    return !faults.isEmpty();
  }

  /** The snapshot that this run would make, if it is there already. */
  private Optional<PublishedSnapshot> standing(
      SnapshotStorage storage, SortedMap<String, String> hashes) throws IOException {
    if (hashes.isEmpty()) {
      return Optional.empty();
    }
    String id =
        SnapshotId.of(
            ProductVersion.current(), SnapshotId.options(writeOptions(), shapingOptions()), hashes);
    String name = options.snapshot == null ? id : options.snapshot;
    return SnapshotFolder.find(storage, name)
        .filter(SnapshotFolder::hasManifest)
        .filter(folder -> folder.manifest().id().equals(id))
        .map(
            folder ->
                new PublishedSnapshot(
                    name,
                    folder.location(),
                    PublishedSnapshot.Outcome.UNCHANGED,
                    folder.manifest()));
  }

  private Pipeline pipeline(
      ShardPlan plan, OutputFolder output, String staging, CarriedDigests carried) {
    for (ShardPlan.Duplicate duplicate : plan.duplicates()) {
      err.println(
          "papersluice: "
              + duplicate.name()
              + " has the bytes of "
              + duplicate.original()
              + ": read once");
    }
    List<Shard> shards = plan.shards();
    limitThreads(shards.size());
    Pipeline pipeline = Pipeline.create(beamOptions);
    DigestPipeline.build(
        pipeline,
        shards,
        new ExtractShards.Settings(
            output, staging, shards.size(), writeOptions(), options.digestYear, carried));
    return pipeline;
  }

  /**
   * A thread of the Direct Runner that has no shard goes round in circles to see if one is done,
   * and takes the time from those that have.
   */
  private void limitThreads(int shards) {
    if (beamOptions.getRunner() == DirectRunner.class) {
      DirectOptions direct = beamOptions.as(DirectOptions.class);
      direct.setTargetParallelism(Math.max(1, Math.min(direct.getTargetParallelism(), shards)));
    }
  }

  private void await(Pipeline pipeline, ReportedProgress reported) {
    if (!Boolean.getBoolean(TERMINAL_PROPERTY)) {
      pipeline.run().waitUntilFinish();
      return;
    }
    try (ProgressLine line = new ProgressLine(err, inputs.byteLength(), reported)) {
      // The Flink Runner comes back when all is done, the others at once.
      PipelineResult result = pipeline.run();
      line.follow(() -> RunProgress.of(result.metrics()));
      result.waitUntilFinish();
    }
  }

  private void requireStrictness(long rejections) {
    if (options.strict && rejections > 0) {
      throw new CommandException(
          ExitStatus.REJECTIONS,
          rejections
              + " pieces of the input were rejected, and --strict is on: nothing was published"
              + " (run without --strict to see them in the table rejections)");
    }
  }

  private WriteOptions writeOptions() {
    return new WriteOptions(options.formats, options.csvFormulaGuard, "null");
  }

  private PublishRequest request(List<ShardReport> reports, ShardPlan plan) {
    return new PublishRequest(
        options.snapshot,
        options.overwrite,
        false,
        ProductVersion.current(),
        writeOptions(),
        shapingOptions(),
        reports,
        skipped(reports, plan),
        List.of(new CompanionFiles(options.snapshot, options.attribution.value())));
  }

  private Map<String, String> shapingOptions() {
    Map<String, String> shaping = new TreeMap<>(options.attribution.shapingOptions());
    shaping.put("shardSize", Long.toString(options.shardSize));
    if (options.digestYear != null) {
      shaping.put("digestYear", options.digestYear.toString());
    }
    return shaping;
  }

  private static List<Manifest.SkippedInput> skipped(List<ShardReport> reports, ShardPlan plan) {
    Map<String, String> digestIds = new HashMap<>();
    for (ShardReport report : reports) {
      report.digests().forEach(digest -> digestIds.put(digest.name(), digest.digestId()));
    }
    return plan.duplicates().stream()
        .map(copy -> new Manifest.SkippedInput(copy.name(), digestIds.get(copy.original())))
        .toList();
  }
}
