package io.github.papersluice.reading;

import io.github.papersluice.dialects.DialectChoice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plans which bytes of the inputs are read where, from the inputs alone: the same files and the
 * same shard size give the same plan, on every machine and in every order of arrival.
 *
 * <p>Files are taken by name. Small ones are packed together until a shard is full, so a new file
 * with a later name changes the last shards only. A file that is longer than a shard is read once
 * here, hashed and cut ({@link PieceCutter}). Of files with the same bytes the first one is read;
 * which these are is found out by looking into files of the same length only.
 */
public final class ShardPlanner {
  /** The shard size to use where none is asked for, in bytes. */
  public static final long DEFAULT_SHARD_SIZE = 8 << 20;

  /** However large the shards: a longer file is not read into memory whole. */
  private static final long LONGEST_IN_MEMORY = 32 << 20;

  private static final int PROBE_LENGTH = 1 << 14;

  private final long shardSize;
  private final long pieceSize;
  private final DigestOpener opener;
  private final DialectReaders dialects;
  private final Map<String, List<DigestSegment>> scanned = new HashMap<>();
  private final List<ShardPlan.Duplicate> duplicates = new ArrayList<>();

  private ShardPlanner(long shardSize, DigestOpener opener, DialectChoice choice) {
    this.shardSize = shardSize;
    this.pieceSize = Math.min(shardSize, LONGEST_IN_MEMORY);
    this.opener = opener;
    this.dialects = new DialectReaders(choice);
  }

  /**
   * Plans the shards.
   *
   * @param files the inputs, with unique names, in any order
   * @param shardSizeBytes about how many stored bytes a shard holds, at least 1
   * @param opener opens the files
   * @return the shards, none if there are no files, and the duplicates by name
   * @throws IllegalArgumentException if the shard size is not positive or a name is given twice
   * @throws InputChangedException if a file has another length than {@link DigestFile#size()}
   * @throws UnreadableInputException if a file cannot be opened or read
   * @throws IOException if the thread is interrupted
   */
  public static ShardPlan plan(List<DigestFile> files, long shardSizeBytes, DigestOpener opener)
      throws IOException {
    return plan(files, shardSizeBytes, opener, DialectChoice.RECOGNISE);
  }

  /**
   * Plans the shards of digests of which something is known.
   *
   * @param choice what is said of the digests' dialects
   * @see #plan(List, long, DigestOpener)
   */
  public static ShardPlan plan(
      List<DigestFile> files, long shardSizeBytes, DigestOpener opener, DialectChoice choice)
      throws IOException {
    if (shardSizeBytes < 1) {
      throw new IllegalArgumentException("The shard size is " + shardSizeBytes);
    }
    return new ShardPlanner(shardSizeBytes, opener, choice).plan(sorted(files));
  }

  private static List<DigestFile> sorted(List<DigestFile> files) {
    List<DigestFile> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(DigestFile::name));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
        throw new IllegalArgumentException("Two files have the name " + sorted.get(i).name());
      }
    }
    return sorted;
  }

  private ShardPlan plan(List<DigestFile> files) throws IOException {
    for (DigestFile file : files) {
      if (file.size() > pieceSize) {
        scanned.put(file.name(), FileScan.cut(file, pieceSize, opener, dialects));
      }
    }
    Map<String, String> originals = findDuplicates(files);
    List<DigestSegment> segments = new ArrayList<>();
    for (DigestFile file : files) {
      String original = originals.get(file.name());
      if (original != null) {
        duplicates.add(new ShardPlan.Duplicate(file.name(), original));
      } else {
        segments.addAll(scanned.getOrDefault(file.name(), List.of(DigestSegment.unread(file))));
      }
    }
    return new ShardPlan(pack(segments), duplicates);
  }

  private List<Shard> pack(List<DigestSegment> segments) {
    List<Shard> shards = new ArrayList<>();
    List<DigestSegment> open = new ArrayList<>();
    long length = 0;
    for (DigestSegment segment : segments) {
      if (!open.isEmpty() && length + segment.length() > shardSize) {
        shards.add(new Shard(shards.size(), open));
        open.clear();
        length = 0;
      }
      open.add(segment);
      length += segment.length();
    }
    if (!open.isEmpty()) {
      shards.add(new Shard(shards.size(), open));
    }
    return shards;
  }

  /** The name of the first file with the same bytes, for each file that is not the first one. */
  private Map<String, String> findDuplicates(List<DigestFile> files) throws IOException {
    Map<Long, List<DigestFile>> bySize = new TreeMap<>();
    for (DigestFile file : files) {
      bySize.computeIfAbsent(file.size(), size -> new ArrayList<>()).add(file);
    }
    Map<String, String> originals = new HashMap<>();
    for (List<DigestFile> alike : bySize.values()) {
      if (alike.size() > 1) {
        findDuplicatesAmong(alike, originals);
      }
    }
    return originals;
  }

  /** Files of one length: hashed only where another one begins alike. */
  private void findDuplicatesAmong(List<DigestFile> files, Map<String, String> originals)
      throws IOException {
    Map<Integer, List<DigestFile>> byHead = new TreeMap<>();
    for (DigestFile file : files) {
      int head = scanned.containsKey(file.name()) ? 0 : probe(file);
      byHead.computeIfAbsent(head, hash -> new ArrayList<>()).add(file);
    }
    for (List<DigestFile> alike : byHead.values()) {
      Map<String, String> firstByHash = new HashMap<>();
      for (DigestFile file : alike) {
        String first =
            alike.size() == 1 ? null : firstByHash.putIfAbsent(sha256(file), file.name());
        if (first != null) {
          originals.put(file.name(), first);
        }
      }
    }
  }

  private int probe(DigestFile file) throws IOException {
    try (StoredBytes stored = StoredBytes.open(file, opener)) {
      return Arrays.hashCode(stored.readNBytes(PROBE_LENGTH));
    }
  }

  private String sha256(DigestFile file) throws IOException {
    List<DigestSegment> segments = scanned.get(file.name());
    if (segments == null) {
      segments = List.of(FileScan.hash(file, opener));
      scanned.put(file.name(), segments);
    }
    return segments.get(0).sha256();
  }
}
