package io.github.papersluice.cli;

import io.github.papersluice.job.ProductVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the manual page, in the form that {@code man} reads (man-pages(7)). */
@Command(
    name = "man",
    description = {"Prints the manual page: papersluice man | man -l -.", ""},
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = spec.parent().commandLine();
    StringBuilder page = new StringBuilder();
    page.append(".TH PAPERSLUICE 1 \"\" \"Papersluice ")
        .append(ProductVersion.current())
        .append("\"\n.SH NAME\npapersluice \\- digests of machine-learning papers to tables\n");
    section(page, "SYNOPSIS AND OPTIONS", program);
    program.getSubcommands().forEach((name, command) -> section(page, "COMMAND " + name, command));
    spec.commandLine().getOut().print(page);
    return ExitStatus.DONE.code();
  }

  private static void section(StringBuilder page, String title, CommandLine command) {
    page.append(".SH \"").append(title).append("\"\n.nf\n");
    command
        .getUsageMessage(Ansi.OFF)
        .lines()
        .map(ManCommand::escaped)
        .forEach(line -> page.append(line).append('\n'));
    page.append(".fi\n");
  }

  /**
   * A line as roff prints it: a backslash, and a dot or quote at its start, mean something else.
   */
  private static String escaped(String line) {
    String text = line.replace("\\", "\\e").replace("-", "\\-");
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }
}
