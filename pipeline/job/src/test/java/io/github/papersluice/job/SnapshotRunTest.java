package io.github.papersluice.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.runners.BeamOptions;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Format;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotRunTest {
  @TempDir private Path output;

  @Test
  void has_no_more_threads_than_shards() throws Exception {
    PipelineOptions beamOptions = BeamOptions.parse(List.of("--targetParallelism=7"));
    RunSettings settings =
        new RunSettings(
            List.of("../../seeds"),
            output.toString(),
            null,
            false,
            null,
            DialectChoice.RECOGNISE,
            8 << 20,
            List.of(Format.AVRO, Format.CSV),
            false,
            Attribution.unknown(),
            false,
            null,
            true,
            Acceptance.ANY);

    new SnapshotRun(settings, beamOptions, RunListener.NONE).execute();

    assertThat(beamOptions.as(DirectOptions.class).getTargetParallelism(), is(1));
  }
}
