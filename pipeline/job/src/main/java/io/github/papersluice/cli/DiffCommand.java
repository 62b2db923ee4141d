package io.github.papersluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.query.TerminalText;
import io.github.papersluice.snapshot.Json;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.Change;
import io.github.papersluice.snapshot.check.SnapshotDiff;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The older snapshot: its folder, or its name in the output folder.")
  private String older;

  @Parameters(index = "1", paramLabel = "NEW", description = "The newer snapshot.")
  private String newer;

  @Mixin private OutputOption output;

  @Option(names = "--summary", description = "Print how many of each kind, not each.")
  private boolean summary;

  @Option(names = "--json", description = "Print JSON lines.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final Map<String, Long> changes = new TreeMap<>();

  @Override
  public Integer call() {
    Path before = output.snapshot(older);
    Path after = output.snapshot(newer);
    Failures.readingSnapshots(() -> compare(before, after));
    return ExitStatus.DONE.code();
  }

  private Integer compare(Path before, Path after) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SnapshotDiff.compare(
        SnapshotFolder.at(before), SnapshotFolder.at(after), change -> take(change, out));
    if (summary) {
      changes.forEach((kind, count) -> out.println(json ? line(kind, count) : kind + " " + count));
    }
    long count = changes.values().stream().mapToLong(Long::longValue).sum();
    if (!json) {
      out.println("papersluice: " + (count == 0 ? "no" : count) + " differences");
    }
    return changes.size();
  }

  private void take(Change change, PrintWriter out) {
    String kind = change.table().tableName() + " " + change.kind().name().toLowerCase(Locale.ROOT);
    changes.merge(kind, 1L, Long::sum);
    if (!summary) {
      out.println(json ? TerminalText.json(new String(change.toJson(), UTF_8)) : change.toText());
    }
  }

  private static String line(String kind, long count) {
    String[] words = kind.split(" ", -1);
    return new String(Json.line(new Count(words[0], words[1], count)), UTF_8);
  }

  private record Count(String table, String change, long count) {}
}
