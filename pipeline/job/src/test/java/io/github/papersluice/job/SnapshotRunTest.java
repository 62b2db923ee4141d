package io.github.papersluice.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.cli.DigestOptions;
import io.github.papersluice.runners.BeamArguments;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SnapshotRunTest {
  @TempDir private Path output;

  @Test
  void hasNoMoreThreadsThanShards() throws Exception {
    DigestOptions options = new DigestOptions();
    CommandLine commandLine = new CommandLine(options);
    commandLine.parseArgs("--input=../seeds", "--output=" + output);
    PipelineOptions beamOptions =
        BeamArguments.parse(List.of("--targetParallelism=7"), commandLine);

    new SnapshotRun(options, beamOptions, new PrintWriter(Writer.nullWriter())).execute();

    assertThat(beamOptions.as(DirectOptions.class).getTargetParallelism(), is(1));
  }
}
