package io.github.papersluice.cli;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.dialects.Dialects;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the forms that digests are read in. */
@Command(
    name = "dialects",
    description = {
      "Lists the dialects: the forms that digests are read in, a line each. A digest's dialect is"
          + " recognised by its content; structured forms are tried in this order.",
      ""
    },
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class DialectsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Dialects.of(DialectChoice.RECOGNISE)
        .all()
        .forEach(
            dialect ->
                out.printf(Locale.ROOT, "%-20s %s%n", dialect.name(), dialect.description()));
    return ExitStatus.DONE.code();
  }
}
