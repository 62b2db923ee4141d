package io.github.papersluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.snapshot.Json;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the snapshots of an output folder. */
@Command(
    name = "snapshots",
    description = {
      "Lists the snapshots of an output folder, the newest first: name, time of publication, digests,"
          + " papers, size of the tables, and which is the latest.",
      ""
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class SnapshotsCommand implements Callable<Integer> {
  @Mixin private OutputOption output;

  @Option(names = "--json", description = "Print a JSON object a snapshot.")
  private boolean json;

  @Spec private CommandSpec spec;

  private record Listed(
      String name, String published, long digests, long papers, long bytes, boolean latest) {}

  @Override
  public Integer call() {
    if (!Files.isDirectory(output.folder())) {
      throw new CommandException(
          ExitStatus.NO_INPUT,
          "no folder " + output.folder() + ": name another --output, or run scripts/run first");
    }
    List<Listed> snapshots = Failures.readingSnapshots(this::list);
    PrintWriter out = spec.commandLine().getOut();
    if (snapshots.isEmpty() && !json) {
      out.println("papersluice: no snapshot in " + output.folder());
    }
    for (Listed snapshot : snapshots) {
      out.println(json ? new String(Json.line(snapshot), UTF_8) : text(snapshot));
    }
    return ExitStatus.DONE.code();
  }

  private static String text(Listed snapshot) {
    return String.format(
        Locale.ROOT,
        "%-24s %s %,8d digests %,11d papers %,10.1f MB%s",
        snapshot.name,
        snapshot.published,
        snapshot.digests,
        snapshot.papers,
        snapshot.bytes / 1e6,
        snapshot.latest ? "  latest" : "");
  }

  private List<Listed> list() throws IOException {
    String latest = output.latest().orElse(null);
    List<Listed> snapshots = new ArrayList<>();
    try (Stream<Path> folders = Files.list(output.folder())) {
      for (Path folder : folders.sorted().toList()) {
        String name = folder.getFileName().toString();
        if (SnapshotNames.isValid(name) && Files.isRegularFile(folder.resolve(Manifest.FILE))) {
          snapshots.add(listed(folder, name, name.equals(latest)));
        }
      }
    }
    snapshots.sort(Comparator.comparing(Listed::published).reversed());
    return snapshots;
  }

  private static Listed listed(Path folder, String name, boolean latest) throws IOException {
    Manifest manifest;
    try {
      manifest = SnapshotFolder.at(folder).manifest();
    } catch (UncheckedIOException e) {
      throw new IOException(name + ": " + e.getCause().getMessage(), e);
    }
    return new Listed(
        name,
        Files.getLastModifiedTime(folder.resolve(Manifest.FILE))
            .toInstant()
            .truncatedTo(ChronoUnit.SECONDS)
            .toString(),
        manifest.counts().digests(),
        manifest.counts().papers(),
        manifest.outputs().stream().mapToLong(PartFile::bytes).sum(),
        latest);
  }
}
