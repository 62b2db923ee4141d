package io.github.papersluice.snapshot;

import java.io.Serializable;
import java.util.List;

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
}
