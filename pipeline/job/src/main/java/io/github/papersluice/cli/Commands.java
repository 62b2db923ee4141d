package io.github.papersluice.cli;

import io.github.papersluice.runners.BeamOptions;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The commands: parses arguments, runs the one that is meant, and reports how it failed. */
public final class Commands {
  private Commands() {}

  /**
   * Begins what takes long and does not depend on the arguments' values, in other threads.
   *
   * @param args as {@link #execute} will get them
   */
  public static void prepare(String[] args) {
    if (RunCommand.isMeantBy(args)) {
      BeamOptions.prepare();
    }
  }

  /**
   * Runs a command.
   *
   * @return the code of an {@link ExitStatus}
   */
  public static int execute(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine commandLine =
        RunCommand.commandLine(args)
            .setOut(TerminalWriter.over(out))
            .setErr(TerminalWriter.over(err))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Commands::reportParameters)
            .setExecutionExceptionHandler(Commands::reportFailure);
    // A run passes on what it does not know to Beam; no other command does.
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.setUnmatchedArgumentsAllowed(false));
    int code = commandLine.execute(args);
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    return code;
  }

  private static int reportParameters(ParameterException e, String[] args) {
    CommandLine commandLine = e.getCommandLine();
    StringBuilder message = new StringBuilder(oneLine(e.getMessage()));
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      var suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        message.append("; did you mean ").append(suggestions.get(0)).append('?');
      }
    }
    message.append(" (--help lists the options)");
    List<String> given = List.of(args);
    if (RunCommand.isMeantBy(args) && given.contains(MachineOptions.JSON)) {
      commandLine
          .getOut()
          .println(
              RunResult.failed(
                      ExitStatus.BAD_OPTIONS,
                      message.toString(),
                      RunCommand.secondsSinceStart(),
                      List.of())
                  .toJson());
    }
    MachineOptions.LogFormat format =
        given.contains(MachineOptions.LOG_FORMAT + "=json")
            ? MachineOptions.LogFormat.JSON
            : MachineOptions.LogFormat.TEXT;
    new Log(commandLine.getErr(), format).error(message.toString());
    return ExitStatus.BAD_OPTIONS.code();
  }

  private static int reportFailure(
      Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
    boolean debug = isDebugging(parsed);
    PrintWriter err = commandLine.getErr();
    if (debug) {
      e.printStackTrace(err);
    }
    Log log =
        new Log(
            err,
            parsed.matchedOptionValue(MachineOptions.LOG_FORMAT, MachineOptions.LogFormat.TEXT));
    if (e instanceof CommandException command) {
      log.error(oneLine(command.getMessage()));
      return command.status().code();
    }
    log.error(
        "internal error: "
            + oneLine(e.toString())
            + rootCause(e)
            + (debug ? "" : " (run again with --debug for the stack trace, and report it)"));
    return ExitStatus.INTERNAL_ERROR.code();
  }

  /** What a runner says of a job that failed is in the innermost cause. */
  private static String rootCause(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == e || e.toString().contains(cause.toString())
        ? ""
        : ", caused by " + oneLine(cause.toString());
  }

  private static boolean isDebugging(CommandLine.ParseResult parsed) {
    return parsed.hasMatchedOption("--debug")
        || (parsed.hasSubcommand() && isDebugging(parsed.subcommand()));
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
