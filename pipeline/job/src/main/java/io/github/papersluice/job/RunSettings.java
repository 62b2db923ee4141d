package io.github.papersluice.job;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.WriteOptions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run is asked to do.
 *
 * @param inputs files, folders or globs; never empty
 * @param output the folder of snapshots: a path, or the URI of a file system that Beam knows
 * @param snapshot the snapshot's name, or null for one that is derived from the inputs' content
 * @param overwrite whether a snapshot of that name that holds something else is replaced
 * @param digestYear the year of date lines that have none, from 1 to 9999, or null
 * @param dialects what is said of the dialects of the inputs
 * @param shardSize input bytes that a part file is made from
 * @param formats what to write
 * @param csvFormulaGuard whether CSV cells that a spreadsheet would run are marked
 * @param attribution what the snapshot's descriptions say of its publisher
 * @param incremental whether rows of digests that the latest snapshot holds are taken from there
 * @param keep how many snapshots stay afterwards, from 1, or null for all
 * @param durable whether the snapshot is forced to the disk, so that it outlasts a power cut
 * @param acceptance which results are published
 */
public record RunSettings(
    List<String> inputs,
    String output,
    String snapshot,
    boolean overwrite,
    Integer digestYear,
    DialectChoice dialects,
    long shardSize,
    List<Format> formats,
    boolean csvFormulaGuard,
    Attribution attribution,
    boolean incremental,
    Integer keep,
    boolean durable,
    Acceptance acceptance) {
  private static final String SHARD_SIZE = "shardSize";
  private static final String DIGEST_YEAR = "digestYear";
  private static final String DIALECT = "dialect";
  private static final String FIELDS = "fields";

  /** Keeps copies of the lists. */
  public RunSettings {
    inputs = List.copyOf(inputs);
    formats = List.copyOf(formats);
  }

  /**
   * The settings that make a snapshot once more.
   *
   * @param manifest its manifest
   * @param inputs what to read
   * @param output where to write
   * @param name its name
   * @throws IllegalArgumentException if the manifest's options are not those of a run: a manifest
   *     comes from anywhere, and must not choose what else a run does
   */
  static RunSettings repeating(Manifest manifest, List<String> inputs, String output, String name) {
    Map<String, String> options = new TreeMap<>(manifest.options());
    WriteOptions written = WriteOptions.takenFrom(options);
    String year = options.remove(DIGEST_YEAR);
    String size = options.remove(SHARD_SIZE);
    if (size == null) {
      throw new IllegalArgumentException("the option " + SHARD_SIZE + " is missing");
    }
    DialectChoice dialects =
        new DialectChoice(options.remove(DIALECT), fields(options.remove(FIELDS)));
    Attribution attribution = Attribution.takenFrom(options);
    if (!options.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown option " + options.keySet().iterator().next() + " in the manifest");
    }
    return new RunSettings(
        inputs,
        output,
        name,
        false,
        year == null ? null : Integer.valueOf(year),
        dialects,
        Long.parseLong(size),
        written.formats(),
        written.csvFormulaGuard(),
        attribution,
        false,
        null,
        false,
        Acceptance.ANY);
  }

  /** The same with other inputs. */
  public RunSettings withInputs(List<String> others) {
    return new RunSettings(
        others,
        output,
        snapshot,
        overwrite,
        digestYear,
        dialects,
        shardSize,
        formats,
        csvFormulaGuard,
        attribution,
        incremental,
        keep,
        durable,
        acceptance);
  }

  /** The fields of {@code title=headline,abstract=body.text}. */
  private static SortedMap<String, String> fields(String written) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (String field : written == null ? new String[0] : written.split(",")) {
      String[] sides = field.split("=", 2);
      if (sides.length < 2) {
        throw new IllegalArgumentException("the option fields is not valid: " + written);
      }
      fields.put(sides[0], sides[1]);
    }
    return fields;
  }

  /** How tables are written. */
  WriteOptions writeOptions() {
    return new WriteOptions(formats, csvFormulaGuard, "null");
  }

  /** Further options that shape the snapshot's bytes, by the name that the manifest gives them. */
  Map<String, String> shapingOptions() {
    Map<String, String> shaping = new TreeMap<>(attribution.options());
    shaping.put(SHARD_SIZE, Long.toString(shardSize));
    if (digestYear != null) {
      shaping.put(DIGEST_YEAR, digestYear.toString());
    }
    if (dialects.dialect() != null) {
      shaping.put(DIALECT, dialects.dialect());
    }
    if (!dialects.fields().isEmpty()) {
      shaping.put(
          FIELDS,
          dialects.fields().entrySet().stream()
              .map(field -> field.getKey() + "=" + field.getValue())
              .collect(Collectors.joining(",")));
    }
    return shaping;
  }
}
