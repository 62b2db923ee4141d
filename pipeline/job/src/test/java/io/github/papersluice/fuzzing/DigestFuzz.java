package io.github.papersluice.fuzzing;

import io.github.papersluice.job.ExtractedRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A digest of any bytes: recognised, decompressed, decoded, split and searched. Whatever it holds,
 * nothing is thrown.
 */
public final class DigestFuzz {
  private static final Path FILE = temporaryFile();

  private DigestFuzz() {}

  private static Path temporaryFile() {
    try {
      Path file = Files.createTempFile("papersluice-fuzz", ".txt");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Files.write(FILE, data);
    ExtractedRecords.of(FILE);
  }
}
