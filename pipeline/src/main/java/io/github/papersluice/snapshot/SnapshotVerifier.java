package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks a snapshot by itself: its checksums, that no file is missing or unknown, schemas, row
 * counts, keys, references, offsets, and that the formats of a table hold the same rows.
 */
public final class SnapshotVerifier {
  private final SnapshotFolder folder;
  private final Faults faults = new Faults();

  private SnapshotVerifier(SnapshotFolder folder) {
    this.folder = folder;
  }

  /**
   * Checks a snapshot.
   *
   * @return its faults, one line each, in a fixed order but for files that cannot be read; empty if
   *     it is whole
   * @throws IOException if the storage fails
   */
  public static List<String> verify(SnapshotFolder folder) throws IOException {
    return new SnapshotVerifier(folder).verify();
  }

  private List<String> verify() throws IOException {
    if (!has(SnapshotNames.SUCCESS)) {
      faults.add(SnapshotNames.SUCCESS, "is missing: this is no snapshot, or not a whole one");
    }
    SortedSet<String> files = new TreeSet<>();
    collect(folder, "", files);
    checkSums(files);
    Manifest manifest = manifest();
    if (manifest != null) {
      checkParts(manifest, files);
      new RowCheck(folder, faults).run();
    }
    return faults.lines();
  }

  private boolean has(String file) throws IOException {
    return folder.storage().exists(folder.below(file));
  }

  private static void collect(SnapshotFolder folder, String path, SortedSet<String> files)
      throws IOException {
    for (String name : folder.storage().list(folder.below(path))) {
      String file = path.isEmpty() ? name : path + "/" + name;
      if (folder.storage().isFolder(folder.below(file))) {
        collect(folder, file, files);
      } else {
        files.add(file);
      }
    }
  }

  private void checkSums(SortedSet<String> files) throws IOException {
    if (!has(SnapshotNames.SUMS)) {
      faults.add(SnapshotNames.SUMS, "is missing");
      return;
    }
    SortedMap<String, String> sums = readSums();
    for (String file : files) {
      if (!sums.containsKey(file)
          && !file.equals(SnapshotNames.SUMS)
          && !file.equals(SnapshotNames.SUCCESS)) {
        faults.add(file, "is unknown: " + SnapshotNames.SUMS + " does not name it");
      }
    }
    List<Map.Entry<String, String>> present = new ArrayList<>();
    for (Map.Entry<String, String> sum : sums.entrySet()) {
      if (files.contains(sum.getKey())) {
        present.add(sum);
      } else {
        faults.add(sum.getKey(), "is missing");
      }
    }
    SortedSet<String> changed = java.util.Collections.synchronizedSortedSet(new TreeSet<>());
    InParallel.forEach(present, sum -> checkSum(sum.getKey(), sum.getValue(), changed));
    changed.forEach(file -> faults.add(file, "has another SHA-256 than stated"));
  }

  private void checkSum(String file, String stated, Set<String> changed) throws IOException {
    try (InputStream in = folder.open(file)) {
      if (!Checksums.sha256(in).equals(stated)) {
        changed.add(file);
      }
    }
  }

  private SortedMap<String, String> readSums() throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    try (InputStream in = folder.open(SnapshotNames.SUMS)) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        int gap = line.indexOf("  ");
        if (gap > 0) {
          sums.put(line.substring(gap + 2), line.substring(0, gap));
        } else if (!line.isEmpty()) {
          faults.add(SnapshotNames.SUMS, "has a line that is no checksum: " + line);
        }
      }
    }
    return sums;
  }

  private Manifest manifest() {
    try {
      return folder.readManifest();
    } catch (IOException e) {
      faults.add(Manifest.FILE, "cannot be read (" + e.getMessage() + ")");
      return null;
    }
  }

  /** Every table has a part of each shard in each format, and there are no others. */
  private void checkParts(Manifest manifest, Set<String> files) throws IOException {
    Set<String> expected = new HashSet<>();
    for (String format : manifest.options().getOrDefault("formats", "").split(",", -1)) {
      for (Table table : Table.values()) {
        expected.addAll(paths(manifest, table, format));
      }
    }
    for (PartFile part : manifest.outputs()) {
      if (!expected.remove(part.path())) {
        faults.add(part.path(), "is a part that the manifest should not have");
      } else if (files.contains(part.path())) {
        checkPart(part);
      }
    }
    new TreeSet<>(expected).forEach(path -> faults.add(path, "is missing in the manifest"));
  }

  private static List<String> paths(Manifest manifest, Table table, String format) {
    List<String> paths = new ArrayList<>();
    int shards = manifest.shards().size();
    for (Format known : Format.values()) {
      for (int i = 0; i < shards && known.extension().equals(format); i++) {
        paths.add(new PartName(i, shards).path(table, known));
      }
    }
    return paths;
  }

  private void checkPart(PartFile part) throws IOException {
    long bytes = folder.storage().size(folder.below(part.path()));
    if (bytes != part.bytes()) {
      faults.add(
          part.path(),
          String.format(
              Locale.ROOT, "has %d bytes, but the manifest says %d", bytes, part.bytes()));
    }
  }

  /**
   * Compares two snapshots byte for byte.
   *
   * @return the files that one of them lacks or that differ, one line each; empty if there are none
   */
  public static List<String> differences(SnapshotFolder one, SnapshotFolder other)
      throws IOException {
    SortedSet<String> ours = new TreeSet<>();
    collect(one, "", ours);
    SortedSet<String> theirs = new TreeSet<>();
    collect(other, "", theirs);
    SortedSet<String> all = new TreeSet<>(ours);
    all.addAll(theirs);
    Faults faults = new Faults();
    for (String file : all) {
      if (!ours.contains(file)) {
        faults.add(file, "is only in " + other.location());
      } else if (!theirs.contains(file)) {
        faults.add(file, "is only in " + one.location());
      } else if (differ(one, other, file)) {
        faults.add(file, "differs");
      }
    }
    return faults.lines();
  }

  private static boolean differ(SnapshotFolder one, SnapshotFolder other, String file)
      throws IOException {
    try (InputStream ours = one.open(file);
        InputStream theirs = other.open(file)) {
      byte[] buffer = new byte[1 << 16];
      byte[] against = new byte[1 << 16];
      while (true) {
        int n = ours.readNBytes(buffer, 0, buffer.length);
        int m = theirs.readNBytes(against, 0, against.length);
        if (!java.util.Arrays.equals(buffer, 0, n, against, 0, m)) {
          return true;
        }
        if (n == 0) {
          return false;
        }
      }
    }
  }
}
