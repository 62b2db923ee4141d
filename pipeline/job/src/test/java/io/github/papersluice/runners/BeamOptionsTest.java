package io.github.papersluice.runners;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.junit.jupiter.api.Test;

class BeamOptionsTest {

  @Test
  void theDirectRunnerHasAThreadAProcessorUnlessToldOtherwise() {
    assertThat(threads(), is(Runtime.getRuntime().availableProcessors()));
    assertThat(threads("--targetParallelism=7"), is(7));
  }

  private static int threads(String... arguments) {
    return BeamOptions.parse(List.of(arguments)).as(DirectOptions.class).getTargetParallelism();
  }
}
