package io.github.papersluice.cli;

import io.github.papersluice.job.ProductVersion;
import io.github.papersluice.job.RunSettings;
import io.github.papersluice.job.SnapshotRun;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.runners.BeamOptions;
import io.github.papersluice.runners.UnknownOptionException;
import io.github.papersluice.snapshot.PublishedSnapshot;
import java.io.IOException;
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
    name = CompletionCommand.PROGRAM,
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
          + " changed input; 5 a result that --strict, --max-rejections or"
          + " --fail-if-empty refuses; 6 output that cannot be written; 7 faults"
          + " found."
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true,
    versionProvider = RunCommand.Version.class)
final class RunCommand implements Callable<Integer> {
  /** Where the launcher says by which name it was started. */
  private static final String PROGRAM_PROPERTY = "papersluice.program";

  /** How many digests a warning names. */
  private static final int NAMED = 3;

  @Mixin private RunOptions options;

  @Mixin private MachineOptions machine;

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
    String program = System.getProperty(PROGRAM_PROPERTY, CompletionCommand.PROGRAM);
    commandLine
        .getCommandSpec()
        .name(program)
        .usageMessage()
        .customSynopsis(program + " [OPTION]...", "       " + program + " COMMAND [OPTION]...");
    if (isMeantBy(arguments) && List.of(arguments).stream().allMatch(a -> a.startsWith("-"))) {
      return commandLine;
    }
    return commandLine
        .addSubcommand(new SnapshotsCommand())
        .addSubcommand(new VerifyCommand())
        .addSubcommand(new DiffCommand())
        .addSubcommand(new DialectsCommand())
        .addSubcommand(new InspectCommand())
        .addSubcommand(new QueryCommand())
        .addSubcommand(new ExplainCommand())
        .addSubcommand(new PublishCommand())
        .addSubcommand(new EvaluateCommand())
        .addSubcommand(new CompletionCommand())
        .addSubcommand(new ManCommand())
        .addSubcommand(new CommandLine.HelpCommand());
  }

  @Override
  public Integer call() throws IOException {
    TerminalListener listener =
        new TerminalListener(spec.commandLine().getErr(), machine, options.isDebugging());
    try {
      options.validate();
      BeamOptions.initializeClasses();
      PipelineOptions beamOptions = beamOptions();
      RunSettings settings = options.settings();
      if (!options.readsStandardInput()) {
        return run(settings, beamOptions, listener);
      }
      try (StandardInput in = StandardInput.read(System.in, options.standardInputName())) {
        return run(settings.withInputs(in.in(settings.inputs())), beamOptions, listener);
      }
    } catch (RuntimeException e) {
      ExitStatus status =
          e instanceof CommandException command ? command.status() : ExitStatus.INTERNAL_ERROR;
      report(RunResult.failed(status, e.getMessage(), secondsSinceStart(), listener.warnings()));
      throw e;
    }
  }

  private int run(RunSettings settings, PipelineOptions beamOptions, TerminalListener listener)
      throws IOException {
    SnapshotRun run = new SnapshotRun(settings, beamOptions, listener);
    PublishedSnapshot published = Failures.translated(run::execute);
    warnOfDigestsWithoutPapers(published, listener);
    double seconds = secondsSinceStart();
    if (!machine.quiet() && !machine.json()) {
      new RunSummary(run.inputs(), seconds).print(published, spec.commandLine().getOut());
    }
    report(RunResult.of(published, seconds, listener.warnings()));
    return ExitStatus.DONE.code();
  }

  private static void warnOfDigestsWithoutPapers(
      PublishedSnapshot published, TerminalListener listener) {
    List<String> empty =
        published.manifest().inputs().stream()
            .filter(digest -> digest.paperCount() == 0)
            .map(DigestSummary::name)
            .toList();
    if (!empty.isEmpty()) {
      listener.warning(
          (empty.size() == 1 ? "1 digest" : empty.size() + " digests")
              + " gave no papers: "
              + String.join(", ", empty.subList(0, Math.min(NAMED, empty.size())))
              + (empty.size() > NAMED ? ", ..." : "")
              + " (the table rejections says why; inspect FILE shows how a file is read)");
    }
  }

  private void report(RunResult result) throws IOException {
    if (machine.json()) {
      spec.commandLine().getOut().println(result.toJson());
    }
    if (machine.metrics() != null) {
      result.writeMetrics(machine.metrics());
    }
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

  static double secondsSinceStart() {
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
