package io.github.papersluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A digest on standard input, kept in a file while the run reads it: it may be read twice. */
final class StandardInput implements AutoCloseable {
  /** The input that means standard input. */
  static final String NAME = "-";

  private final Path folder;
  private final Path file;

  private StandardInput(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Reads it to its end.
   *
   * @param name the digest's name, a file name
   * @throws IOException if it cannot be read or kept
   */
  static StandardInput read(InputStream in, String name) throws IOException {
    Path folder = Files.createTempDirectory("papersluice-stdin-");
    Path file = folder.resolve(name);
    Files.copy(in, file);
    return new StandardInput(folder, file);
  }

  /** The inputs with the file in the place of {@code -}. */
  List<String> in(List<String> inputs) {
    return inputs.stream().map(input -> input.equals(NAME) ? file.toString() : input).toList();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
