package io.github.papersluice.snapshot;

import static java.util.stream.Collectors.joining;

import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A shard's place among the parts of each table. How many there are is not in the names: a shard
 * that keeps its content keeps its parts, names and all, when a later one is added.
 *
 * @param shard from 0
 */
public record PartName(int shard) {
  private static final int DIGITS = 5;

  private static final Pattern PATH =
      Pattern.compile(
          alternatives(Format.values(), Format::extension)
              + "/"
              + alternatives(Table.values(), Table::tableName)
              + "/part-[0-9]{5,}[.]"
              + alternatives(Format.values(), Format::extension));

  private static <T> String alternatives(T[] values, Function<T, String> name) {
    return Stream.of(values).map(name).collect(joining("|", "(", ")"));
  }

  /** The part's path in the snapshot: {@code csv/links/part-00000.csv}. */
  public String path(Table table, Format format) {
    return format.extension()
        + "/"
        + table.tableName()
        + "/part-"
        + padded(shard)
        + "."
        + format.extension();
  }

  /** Whether a path in a snapshot is that of a part, of any shard. */
  static boolean isOfPart(String path) {
    return PATH.matcher(path).matches();
  }

  /** Where an attempt at the shard writes the part. */
  public String stagedPath(String staging, Table table, Format format, String attempt) {
    return staging
        + "/parts/"
        + padded(shard)
        + "-"
        + attempt
        + "-"
        + table.tableName()
        + "."
        + format.extension();
  }

  private static String padded(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
