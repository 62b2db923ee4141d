package io.github.papersluice.job;

import io.github.papersluice.Papersluice;
import io.github.papersluice.catalog.CatalogFiles;
import io.github.papersluice.cli.AttributionOptions;
import io.github.papersluice.cli.CommandException;
import io.github.papersluice.cli.ExitStatus;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a snapshot again from its inputs, with the options that its manifest names. */
public final class Repetition {
  /** What the manifest calls differently from the command line, or only it knows. */
  private static final String CODEC = "avroCodec";

  private static final String GUARD = "csvFormulaGuard";

  private Repetition() {}

  /**
   * Runs the job and compares.
   *
   * @return a line for each file that differs, none if every byte is the same
   */
  public static List<String> differences(SnapshotFolder snapshot, List<String> inputs) throws IOException {
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
      run(arguments(manifest, inputs, output, name));
      return SnapshotVerifier.differences(snapshot, SnapshotFolder.at(output.resolve(name)));
    } finally {
      deleteTree(output);
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

  private static List<String> arguments(
      Manifest manifest, List<String> inputs, Path output, String name) {
    List<String> arguments = new ArrayList<>();
    inputs.forEach(input -> arguments.add("--input=" + input));
    arguments.add("--output=" + output);
    arguments.add("--snapshot=" + name);
    for (Map.Entry<String, String> option : manifest.options().entrySet()) {
      switch (option.getKey()) {
        case CODEC -> {}
        case "shardSize", "digestYear", "formats" -> arguments.add(argument(option));
        case GUARD -> {
          if (Boolean.parseBoolean(option.getValue())) {
            arguments.add("--" + GUARD);
          }
        }
        case AttributionOptions.CREATORS -> {
          for (String creator : option.getValue().split(AttributionOptions.SEPARATOR, -1)) {
            arguments.add("--" + AttributionOptions.CREATORS + "=" + creator);
          }
        }
        default -> {
          // A manifest comes from anywhere; it must not choose what else this run does.
          if (!AttributionOptions.NAMES.contains(option.getKey())) {
            throw new CommandException(
                ExitStatus.FAULTS,
                Manifest.FILE + ": has an option that shapes no snapshot: " + option.getKey());
          }
          arguments.add(argument(option));
        }
      }
    }
    return arguments;
  }

  private static String argument(Map.Entry<String, String> option) {
    return "--" + option.getKey() + "=" + option.getValue();
  }

  private static void run(List<String> arguments) {
    StringWriter err = new StringWriter();
    int status =
        Papersluice.execute(
            arguments.toArray(String[]::new),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err));
    if (status != ExitStatus.DONE.code()) {
      String message = err.toString().strip().replaceFirst("^papersluice: ", "");
      throw new CommandException(ExitStatus.UNREADABLE_INPUT, "the fresh run failed: " + message);
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
