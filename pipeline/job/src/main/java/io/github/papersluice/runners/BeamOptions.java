package io.github.papersluice.runners;

import io.github.papersluice.transforms.ExtractShards;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.resourcehints.ResourceHints;

/** Beam's options and its runners', made from the arguments that are not the job's own. */
public final class BeamOptions {
  private BeamOptions() {}

  /**
   * Begins to set up Beam's options in a thread of its own. That is a third of a small run, and the
   * command line is parsed and the classes of the run are loaded meanwhile.
   */
  public static void prepare() {
    Thread thread = new Thread(PipelineOptionsFactory::getRegisteredOptions, "beam-options");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Initializes classes that the run will need and that need no options, in the time in which this
   * thread would only wait for what {@link #prepare} began.
   */
  public static void initializeClasses() {
    ResourceHints.create();
    ExtractShards.generateInvoker();
  }

  /**
   * Reads arguments, completed by what the chosen runner needs.
   *
   * @param arguments what is left once the job's own options are taken out
   * @throws UnknownOptionException if one is not Beam's
   * @throws IllegalArgumentException if the runner is in another jar, a value is wrong, or a
   *     cluster cannot be reached; the message says what to do
   */
  public static PipelineOptions parse(List<String> arguments) {
    RunnerArguments given = new RunnerArguments(arguments);
    Optional<RunnerSupport> support = RunnerSupport.of(given.runner());
    // Beam sets the root logger to INFO when a pipeline runs unless a level is given here.
    RunnerArguments completed =
        support
            .map(runner -> runner.complete(given))
            .orElse(given)
            .withDefault("defaultSdkHarnessLogLevel", "WARN");
    PipelineOptions options = create(completed, given, support);
    support.ifPresent(
        runner -> {
          runner.check(given);
          runner.configure(options);
        });
    return options;
  }

  /**
   * A thread of the Direct Runner that has no shard goes round in circles to see if one is done,
   * and takes the time from those that have.
   */
  public static void limitThreads(PipelineOptions options, int shards) {
    if (options.getRunner() == DirectRunner.class) {
      DirectOptions direct = options.as(DirectOptions.class);
      direct.setTargetParallelism(Math.max(1, Math.min(direct.getTargetParallelism(), shards)));
    }
  }

  private static PipelineOptions create(
      RunnerArguments completed, RunnerArguments given, Optional<RunnerSupport> support) {
    try {
      return PipelineOptionsFactory.fromArgs(completed.toArray()).create();
    } catch (IllegalArgumentException e) {
      throw rejected(given, support, e);
    }
  }

  private static IllegalArgumentException rejected(
      RunnerArguments given, Optional<RunnerSupport> support, IllegalArgumentException reason) {
    String runner = given.runner();
    if (support.filter(RunnerSupport::hasOwnJar).isPresent()
        && !isBeams(RunnerArguments.choosing(runner))) {
      return new IllegalArgumentException(
          runner
              + " is not in this jar: give the same options to scripts/run, which builds its own",
          reason);
    }
    for (String argument : given.toList()) {
      if (!isBeams(argument)) {
        return new UnknownOptionException(argument, names(), reason);
      }
    }
    return reason;
  }

  private static boolean isBeams(String argument) {
    try {
      PipelineOptionsFactory.fromArgs(argument).create();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The options of Beam and of the runners in this jar: the properties of their interfaces. */
  private static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Class<?> options : PipelineOptionsFactory.getRegisteredOptions()) {
      for (Method method : options.getMethods()) {
        if (method.getName().startsWith("set") && method.getParameterCount() == 1) {
          String name = method.getName().substring("set".length());
          names.add("--" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
      }
    }
    return names;
  }
}
