package io.github.papersluice.transforms;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;

/**
 * How far a run is, by the runner's metrics.
 *
 * @param bytes input bytes read, attempts that failed among them
 * @param records records written
 */
public record RunProgress(long bytes, long records) {
  private static final String NAMESPACE = "papersluice";
  private static final String BYTES = "bytes_read";
  private static final String RECORDS = "records_written";

  /** The counter of input bytes, for use in a DoFn. */
  static Counter bytesRead() {
    return Metrics.counter(NAMESPACE, BYTES);
  }

  /** The counter of records, for use in a DoFn. */
  static Counter recordsWritten() {
    return Metrics.counter(NAMESPACE, RECORDS);
  }

  /** What a running or finished pipeline has attempted by now. */
  public static RunProgress of(MetricResults metrics) {
    MetricQueryResults results =
        metrics.queryMetrics(
            MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(NAMESPACE)).build());
    return new RunProgress(sum(results, BYTES), sum(results, RECORDS));
  }

  private static long sum(MetricQueryResults results, String name) {
    long sum = 0;
    for (MetricResult<Long> counter : results.getCounters()) {
      if (counter.getName().getName().equals(name)) {
        sum += counter.getAttempted();
      }
    }
    return sum;
  }
}
