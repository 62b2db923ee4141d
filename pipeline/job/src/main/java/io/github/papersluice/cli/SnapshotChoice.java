package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotInventory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which snapshot a command looks at: one of an output folder, the latest unless it is named. */
final class SnapshotChoice {
  @Mixin private OutputOption output;

  @Option(
      names = "--snapshot",
      paramLabel = "NAME",
      description =
          "The snapshot's name in the output folder, or its own folder. Default: the one published"
              + " last.")
  private String name;

  /**
   * A snapshot that was found.
   *
   * @param folder its folder
   * @param manifest what it holds
   * @param inventory the same, with its name
   */
  record Found(Path folder, Manifest manifest, SnapshotInventory inventory) {}

  /** Whether a snapshot is named, not the latest meant. */
  boolean isNamed() {
    return name != null;
  }

  /**
   * Finds the snapshot and reads its manifest.
   *
   * @throws CommandException if there is none, or its manifest cannot be read
   */
  Found find() throws IOException {
    Path place = output.snapshot(name == null ? latest() : name);
    Manifest manifest = manifest(SnapshotFolder.at(place));
    return new Found(
        place,
        manifest,
        new SnapshotInventory(
            place.toAbsolutePath().normalize().getFileName().toString(),
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

  private String latest() throws IOException {
    return output
        .latest()
        .orElseThrow(
            () ->
                new CommandException(
                    ExitStatus.NO_INPUT,
                    "no snapshot in "
                        + output.folder()
                        + ": name another --output or --snapshot, or run scripts/run first"));
  }
}
