package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.SnapshotDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is different between two snapshots. */
@Command(
    name = "diff",
    description = {
      "Prints papers, links and model sizes that were added, are gone or have changed between two"
          + " snapshots.",
      "That is what to look at after an upgrade or a new day.",
      ""
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "The older snapshot's folder.")
  private Path older;

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer snapshot's folder.")
  private Path newer;

  @Option(names = "--json", description = "Print JSON lines.")
  private boolean json;

  @Spec private CommandSpec spec;

  private long changes;

  @Override
  public Integer call() {
    requireSnapshot(older);
    requireSnapshot(newer);
    Failures.readingSnapshots(this::compare);
    return ExitStatus.DONE.code();
  }

  private static void requireSnapshot(Path folder) {
    if (!Files.isRegularFile(folder.resolve(Manifest.FILE))) {
      throw new CommandException(ExitStatus.NO_INPUT, "no snapshot at " + folder);
    }
  }

  private Long compare() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SnapshotDiff.compare(
        SnapshotFolder.at(older),
        SnapshotFolder.at(newer),
        change -> {
          changes++;
          out.println(
              json ? new String(change.toJson(), StandardCharsets.UTF_8).strip() : change.toText());
        });
    if (!json) {
      out.println("papersluice: " + (changes == 0 ? "no" : changes) + " differences");
    }
    return changes;
  }
}
