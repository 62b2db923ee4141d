package io.github.papersluice.snapshot;

import io.github.papersluice.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder. */
final class Tree {
  private Tree() {}

  /** The files below a folder but for the lock: their SHA-256 by their path. */
  public static SortedMap<String, String> sums(Path folder) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (file.endsWith(SnapshotNames.LOCK)) {
          continue;
        }
        sums.put(
            folder.relativize(file).toString().replace('\\', '/'),
            Sha256.of(Files.readAllBytes(file)));
      }
    }
    return sums;
  }

  /** The names in a folder, hidden ones too, but for the lock that always stays. */
  public static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.equals(SnapshotNames.LOCK))
          .sorted()
          .toList();
    }
  }
}
