package io.github.papersluice.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What the inputs hold, without reading them record by record. */
public final class InputHashes {
  private InputHashes() {}

  /**
   * Hashes files, several at once.
   *
   * @return the SHA-256 of each file's stored bytes, 64 lower-case hex digits, by its name
   * @throws InputChangedException if a file has another length than {@link DigestFile#size()}
   * @throws UnreadableInputException if a file cannot be opened or read
   */
  public static SortedMap<String, String> of(List<DigestFile> files, DigestOpener opener)
      throws IOException {
    SortedMap<String, String> hashes = new ConcurrentSkipListMap<>();
    try {
      files.parallelStream().forEach(file -> hashes.put(file.name(), hash(file, opener)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new TreeMap<>(hashes);
  }

  private static String hash(DigestFile file, DigestOpener opener) {
    try {
      return FileScan.hash(file, opener).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
