package io.github.papersluice;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.services.dataflow.model.DataflowPackage;
import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.job.DigestPipeline;
import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.snapshot.Format;
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
import org.apache.beam.runners.dataflow.util.PackageUtil.StagedFile;
import org.apache.beam.runners.dataflow.util.Stager;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job as Dataflow gets it: the Dataflow Runner translates the pipeline and writes the job's
 * description into a file, without a network, an account or a job that runs. {@code -Pdataflow}.
 */
class DataflowTemplateTest {
  private static final String SEED = "000_69aeb77fef9e3c50.txt";

  @TempDir private Path folder;

  @Test
  void the_runner_translates_every_step_of_the_job() throws IOException {
    Path template = folder.resolve("job.json");
    Pipeline pipeline = Pipeline.create(options(template));
    List<Shard> shards = plan();
    DigestPipeline.build(pipeline, shards, settings(shards.size()));
    pipeline.run();

    JsonNode job = new ObjectMapper().readTree(template.toFile());
    assertThat(job.path("type").asText(), is("JOB_TYPE_BATCH"));
    List<String> steps = new ArrayList<>();
    job.path("steps").forEach(step -> steps.add(step.at("/properties/user_name/value").asText()));
    assertThat(steps, hasItem(startsWith("ReadShards/ReadPlan")));
    assertThat(steps, hasItem(startsWith("ExtractShards/ExtractShard")));
    assertThat(steps, hasItem(startsWith("WriteReports/WriteReport")));
  }

  private static PipelineOptions options(Path template) {
    return PipelineOptionsFactory.fromArgs(
            "--runner=DataflowRunner",
            "--project=some-project",
            "--region=us-central1",
            "--gcpTempLocation=gs://bucket/temporary",
            "--templateLocation=" + template,
            "--credentialFactoryClass=" + NoopCredentialFactory.class.getName(),
            "--pathValidatorClass=" + NoopPathValidator.class.getName(),
            "--stagerClass=" + NoStager.class.getName())
        .create();
  }

  private static List<Shard> plan() throws IOException {
    Path seed = Path.of("../../seeds", SEED).toAbsolutePath().normalize();
    DigestFile file = new DigestFile(SEED, seed.toString(), Files.size(seed));
    return ShardPlanner.plan(List.of(file), 30_000, new BeamDigestOpener()).shards();
  }

  private static ExtractShards.Settings settings(int shardCount) {
    return new ExtractShards.Settings(
        new OutputFolder("gs://bucket/tables"),
        ".staging-test",
        shardCount,
        new WriteOptions(List.of(Format.AVRO, Format.CSV), false, "null"),
        null,
        DialectChoice.RECOGNISE,
        CarriedDigests.NONE);
  }

  /** Uploads nothing, and says where it would lie. */
  public static final class NoStager implements Stager {
    private NoStager() {}

    /** What Dataflow's options look for. */
    public static NoStager fromOptions(PipelineOptions options) {
      return new NoStager();
    }

    @Override
    public List<DataflowPackage> stageFiles(List<StagedFile> files) {
      return files.stream().map(file -> staged(file.getDestination())).toList();
    }

    @Override
    public DataflowPackage stageToFile(byte[] bytes, String baseName) {
      return staged(baseName);
    }

    private static DataflowPackage staged(String name) {
      return new DataflowPackage().setName(name).setLocation("gs://bucket/temporary/" + name);
    }
  }
}
