package io.github.papersluice.cli;

import io.github.papersluice.job.ProductVersion;
import io.github.papersluice.job.SnapshotRun;
import io.github.papersluice.runners.BeamOptions;
import io.github.papersluice.runners.UnknownOptionException;
import io.github.papersluice.snapshot.PublishedSnapshot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.beam.sdk.options.PipelineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The job itself: digests in, a snapshot out. */
@Command(
    name = "scripts/run",
    customSynopsis = {"scripts/run [OPTION]...", "       scripts/run COMMAND [OPTION]..."},
    description = {
      "Turns digests of machine-learning papers into tables: digests, papers, links, model_sizes"
          + " and rejections, as Avro and CSV, in a snapshot that anyone can reproduce.",
      ""
    },
    footer = {
      "",
      "Further options are passed on to Beam, such as --runner or --targetParallelism.",
      "",
      "Exit status: 0 done; 1 internal error; 2 bad options; 3 no input found; 4 unreadable or"
          + " changed input; 5 rejections under --strict; 6 output that cannot be written; 7 faults"
          + " found."
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true,
    versionProvider = RunCommand.Version.class)
final class RunCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Unmatched private List<String> beamArguments = new ArrayList<>();

  @Spec private CommandSpec spec;

  /** Whether a command line is that of a run, and not of another command or a call for help. */
  static boolean isMeantBy(String[] arguments) {
    List<String> given = List.of(arguments);
    return (given.isEmpty() || given.get(0).startsWith("-"))
        && given.stream().noneMatch(List.of("--help", "-h", "--version", "-V")::contains);
  }

  /**
   * The command line of a run and of the other commands. To describe these takes a tenth of the
   * time of a small run: left out where all arguments are options, as none of them can be meant.
   */
  static CommandLine commandLine(String[] arguments) {
    CommandLine commandLine = new CommandLine(new RunCommand());
    if (isMeantBy(arguments) && List.of(arguments).stream().allMatch(a -> a.startsWith("-"))) {
      return commandLine;
    }
    return commandLine
        .addSubcommand(new VerifyCommand())
        .addSubcommand(new DiffCommand())
        .addSubcommand(new QueryCommand())
        .addSubcommand(new PublishCommand())
        .addSubcommand(new EvaluateCommand())
        .addSubcommand(new CommandLine.HelpCommand());
  }

  @Override
  public Integer call() {
    options.validate();
    BeamOptions.initializeClasses();
    PipelineOptions beamOptions = beamOptions();
    SnapshotRun run =
        new SnapshotRun(
            options.settings(), beamOptions, new TerminalListener(spec.commandLine().getErr()));
    PublishedSnapshot published = Failures.translated(run::execute);
    new RunSummary(run.inputs(), secondsSinceStart()).print(published, spec.commandLine().getOut());
    return ExitStatus.DONE.code();
  }

  private PipelineOptions beamOptions() {
    try {
      return BeamOptions.parse(beamArguments);
    } catch (UnknownOptionException e) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS, UnknownArgument.message(e, spec.commandLine()), e);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitStatus.BAD_OPTIONS, e.getMessage(), e);
    }
  }

  private static double secondsSinceStart() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
  }

  /** The version as {@code --version} prints it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Papersluice " + ProductVersion.current()};
    }
  }
}
