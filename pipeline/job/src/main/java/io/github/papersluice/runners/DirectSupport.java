package io.github.papersluice.runners;

import org.apache.beam.sdk.options.PipelineOptions;

/** Beam's own runner, inside this process. */
public final class DirectSupport implements RunnerSupport {
  static final String RUNNER = "DirectRunner";

  @Override
  public String runner() {
    return RUNNER;
  }

  /**
   * Its checks, which copy every element (Beam's documentation of the Direct Runner), are off, and
   * it has as many threads as there are processors, where its own default is three at least.
   */
  @Override
  public RunnerArguments complete(RunnerArguments arguments) {
    int processors = Runtime.getRuntime().availableProcessors();
    return arguments
        .withDefault("enforceImmutability", "false")
        .withDefault("enforceEncodability", "false")
        .withDefault("blockOnRun", "false")
        .withDefault("targetParallelism", Integer.toString(processors));
  }

  @Override
  public void check(RunnerArguments arguments) {}

  @Override
  public void configure(PipelineOptions options) {}

  @Override
  public boolean hasOwnJar() {
    return false;
  }
}
