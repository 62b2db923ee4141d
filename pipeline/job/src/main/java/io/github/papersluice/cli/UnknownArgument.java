package io.github.papersluice.cli;

import io.github.papersluice.runners.UnknownOptionException;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/** Says of an argument that nothing knows what may have been meant. */
final class UnknownArgument {
  private UnknownArgument() {}

  /** The message, with the nearest option or command there is. */
  static String message(UnknownOptionException unknown, CommandLine commandLine) {
    String argument = unknown.argument();
    if (!argument.startsWith("-")) {
      return "'"
          + argument
          + "' is not an option"
          + NearestOption.to(argument, commandLine.getSubcommands().keySet())
              .map(command -> "; did you mean the command " + command + "?")
              .orElse("; a digest is named by --input=" + argument);
    }
    Set<String> options = new TreeSet<>(unknown.known());
    options.addAll(commandLine.getCommandSpec().optionsMap().keySet());
    return unknown.getMessage()
        + NearestOption.to(argument, options)
            .map(option -> "; did you mean " + option + "?")
            .orElse("")
        + " (--help lists the options)";
  }
}
