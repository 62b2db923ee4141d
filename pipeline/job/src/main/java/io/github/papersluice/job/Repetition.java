package io.github.papersluice.job;

import io.github.papersluice.catalog.CatalogFiles;
import io.github.papersluice.runners.BeamOptions;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a snapshot again from its inputs, with the options that its manifest names. */
public final class Repetition {
  private Repetition() {}

  /**
   * Runs the job and compares.
   *
   * @return a line for each file that differs, empty if every byte is the same
   * @throws RunFailure if the manifest's options are not those of a run, or the run fails for a
   *     reason that its user can mend
   */
  public static List<String> differences(SnapshotFolder snapshot, List<String> inputs)
      throws IOException {
    Manifest manifest = snapshot.manifest();
    if (!manifest.generator().version().equals(ProductVersion.current())) {
      return List.of(
          Manifest.FILE
              + ": was made by version "
              + manifest.generator().version()
              + ", this is "
              + ProductVersion.current());
    }
    Path output = Files.createTempDirectory("papersluice-verify-");
    try {
      String name = name(snapshot);
      RunSettings settings = settings(manifest, inputs, output, name);
      new SnapshotRun(settings, BeamOptions.parse(List.of()), RunListener.NONE).execute();
      return SnapshotVerifier.differences(snapshot, SnapshotFolder.at(output.resolve(name)));
    } finally {
      deleteTree(output);
    }
  }

  private static RunSettings settings(
      Manifest manifest, List<String> inputs, Path output, String name) {
    try {
      return RunSettings.repeating(manifest, inputs, output.toString(), name);
    } catch (IllegalArgumentException e) {
      throw new RunFailure(
          RunFailure.Cause.MANIFEST, Manifest.FILE + ": " + e.getMessage() + ": not a run", e);
    }
  }

  /** The name stands in some files, so that another one would give other bytes. */
  private static String name(SnapshotFolder snapshot) throws IOException {
    try (InputStream dataPackage = snapshot.open(CatalogFiles.DATA_PACKAGE)) {
      return CatalogFiles.snapshotName(dataPackage);
    } catch (NoSuchFileException e) {
      return Path.of(snapshot.location()).toAbsolutePath().normalize().getFileName().toString();
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> below = Files.walk(folder)) {
      paths = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
