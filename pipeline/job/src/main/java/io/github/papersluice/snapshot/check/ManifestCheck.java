package io.github.papersluice.snapshot.check;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.Manifest.ShardDigests;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.PartName;
import io.github.papersluice.snapshot.SchemaFingerprint;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotId;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Holds that a manifest says what is there: parts, their checksums, counts, and its own id. */
final class ManifestCheck {
  private final SnapshotFolder folder;
  private final Manifest manifest;
  private final Faults faults;

  ManifestCheck(SnapshotFolder folder, Manifest manifest, Faults faults) {
    this.folder = folder;
    this.manifest = manifest;
    this.faults = faults;
  }

  /**
   * Every table has a part of each shard in each format, and there are no others.
   *
   * @param files the snapshot's files
   * @param sums the SHA-256 by path that {@code SHA256SUMS} states
   */
  void parts(Set<String> files, Map<String, String> sums) throws IOException {
    Map<String, PartKind> expected = expected();
    for (PartFile part : manifest.outputs()) {
      if (!new PartKind(part.table(), part.format()).equals(expected.remove(part.path()))) {
        faults.add(part.path(), "is a part that the manifest should not have");
      } else if (files.contains(part.path())) {
        part(part, sums.getOrDefault(part.path(), part.sha256()));
      }
    }
    new TreeSet<>(expected.keySet())
        .forEach(path -> faults.add(path, "is missing in the manifest"));
  }

  private record PartKind(Table table, Format format) {}

  private Map<String, PartKind> expected() {
    Map<String, PartKind> expected = new HashMap<>();
    List<String> formats = List.of(manifest.options().getOrDefault("formats", "").split(",", -1));
    int shards = manifest.shards().size();
    for (Format format : Format.values()) {
      for (Table table : Table.values()) {
        for (int i = 0; i < shards && formats.contains(format.extension()); i++) {
          expected.put(new PartName(i).path(table, format), new PartKind(table, format));
        }
      }
    }
    return expected;
  }

  private void part(PartFile part, String sum) throws IOException {
    long bytes = folder.storage().size(folder.below(part.path()));
    if (bytes != part.bytes()) {
      faults.add(
          part.path(),
          String.format(
              Locale.ROOT, "has %d bytes, but the manifest says %d", bytes, part.bytes()));
    }
    if (!sum.equals(part.sha256())) {
      faults.add(part.path(), "has one SHA-256 in the manifest and another in the checksums");
    }
  }

  /** The id follows from the rest, as far as this program's schemas are the snapshot's. */
  void id() {
    if (manifest.format() != Manifest.CURRENT_FORMAT) {
      fault("has the format " + manifest.format() + ", which this version does not know");
    }
    boolean sameSchemas =
        manifest.schemas().stream()
            .allMatch(
                schema ->
                    schema.fingerprint().equals(SchemaFingerprint.of(schema.table().schema())));
    String id =
        SnapshotId.of(
            manifest.generator().version(),
            manifest.options(),
            SnapshotId.hashes(manifest.inputs(), manifest.skipped()));
    if (sameSchemas && !id.equals(manifest.id())) {
      fault("has the id " + manifest.id() + ", but its inputs, options and version give " + id);
    }
  }

  /** Holds the manifest's counts against the rows. */
  void counts(RowTally tally) {
    Manifest.Counts counts = manifest.counts();
    for (Table table : Table.values()) {
      count("rows of " + table.tableName(), counts.rows(table), tally.rows(table));
    }
    count("inputs", manifest.inputs().size(), tally.rows(Table.DIGESTS));
    counts("links of kind ", counts.linksByKind(), tally.linksByKind());
    counts("papers with code ", counts.papersByCodeStatus(), tally.papersByCodeStatus());
    counts("links of shards of kind ", counts.linksByKind(), sums(ShardDigests::linksByKind));
    counts(
        "papers of shards with code ",
        counts.papersByCodeStatus(),
        sums(ShardDigests::papersByCodeStatus));
    long bytes = manifest.inputs().stream().mapToLong(DigestSummary::byteLength).sum();
    count("bytes of input", counts.inputBytes(), bytes);
    long replacements = manifest.inputs().stream().mapToLong(DigestSummary::replacements).sum();
    count("replacements", counts.replacements(), replacements);
  }

  private Map<String, Long> sums(Function<ShardDigests, SortedMap<?, Long>> counts) {
    Map<String, Long> sums = new HashMap<>();
    for (ShardDigests shard : manifest.shards()) {
      counts.apply(shard).forEach((kind, count) -> sums.merge(kind.toString(), count, Long::sum));
    }
    return sums;
  }

  private void counts(String what, SortedMap<?, Long> stated, Map<String, Long> counted) {
    stated.forEach(
        (kind, count) -> count(what + kind, count, counted.getOrDefault(kind.toString(), 0L)));
  }

  private void count(String what, long stated, long counted) {
    if (stated != counted) {
      fault(String.format(Locale.ROOT, "counts %d %s, but there are %d", stated, what, counted));
    }
  }

  private void fault(String fault) {
    faults.add(Manifest.FILE, fault);
  }
}
