package io.github.papersluice.cli;

import io.github.papersluice.query.QueryException;
import io.github.papersluice.query.QueryLimits;
import io.github.papersluice.query.ResultFormat;
import io.github.papersluice.query.SnapshotDatabase;
import io.github.papersluice.snapshot.Format;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into a snapshot without a warehouse. */
@Command(
    name = "query",
    description = {
      "Runs an SQL query over a snapshot's CSV through DuckDB and prints what it finds.",
      "Tables:"
          + " digests, papers, links, model_sizes, rejections; and the views of schemas/views.sql."
          + " Nothing is written, and no other file can be read.",
      ""
    },
    footer = {
      "",
      "Example: scripts/run query \"SELECT title, largest_parameters FROM papers ORDER BY 2 DESC"
          + " NULLS LAST\"",
      "",
      "Exit status: 0 done; 2 bad options or SQL; 3 no snapshot, or one without CSV; 4 unreadable"
          + " manifest."
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SQL", description = "One query, in DuckDB's SQL.")
  private String sql;

  @Mixin private SnapshotChoice choice;

  @ArgGroup(exclusive = true)
  private MachineFormat machineFormat = new MachineFormat();

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      defaultValue = "50",
      description = "The widest cell of the printed table. Default: ${DEFAULT-VALUE}.")
  private int width;

  @Option(
      names = "--timeLimit",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long the query may run. Default: ${DEFAULT-VALUE}.")
  private int timeLimit;

  @Option(
      names = "--memoryLimit",
      paramLabel = "SIZE",
      defaultValue = "2GB",
      converter = RunOptions.ByteSizeConverter.class,
      description = "How much memory DuckDB may take. Default: ${DEFAULT-VALUE}.")
  private long memoryLimit;

  @Spec private CommandSpec spec;

  private static final class MachineFormat {
    @Option(names = "--csv", description = "Print CSV: all rows, no cell cut.")
    private boolean csv;

    @Option(names = "--json", description = "Print a JSON object a row: all rows, no cell cut.")
    private boolean json;

    private ResultFormat chosen() {
      if (csv) {
        return ResultFormat.CSV;
      }
      return json ? ResultFormat.JSON : ResultFormat.TABLE;
    }
  }

  @Override
  public Integer call() throws IOException {
    if (width < 1) {
      throw new CommandException(ExitStatus.BAD_OPTIONS, "--width is at least 1, not " + width);
    }
    if (timeLimit < 1) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS, "--timeLimit is a number of seconds from 1, not " + timeLimit);
    }
    SnapshotChoice.Found found = choice.find();
    if (!found.inventory().has(Format.CSV)) {
      throw new CommandException(
          ExitStatus.NO_INPUT,
          found.folder() + " holds no CSV, which queries read: write it with --formats=avro,csv");
    }
    PrintWriter data = TerminalWriter.data(spec.commandLine().getOut());
    try (SnapshotDatabase database =
        SnapshotDatabase.open(
            found.folder(), found.inventory(), new QueryLimits(timeLimit, memoryLimit))) {
      database.run(sql, machineFormat.chosen().writer(data, width));
    } catch (QueryException e) {
      throw new CommandException(ExitStatus.BAD_OPTIONS, e.getMessage(), e);
    }
    return ExitStatus.DONE.code();
  }
}
