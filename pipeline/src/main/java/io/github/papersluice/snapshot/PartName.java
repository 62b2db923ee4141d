package io.github.papersluice.snapshot;

/**
 * A shard's place among the parts of each table.
 *
 * @param shard from 0
 * @param shardCount how many there are
 */
record PartName(int shard, int shardCount) {
  private static final int DIGITS = 5;

  /** The part's path in the snapshot: {@code csv/links/part-00000-of-00004.csv}. */
  String path(Table table, Format format) {
    return format.extension()
        + "/"
        + table.tableName()
        + "/part-"
        + padded(shard)
        + "-of-"
        + padded(shardCount)
        + "."
        + format.extension();
  }

  /** Where an attempt at the shard writes the part. */
  String stagedPath(String staging, Table table, Format format, String attempt) {
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
