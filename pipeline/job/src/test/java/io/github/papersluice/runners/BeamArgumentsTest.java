package io.github.papersluice.runners;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.cli.DigestOptions;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BeamArgumentsTest {

  @Test
  void theDirectRunnerHasAThreadAProcessorUnlessToldOtherwise() {
    assertThat(threads(), is(Runtime.getRuntime().availableProcessors()));
    assertThat(threads("--targetParallelism=7"), is(7));
  }

  private static int threads(String... arguments) {
    return BeamArguments.parse(List.of(arguments), new CommandLine(new DigestOptions()))
        .as(DirectOptions.class)
        .getTargetParallelism();
  }
}
