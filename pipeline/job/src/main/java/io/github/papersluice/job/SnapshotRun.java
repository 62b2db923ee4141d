package io.github.papersluice.job;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.reading.InputHashes;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlan;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.runners.BeamOptions;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.PublishedSnapshot;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardReportFiles;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotId;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.snapshot.check.CarryOver;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import io.github.papersluice.transforms.BeamDigestOpener;
import io.github.papersluice.transforms.CarriedDigests;
import io.github.papersluice.transforms.ExtractShards;
import io.github.papersluice.transforms.InputFiles;
import io.github.papersluice.transforms.OutputFolder;
import io.github.papersluice.transforms.RunProgress;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;

/** One run of the job: match the inputs, plan shards, run the pipeline, publish the snapshot. */
public final class SnapshotRun {
  private final RunSettings settings;
  private final PipelineOptions beamOptions;
  private final RunListener listener;
  private InputFiles inputs;

  /**
   * A run that has not begun.
   *
   * @param beamOptions Beam's, as {@code runners} parses them
   * @param listener is told how it goes
   */
  public SnapshotRun(RunSettings settings, PipelineOptions beamOptions, RunListener listener) {
    this.settings = settings;
    this.beamOptions = beamOptions;
    this.listener = listener;
  }

  /** What was read, once the inputs have been matched. */
  public InputFiles inputs() {
    return inputs;
  }

