package io.github.papersluice.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the program's commands and options. */
@Command(
    name = "completion",
    description = {
      "Prints a completion script for a shell: source <(papersluice completion bash).",
      ""
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  /** The program's name where it is installed. */
  static final String PROGRAM = "papersluice";

  /** The shells that are known. */
  enum Shell {
    /** GNU Bash. */
    BASH,

    /** The Z shell, which reads Bash's script. */
    ZSH,

    /** fish. */
    FISH
  }

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = spec.parent().commandLine();
    spec.commandLine()
        .getOut()
        .print(
            shell == Shell.FISH
                ? FishCompletion.of(PROGRAM, program)
                : AutoComplete.bash(PROGRAM, program));
    return ExitStatus.DONE.code();
  }
}
