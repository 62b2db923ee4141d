package io.github.papersluice.snapshot;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How tables are written.
 *
 * @param formats the formats, without repetition
 * @param csvFormulaGuard whether CSV cells that a spreadsheet would take for a formula get an
 *     apostrophe before them
 * @param codec the Avro codec's name as Avro spells it: {@code null} (none), {@code deflate}, ...;
 *     only the bytes of {@code null} are the same on every machine
 */
public record WriteOptions(List<Format> formats, boolean csvFormulaGuard, String codec)
    implements Serializable {

  private static final String FORMATS = "formats";
  private static final String GUARD = "csvFormulaGuard";
  private static final String CODEC = "avroCodec";

  /** Avro and CSV, cells left true, not compressed. */
  public static final WriteOptions DEFAULT =
      new WriteOptions(List.of(Format.AVRO, Format.CSV), false, "null");

  /** Takes the formats in the order of {@link Format}, each once. */
  public WriteOptions {
    formats = formats.stream().distinct().sorted().toList();
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("no format to write");
    }
  }

  /** The options as a manifest names them. */
  Map<String, String> options() {
    return Map.of(
        FORMATS,
        formats.stream().map(Format::extension).collect(Collectors.joining(",")),
        GUARD,
        Boolean.toString(csvFormulaGuard),
        CODEC,
        codec);
  }

  /**
   * Takes the options out of those that a manifest names.
   *
   * @param options loses what is taken
   * @throws IllegalArgumentException if one is missing or has a value that no run writes
   */
  public static WriteOptions takenFrom(Map<String, String> options) {
    String formats = taken(options, FORMATS);
    boolean guard = Boolean.parseBoolean(taken(options, GUARD));
    String codec = taken(options, CODEC);
    return new WriteOptions(
        Arrays.stream(formats.split(",")).map(Format::named).toList(), guard, codec);
  }

  private static String taken(Map<String, String> options, String name) {
    String value = options.remove(name);
    if (value == null) {
      throw new IllegalArgumentException("the option " + name + " is missing");
    }
    return value;
  }
}