  /**
   * Reads the inputs and publishes the snapshot, or finds that it is there already.
   *
   * @throws RunFailure if the settings or inputs do not allow it
   * @throws IOException if an input cannot be read or the output cannot be written
   */
  public PublishedSnapshot execute() throws IOException {
    FileSystems.setDefaultPipelineOptions(beamOptions);
    inputs = match();
    Sha256.expect(inputs.byteLength());
    OutputFolder output = output();
    SnapshotStorage storage = output.storage(settings.durable());
    try (SnapshotPublisher publisher = open(storage)) {
      SortedMap<String, String> hashes = hashesIfSnapshotExists(storage);
      Optional<PublishedSnapshot> existing = existing(storage, hashes);
      existing.ifPresent(
          there -> {
            Manifest.Counts counts = there.manifest().counts();
            settings.acceptance().require(counts.papers(), counts.rejections());
          });
      PublishedSnapshot published =
          existing.isPresent() ? existing.get() : make(output, storage, publisher, hashes);
      publisher.makeLatest(published);
      if (settings.keep() != null) {
        publisher.prune(settings.keep());
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
    ShardPlan plan =
        ShardPlanner.plan(
            inputs.files(), settings.shardSize(), new BeamDigestOpener(), settings.dialects());
    ShardReportFiles reportFiles = new ShardReportFiles(storage, publisher.staging());
    await(
        pipeline(plan, output, publisher.staging(), carried(storage, hashes)),
        new ReportedProgress(plan.shards(), reportFiles));
    List<ShardReport> reports = reportFiles.readAll(plan.shards().size());
    warnOfDamage(reports);
    PublishRequest request = request(reports, plan);
    inputs.requireUnchanged(request.inputHashes());
    settings.acceptance().require(rows(reports, Table.PAPERS), rows(reports, Table.REJECTIONS));
    return publisher.publish(request);
  }

  private OutputFolder output() {
    try {
      return OutputFolder.of(settings.output());
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

  private static RunFailure unusable(String option, IllegalArgumentException reason) {
    return new RunFailure(
        RunFailure.Cause.SETTINGS,
        option
            + ": "
            + reason.getMessage()
            + " (scripts/run has s3, gcs, azure and hdfs by PAPERSLUICE_PROFILES; README tells what"
            + " options each needs)",
        reason);
  }

  private InputFiles match() throws IOException {
    try {
      return InputFiles.match(settings.inputs());
    } catch (FileNotFoundException e) {
      throw new RunFailure(
          RunFailure.Cause.NO_INPUT, "no digest found at " + e.getMessage() + ": check --input", e);
    } catch (IllegalArgumentException e) {
      throw unusable("--input", e);
    }
  }

  /**
   * Hashing the inputs is far cheaper than extracting them, and is done only where there is a
   * snapshot to compare with.
   */
  private SortedMap<String, String> hashesIfSnapshotExists(SnapshotStorage storage)
      throws IOException {
    return SnapshotFolder.latestName(storage).isPresent()
        ? InputHashes.of(inputs.files(), new BeamDigestOpener())
        : new TreeMap<>();
  }

  private CarriedDigests carried(SnapshotStorage storage, SortedMap<String, String> hashes)
      throws IOException {
    Optional<String> latest =
        settings.incremental() ? SnapshotFolder.latestName(storage) : Optional.empty();
    Optional<SnapshotFolder> earlier =
        latest.isEmpty() ? Optional.empty() : SnapshotFolder.find(storage, latest.get());
    if (earlier.isEmpty() || !earlier.get().hasManifest()) {
      return CarriedDigests.NONE;
    }
    try (CarryOver carryOver = CarryOver.open(earlier.get())) {
      return carryOver.isOf(ProductVersion.current(), settings.shapingOptions())
          ? CarriedDigests.of(latest.get(), carryOver, hashes, isWrittenAsNow(earlier.get()))
          : CarriedDigests.NONE;
    }
  }

  private boolean isWrittenAsNow(SnapshotFolder earlier) {
    return earlier
        .manifest()
        .options()
        .equals(SnapshotId.options(settings.writeOptions(), settings.shapingOptions()));
  }

  private void warnOfDamage(List<ShardReport> reports) {
    reports.stream()
        .flatMap(report -> report.damagedParts().stream())
        .distinct()
        .forEach(
            part ->
                listener.warning(
                    part
                        + " of the latest snapshot is damaged: its digests were read anew; run verify"
                        + " on that snapshot"));
  }

  /** The snapshot that this run would make, if it is there already. */
  private Optional<PublishedSnapshot> existing(
      SnapshotStorage storage, SortedMap<String, String> hashes) throws IOException {
    if (hashes.isEmpty()) {
      return Optional.empty();
    }
    String id =
        SnapshotId.of(
            ProductVersion.current(),
            SnapshotId.options(settings.writeOptions(), settings.shapingOptions()),
            hashes);
    String name = settings.snapshot() == null ? id : settings.snapshot();
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

  private void tellDuplicates(List<ShardPlan.Duplicate> duplicates) {
    if (duplicates.isEmpty()) {
      return;
    }
    String first = duplicates.get(0).name() + " has the bytes of " + duplicates.get(0).original();
    if (duplicates.size() == 1) {
      listener.warning(first + ": read once");
      return;
    }
    listener.warning(
        duplicates.size()
            + " files have the bytes of others and are read once (--debug names all); the first: "
            + first);
    for (ShardPlan.Duplicate duplicate : duplicates) {
      listener.detail(
          duplicate.name() + " has the bytes of " + duplicate.original() + ": read once");
    }
  }

  private Pipeline pipeline(
      ShardPlan plan, OutputFolder output, String staging, CarriedDigests carried) {
    tellDuplicates(plan.duplicates());
    List<Shard> shards = plan.shards();
    BeamOptions.limitThreads(beamOptions, shards.size());
    Pipeline pipeline = Pipeline.create(beamOptions);
    DigestPipeline.build(
        pipeline,
        shards,
        new ExtractShards.Settings(
            output,
            staging,
            shards.size(),
            settings.writeOptions(),
            settings.digestYear(),
            settings.dialects(),
            carried));
    return pipeline;
  }

  private void await(Pipeline pipeline, ReportedProgress reported) {
    try (RunListener.Progress progress = listener.begin(inputs.byteLength(), reported)) {
      // The Flink Runner comes back when all is done, the others at once.
      PipelineResult result = pipeline.run();
      progress.follow(() -> RunProgress.of(result.metrics()));
      result.waitUntilFinish();
    }
  }

  private static long rows(List<ShardReport> reports, Table table) {
    return reports.stream().mapToLong(report -> report.rows(table)).sum();
  }

  private PublishRequest request(List<ShardReport> reports, ShardPlan plan) {
    return new PublishRequest(
        settings.snapshot(),
        settings.overwrite(),
        settings.durable(),
        ProductVersion.current(),
        settings.writeOptions(),
        settings.shapingOptions(),
        reports,
        skipped(reports, plan),
        List.of(new CompanionFiles(settings.snapshot(), settings.attribution())));
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
