package io.github.papersluice.query;

/**
 * What a query may take before it is ended.
 *
 * @param seconds how long it may run, from 1
 * @param memoryBytes how much memory DuckDB may take, from 1 KB; its own tables are not stored in
 *     it
 */
public record QueryLimits(int seconds, long memoryBytes) {

  /** Five minutes and 2 GB. */
  public static final QueryLimits DEFAULT = new QueryLimits(300, 2L << 30);
}
