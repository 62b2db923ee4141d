package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.warehouse.PublishedTable;
import io.github.papersluice.warehouse.TablePublisher;
import io.github.papersluice.warehouse.UnreadableSnapshotException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts a snapshot into Iceberg tables. */
@Command(
    name = "publish",
    description = {
      "Puts a snapshot into Apache Iceberg tables below a folder.",
      "The tables are those of a snapshot, under papersluice in a Hadoop catalog. The rows of its"
          + " digests take the place of older ones, also of an earlier file of the same name; an older"
          + " snapshot after a newer one is refused. Each publication is a version to travel back to, whose"
          + " summary holds the snapshot's name and the SHA-256 of its SHA256SUMS. Publishing the"
          + " same snapshot again changes nothing.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 done; 2 bad options; 3 no snapshot, or one without Avro; 4 unreadable"
          + " snapshot; 6 warehouse that cannot be read or written,"
          + " or holds a newer snapshot."
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  private static final String ICEBERG = "iceberg";

  @Option(
      names = "--iceberg",
      required = true,
      paramLabel = "WAREHOUSE",
      description = "The catalog's folder, made unless it exists.")
  private Path warehouse;

  @Option(
      names = "--exact",
      description =
          "Have the tables equal the snapshot: rows of digests that it lacks are removed, too.")
  private boolean exact;

  @Mixin private SnapshotChoice choice;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    TablePublisher publisher =
        TablePublisher.of(ICEBERG).orElseThrow(PublishCommand::librariesMissing);
    SnapshotChoice.Found found = choice.find();
    if (!found.inventory().has(Format.AVRO)) {
      throw new CommandException(
          ExitStatus.NO_INPUT, found.folder() + " holds no Avro, which publication reads");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (PublishedTable table : published(publisher, found)) {
      out.print(line(table));
    }
    return ExitStatus.DONE.code();
  }

  private Iterable<PublishedTable> published(TablePublisher publisher, SnapshotChoice.Found found) {
    try {
      return publisher.publish(
          found.inventory().name(),
          SnapshotFolder.at(found.folder()),
          warehouse.toAbsolutePath().normalize(),
          exact);
    } catch (UnreadableSnapshotException e) {
      throw new CommandException(
          ExitStatus.UNREADABLE_INPUT, found.folder() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandException(
          ExitStatus.OUTPUT_UNAVAILABLE, warehouse + ": " + e.getMessage(), e);
    }
  }

  private static CommandException librariesMissing() {
    return new CommandException(
        ExitStatus.BAD_OPTIONS,
        "Iceberg needs libraries that are not on the class path: start the job by scripts/run"
            + " publish, which fetches them once");
  }

  private static String line(PublishedTable table) {
    return String.format(
        Locale.ROOT,
        "%-12s %,10d rows added, %,10d removed   version %s (%s)\n",
        table.table().tableName(),
        table.added(),
        table.removed(),
        table.version(),
        table.changed() ? "new" : "there already");
  }
}
