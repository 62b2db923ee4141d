package io.github.papersluice.runners;

import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * What a runner needs beside what Beam sees to. Found through {@link ServiceLoader} by the runner's
 * name; a runner without one is left to Beam.
 */
interface RunnerSupport {

  /** The simple name of the runner's class, as {@code --runner} has it. */
  String runner();

  /** The arguments with those that this job's use of the runner asks for. */
  RunnerArguments complete(RunnerArguments arguments);

  /**
   * Checks what the runner would find out late, and say badly.
   *
   * @throws IllegalArgumentException if an argument cannot be right; the message says what to do
   */
  void check(RunnerArguments arguments);

  /** Sets what cannot be given as an argument. */
  void configure(PipelineOptions options);

  /** Whether the runner comes in a jar of its own, which {@code scripts/run} builds. */
  boolean hasOwnJar();

  /** The support for a runner, if there is any. */
  static Optional<RunnerSupport> of(String runner) {
    return ServiceLoader.load(RunnerSupport.class, RunnerSupport.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(support -> support.runner().equals(runner))
        .findFirst();
  }
}
