package io.github.papersluice.runners;

import io.github.papersluice.cli.CommandException;
import io.github.papersluice.cli.ExitStatus;
import io.github.papersluice.cli.NearestOption;
import io.github.papersluice.transforms.ExtractShards;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.FileStagingOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.resourcehints.ResourceHints;
import picocli.CommandLine;

/** The arguments that are not ours: those of Beam and of its runners, or typing errors. */
public final class BeamArguments {
  private BeamArguments() {}

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
   * Reads them. The Direct Runner's checks, which copy every element, are off unless asked for, and
   * it has as many threads as there are processors, where its own default is three at least.
   *
   * @param arguments what is left once our own options are taken out
   * @param commandLine knows our own options
   * @throws CommandException if one is neither ours nor Beam's, which names the nearest there is;
   *     if the runner is one that another jar holds; or if a value is wrong
   */
  public static PipelineOptions parse(List<String> arguments, CommandLine commandLine) {
    List<String> given = withDefault(arguments, "--enforceImmutability", "false");
    given = withDefault(given, "--enforceEncodability", "false");
    given = withDefault(given, "--blockOnRun", "false");
    int processors = Runtime.getRuntime().availableProcessors();
    given = withDefault(given, "--targetParallelism", Integer.toString(processors));
    // Beam sets the root logger to INFO when a pipeline runs unless a level is given here.
    given = withDefault(given, "--defaultSdkHarnessLogLevel", "WARN");
    try {
      PipelineOptions options =
          PipelineOptionsFactory.fromArgs(given.toArray(String[]::new)).create();
      if (RunnerJar.askedFor(arguments).isPresent()) {
        stageOwnJar(options.as(FileStagingOptions.class));
      }
      return options;
    } catch (IllegalArgumentException e) {
      throw rejected(arguments, commandLine, e);
    }
  }

  /**
   * Keeps the libraries of {@code spark-submit} and the like, which started this process and are on
   * its class path, from being sent to the workers, which have them: only the jar is, that was
   * loaded beside that path.
   */
  private static void stageOwnJar(FileStagingOptions options) {
    if (options.getFilesToStage() == null) {
      RunnerJar.besideClassPath(System.getProperty("java.class.path"))
          .ifPresent(jar -> options.setFilesToStage(List.of(jar.toString())));
    }
  }

  private static List<String> withDefault(List<String> arguments, String name, String value) {
    if (arguments.stream().anyMatch(argument -> argument.startsWith(name + "="))) {
      return arguments;
    }
    return Stream.concat(arguments.stream(), Stream.of(name + "=" + value)).toList();
  }

  private static RuntimeException rejected(
      List<String> arguments, CommandLine commandLine, IllegalArgumentException reason) {
    Optional<RunnerJar> jar = RunnerJar.askedFor(arguments);
    if (jar.isPresent() && !isBeams(jar.get().argument())) {
      return new CommandException(ExitStatus.BAD_OPTIONS, jar.get().absence(), reason);
    }
    for (String argument : arguments) {
      if (!isBeams(argument)) {
        return new CommandException(ExitStatus.BAD_OPTIONS, unknown(argument, commandLine), reason);
      }
    }
    return new CommandException(ExitStatus.BAD_OPTIONS, reason.getMessage(), reason);
  }

  private static String unknown(String argument, CommandLine commandLine) {
    if (!argument.startsWith("-")) {
      Set<String> commands = commandLine.getSubcommands().keySet();
      return "'"
          + argument
          + "' is no option"
          + NearestOption.to(argument, commands)
              .map(command -> "; did you mean the command " + command + "?")
              .orElse("; a digest is named by --input=" + argument);
    }
    Set<String> options = beamNames();
    options.addAll(commandLine.getCommandSpec().optionsMap().keySet());
    return "unknown option '"
        + argument
        + "'"
        + NearestOption.to(argument, options)
            .map(option -> "; did you mean " + option + "?")
            .orElse("")
        + " (--help lists the options)";
  }

  /** The options of Beam and of the runners in this jar: the properties of their interfaces. */
  private static Set<String> beamNames() {
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

  private static boolean isBeams(String argument) {
    try {
      PipelineOptionsFactory.fromArgs(argument).create();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
