package io.github.papersluice;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.LocalStorage;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardReportFiles;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.SnapshotStorage;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.transforms.BeamDigestOpener;
import io.github.papersluice.transforms.CarriedDigests;
import io.github.papersluice.transforms.ExtractShards;
import io.github.papersluice.transforms.OutputFolder;
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
        contains(".papersluice.lock", "LATEST", "s"));
    assertThat(
        new LocalStorage(repeated).list("s/avro/papers"),
        is(new LocalStorage(once).list("s/avro/papers")));
  }

  private static List<Shard> plan() throws IOException {
    Path seed = Path.of("../seeds", SEED).toAbsolutePath().normalize();
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
      Pipeline pipeline =
          Pipeline.create(PipelineOptionsFactory.fromArgs("--targetParallelism=4").create());
      DigestPipeline.build(
          pipeline,
          executed,
          new ExtractShards.Settings(
              outputFolder, publisher.staging(), shardCount, WRITE, null, CarriedDigests.NONE));
      pipeline.run().waitUntilFinish();
      List<ShardReport> reports =
          new ShardReportFiles(storage, publisher.staging()).read(shardCount);
      publisher.publish(
          new PublishRequest(
              "s", false, false, "test", WRITE, Map.of(), reports, List.of(), List.of()));
    }
    return output;
  }
}
