package io.github.papersluice.transforms;

import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardReportFiles;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Leaves the shards' reports in the staging folder, where the process that publishes finds them.
 */
public final class WriteReports extends PTransform<PCollection<ShardReport>, PDone> {
  private static final long serialVersionUID = 1L;

  private final OutputFolder output;
  private final String staging;

  private WriteReports(OutputFolder output, String staging) {
    this.output = output;
    this.staging = staging;
  }

  /** Writes into the staging folder of an output folder. */
  public static WriteReports into(OutputFolder output, String staging) {
    return new WriteReports(output, staging);
  }

  @Override
  public PDone expand(PCollection<ShardReport> reports) {
    reports.apply("WriteReport", ParDo.of(new WriteFn(output, staging)));
    return PDone.in(reports.getPipeline());
  }

  static final class WriteFn extends DoFn<ShardReport, Void> {
    private static final long serialVersionUID = 1L;

    private final OutputFolder output;
    private final String staging;

    WriteFn(OutputFolder output, String staging) {
      this.output = output;
      this.staging = staging;
    }

    @ProcessElement
    public void process(@Element ShardReport report) throws IOException {
      new ShardReportFiles(output.storage(), staging).write(report);
    }
  }
}
