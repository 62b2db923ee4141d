package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which snapshot a command looks at: one of an output folder, the latest unless it is named. */
final class SnapshotChoice {
  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "out",
      description = "Where snapshots are kept, a folder each. Default: ${DEFAULT-VALUE}.")
  private Path output;

  @Option(
      names = "--snapshot",
      paramLabel = "NAME",
      description = "The snapshot's name. Default: the one published last.")
  private String name;

  /**
   * A snapshot that was found.
   *
   * @param folder its folder
   * @param manifest what it holds
   * @param inventory the same, with its name
   */
  record Found(Path folder, Manifest manifest, SnapshotInventory inventory) {}

  /**
   * Finds the snapshot and reads its manifest.
   *
   * @throws CommandException if there is none, or its manifest cannot be read
   */
  Found find() throws IOException {
    SnapshotStorage storage = new LocalStorage(output.toAbsolutePath().normalize());
    Optional<String> chosen = name == null ? SnapshotFolder.latestName(storage) : Optional.of(name);
    SnapshotFolder folder = chosen.isEmpty() ? null : whole(storage, chosen.get());
    if (folder == null) {
      throw new CommandException(
          ExitStatus.NO_INPUT,
          "no snapshot"
              + (name == null ? "" : " '" + name + "'")
              + " in "
              + output
              + ": name another --output or --snapshot, or run scripts/run first");
    }
    Path place = Path.of(folder.location());
    Manifest manifest = manifest(folder);
    return new Found(
        place,
        manifest,
        new SnapshotInventory(
            chosen.get(),
            manifest.id(),
            manifest.generator().version(),
            manifest.outputs(),
            Attribution.unknown()));
  }

  private static Manifest manifest(SnapshotFolder folder) {
    try {
      return folder.manifest();
    } catch (UncheckedIOException e) {
      throw new CommandException(
          ExitStatus.UNREADABLE_INPUT,
          folder.location() + ": no readable manifest: " + e.getCause().getMessage(),
          e);
    }
  }

  /** A name is one folder of the output: with a separator it could be any folder. */
  private static SnapshotFolder whole(SnapshotStorage storage, String name) throws IOException {
    return name.matches(RunOptions.SNAPSHOT_NAME)
        ? SnapshotFolder.find(storage, name).orElse(null)
        : null;
  }
}
