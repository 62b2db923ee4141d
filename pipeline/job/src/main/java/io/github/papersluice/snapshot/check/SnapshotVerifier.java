package io.github.papersluice.snapshot.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.snapshot.InParallel;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Checks a snapshot by itself: its checksums, that no file is missing or unknown, schemas, row
 * counts, keys, references, offsets, and that the formats of a table hold the same rows.
 */
public final class SnapshotVerifier {
  /** Generous: a checksum, and the longest path that we write. */
  private static final long LONGEST_LINE = 1024;

  /** A snapshot may be replaced while it is read: what was found is then of neither. */
  private static final int MOST_ATTEMPTS = 5;

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
    for (int attempt = 1; ; attempt++) {
      String before = identity(folder);
      List<String> faults = new SnapshotVerifier(folder).verify();
      if (faults.isEmpty() || Objects.equals(before, identity(folder))) {
        return faults;
      }
      if (attempt == MOST_ATTEMPTS) {
        return List.of(folder.location() + ": is replaced again and again: verify it later");
      }
    }
  }

  /** What another snapshot in this one's place does not share: null while there is none. */
  private static String identity(SnapshotFolder folder) {
    try {
      return folder.checksum();
    } catch (IOException e) {
      return null;
    }
  }

  private List<String> verify() throws IOException {
    if (!folder.storage().isFile(folder.below(SnapshotNames.SUCCESS))) {
      faults.add(SnapshotNames.SUCCESS, "is missing: this is no snapshot, or not a whole one");
    }
    SortedSet<String> files = folder.files();
    if (!areFiles(files)) {
      return faults.lines();
    }
    SortedMap<String, String> sums = checkSums(files);
    Manifest manifest = manifest();
    if (manifest != null && hasFilesFor(manifest, files)) {
      ManifestCheck check = new ManifestCheck(folder, manifest, faults);
      check.parts(files, sums);
      check.id();
      check.counts(new RowCheck(folder, manifest, faults).run());
    }
    return faults.lines();
  }

  /** A few bytes may name any number of shards; each has parts of its own. */
  private boolean hasFilesFor(Manifest manifest, SortedSet<String> files) {
    if (manifest.shards().size() <= files.size()) {
      return true;
    }
    faults.add(
        Manifest.FILE,
        String.format(
            Locale.ROOT,
            "names %d shards, for which %d files are too few: nothing further was checked",
            manifest.shards().size(),
            files.size()));
    return false;
  }

  /** A link leads anywhere and a pipe has no end, so nothing is read where there is one. */
  private boolean areFiles(SortedSet<String> files) throws IOException {
    boolean all = true;
    for (String file : files) {
      if (!folder.storage().isFile(folder.below(file))) {
        faults.add(file, "is neither a file nor a folder: nothing further was checked");
        all = false;
      }
    }
    return all;
  }

  /**
   * Checks that the files are those that the checksums name, byte for byte, and no others.
   *
   * @return the faults, one line each; empty if there are none
   * @throws IOException if the storage fails
   */
  public static List<String> verifySums(SnapshotFolder folder) throws IOException {
    SnapshotVerifier verifier = new SnapshotVerifier(folder);
    SortedSet<String> files = folder.files();
    if (verifier.areFiles(files)) {
      verifier.checkSums(files);
    }
    return verifier.faults.lines();
  }

  /** The checksums by path, as stated. */
  private SortedMap<String, String> checkSums(SortedSet<String> files) throws IOException {
    SortedMap<String, String> sums = readSums(files);
    for (String file : files) {
      if (!sums.isEmpty()
          && !sums.containsKey(file)
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
    Sha256.expect(present.stream().mapToLong(sum -> byteLength(sum.getKey())).sum());
    SortedMap<String, String> wrong = new ConcurrentSkipListMap<>();
    InParallel.forEach(present, sum -> checkSum(sum.getKey(), sum.getValue(), wrong));
    wrong.forEach(faults::add);
    return sums;
  }

  /** 0 if it cannot be told: reading the file then says why. */
  private long byteLength(String file) {
    try {
      return folder.storage().size(folder.below(file));
    } catch (IOException e) {
      return 0;
    }
  }

  private void checkSum(String file, String stated, SortedMap<String, String> wrong) {
    try (InputStream in = folder.open(file)) {
      if (!Sha256.of(in).equals(stated)) {
        wrong.put(file, "has another SHA-256 than stated");
      }
    } catch (IOException e) {
      wrong.put(file, "cannot be read (" + e.getMessage() + ")");
    }
  }

  private SortedMap<String, String> readSums(SortedSet<String> files) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    if (!files.contains(SnapshotNames.SUMS)) {
      faults.add(SnapshotNames.SUMS, "is missing");
      return sums;
    }
    if (folder.storage().size(folder.below(SnapshotNames.SUMS)) > LONGEST_LINE * files.size()) {
      faults.add(SnapshotNames.SUMS, "is too long for the files that are there");
      return sums;
    }
    try (InputStream in = folder.open(SnapshotNames.SUMS)) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        int gap = line.indexOf("  ");
        if (gap > 0 && sums.put(line.substring(gap + 2), line.substring(0, gap)) != null) {
          faults.add(SnapshotNames.SUMS, "names a file twice: " + line.substring(gap + 2));
        } else if (gap <= 0 && !line.isEmpty()) {
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

  /**
   * Compares two snapshots byte for byte.
   *
   * @return the files that one of them lacks or that differ, one line each; empty if there are none
   */
  public static List<String> differences(SnapshotFolder one, SnapshotFolder other)
      throws IOException {
    SortedSet<String> ours = one.files();
    SortedSet<String> theirs = other.files();
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
