package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotNames;
import io.github.papersluice.snapshot.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where snapshots are kept, and how one of them is named. */
final class OutputOption {
  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "out",
      description = "Where snapshots are kept, a folder each. Default: ${DEFAULT-VALUE}.")
  private Path output;

  /** The folder of snapshots. */
  Path folder() {
    return output;
  }

  /** The storage of snapshots. */
  LocalStorage storage() {
    return new LocalStorage(output.toAbsolutePath().normalize());
  }

  /**
   * A snapshot's folder.
   *
   * @param nameOrFolder a folder that holds a snapshot, else a name in the output folder
   * @throws CommandException if there is no such snapshot
   */
  Path snapshot(String nameOrFolder) {
    return asFolder(nameOrFolder)
        .or(() -> named(nameOrFolder))
        .orElseThrow(
            () ->
                new CommandException(
                    ExitStatus.NO_INPUT,
                    "no snapshot '"
                        + nameOrFolder
                        + "' in "
                        + output
                        + " (the command snapshots lists them), nor a folder of that name that"
                        + " holds one"));
  }

  private static Optional<Path> asFolder(String nameOrFolder) {
    try {
      Path folder = Path.of(nameOrFolder);
      return Files.isRegularFile(folder.resolve(Manifest.FILE))
          ? Optional.of(folder)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> named(String name) {
    if (!SnapshotNames.isValid(name)) {
      return Optional.empty();
    }
    return Failures.readingSnapshots(() -> found(name));
  }

  /** A name is one folder of the output: with a separator it could be any folder. */
  private Optional<Path> found(String name) throws IOException {
    return SnapshotFolder.find(storage(), name).map(folder -> Path.of(folder.location()));
  }

  /** The name of the snapshot that was published last, if there is any. */
  Optional<String> latest() throws IOException {
    return SnapshotFolder.latestName(storage());
  }
}
