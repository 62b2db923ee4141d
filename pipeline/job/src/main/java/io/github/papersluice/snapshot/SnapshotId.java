package io.github.papersluice.snapshot;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.DigestSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a snapshot's bytes follow from, in one short hash: a changed input, name, option, rule
 * (version) or schema gives another id, and the same ones give the same id at any time and place.
 */
public final class SnapshotId {
  private static final int DIGITS = 16;

  private SnapshotId() {}

  /**
   * The id of the snapshot that a run makes.
   *
   * @param version this program's version
   * @param options the options that shape the bytes, as in {@link #options}
   * @param inputs every input's SHA-256 in hex by its name, copies too
   * @return 16 hex digits
   */
  public static String of(
      String version, SortedMap<String, String> options, SortedMap<String, String> inputs) {
    List<String> lines = new ArrayList<>();
    lines.add("version " + version);
    options.forEach((name, value) -> lines.add("option " + name + "=" + value));
    for (Table table : Table.values()) {
      lines.add("schema " + SchemaFingerprint.of(table.schema()));
    }
    Set<String> read = new HashSet<>();
    inputs.forEach(
        (name, sha256) ->
            lines.add((read.add(sha256) ? "digest " : "copy ") + sha256 + " " + name));
    return Sha256.of(String.join("\n", lines)).substring(0, DIGITS);
  }

  /** Every input's SHA-256 by its name, copies too. */
  public static SortedMap<String, String> hashes(
      List<DigestSummary> inputs, List<Manifest.SkippedInput> copies) {
    SortedMap<String, String> hashes = new TreeMap<>();
    Map<String, String> byId = new HashMap<>();
    for (DigestSummary input : inputs) {
      hashes.put(input.name(), input.sha256());
      byId.put(input.digestId(), input.sha256());
    }
    copies.forEach(copy -> hashes.put(copy.name(), byId.get(copy.digestId())));
    return hashes;
  }

  /** All options that shape the bytes, by name. */
  public static SortedMap<String, String> options(
      WriteOptions writing, Map<String, String> further) {
    SortedMap<String, String> options = new TreeMap<>(further);
    options.putAll(writing.options());
    return options;
  }
}
