package io.github.papersluice.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.job.DigestPipeline;
import io.github.papersluice.job.ReportedProgress;
import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardReportFiles;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import io.github.papersluice.transforms.BeamDigestOpener;
import io.github.papersluice.transforms.CarriedDigests;
import io.github.papersluice.transforms.ExtractShards;
import io.github.papersluice.transforms.OutputFolder;
import io.github.papersluice.transforms.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a runner does that retries, or that starts a slow task a second time beside the first. */
class RepeatedShardTest {
  private static final String SEED = "000_69aeb77fef9e3c50.txt";
  private static final WriteOptions WRITE =
      new WriteOptions(List.of(Format.AVRO, Format.CSV), false, "null");

  @TempDir private Path folder;

  @Test
  void a_shard_done_three_times_at_once_gives_one_result() throws IOException {
    List<Shard> shards = plan();
    Path once = publish("once", shards, shards.size());
    List<Shard> thrice = new ArrayList<>(shards);
    thrice.addAll(shards);
    thrice.addAll(shards);
    Path repeated = publish("repeated", thrice, shards.size());

    assertThat(
        Files.readString(repeated.resolve("s/SHA256SUMS")),
        is(Files.readString(once.resolve("s/SHA256SUMS"))));
    assertThat(
        "nothing is left of the other attempts",
        new LocalStorage(repeated).list(""),
        contains(".papersluice.lock", "HISTORY", "LATEST", "s"));
    assertThat(
        new LocalStorage(repeated).list("s/avro/papers"),
        is(new LocalStorage(once).list("s/avro/papers")));
  }

  /** A straggler of a dead run, or a worker that sees another folder under the output's name. */
  @Test
  void a_worker_without_the_run_s_staging_folder_stops_and_leaves_nothing() throws IOException {
    List<Shard> shards = plan();
    OutputFolder output = new OutputFolder(folder.resolve("gone").toString());
    String staging;
    try (SnapshotPublisher publisher = SnapshotPublisher.open(output.storage())) {
      staging = publisher.staging();
    }
    CommandException failure =
        assertThrows(
            CommandException.class,
            () ->
                Failures.translated(
                    () -> {
                      execute(shards, output, staging, shards.size());
                      return null;
                    }));
    assertThat(failure.status(), is(ExitStatus.OUTPUT_UNAVAILABLE));
    assertThat(failure.getMessage(), containsString("every worker must share"));
    assertThat(output.storage().list(""), contains(".papersluice.lock"));
  }

  @Test
  void progress_is_told_by_the_shards_that_have_reported() throws IOException {
    List<Shard> shards = plan();
    OutputFolder output = new OutputFolder(folder.resolve("progress").toString());
    try (SnapshotPublisher publisher = SnapshotPublisher.open(output.storage())) {
      ReportedProgress progress =
          new ReportedProgress(shards, new ShardReportFiles(output.storage(), publisher.staging()));
      assertThat(progress.get(), is(new RunProgress(0, 0)));
      execute(shards.subList(0, 1), output, publisher.staging(), shards.size());
      RunProgress first = progress.get();
      assertThat(first.bytes(), is(shards.get(0).length()));
      assertThat(first.records(), is(both(greaterThan(0L)).and(lessThan(91L))));
      execute(shards, output, publisher.staging(), shards.size());
      assertThat(progress.get(), is(new RunProgress(lengthOf(shards), 91)));
    }
  }

  private static long lengthOf(List<Shard> shards) {
    return shards.stream().mapToLong(Shard::length).sum();
  }

  private static List<Shard> plan() throws IOException {
    Path seed = Path.of("../../seeds", SEED).toAbsolutePath().normalize();
    DigestFile file = new DigestFile(SEED, seed.toString(), Files.size(seed));
    List<Shard> shards = ShardPlanner.plan(List.of(file), 30_000, new BeamDigestOpener()).shards();
    assertThat(shards.size(), is(greaterThan(3)));
    return shards;
  }

  private Path publish(String name, List<Shard> executed, int shardCount) throws IOException {
    Path output = folder.resolve(name);
    OutputFolder outputFolder = new OutputFolder(output.toString());
    SnapshotStorage storage = outputFolder.storage();
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      execute(executed, outputFolder, publisher.staging(), shardCount);
      List<ShardReport> reports =
          new ShardReportFiles(storage, publisher.staging()).readAll(shardCount);
      publisher.publish(
          new PublishRequest(
              "s", false, false, "test", WRITE, Map.of(), reports, List.of(), List.of()));
    }
    return output;
  }

  private static void execute(
      List<Shard> shards, OutputFolder output, String staging, int shardCount) {
    Pipeline pipeline =
        Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=4").create());
    DigestPipeline.build(
        pipeline,
        shards,
        new ExtractShards.Settings(
            output,
            staging,
            shardCount,
            WRITE,
            null,
            DialectChoice.RECOGNISE,
            CarriedDigests.NONE));
    pipeline.run().waitUntilFinish();
  }
}
