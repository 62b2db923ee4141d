package io.github.papersluice.shards;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.reading.SegmentSink;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.text.FactScanner;
import java.io.IOException;

/** Writes what is read of a shard, and what is found in it, as rows. */
public final class ShardExtraction implements SegmentSink {
  private final ShardWriter writer;
  private long records;

  public ShardExtraction(ShardWriter writer) {
    this.writer = writer;
  }

  /** How many records have been written. */
  public long records() {
    return records;
  }

  @Override
  public void record(String digestId, long recordNumber, String digestDate, PaperText paper)
      throws IOException {
    records++;
    writer.paper(digestId, recordNumber, digestDate, paper, FactScanner.scan(paper));
  }

  @Override
  public void rejection(String digestId, long ordinal, Rejection rejection) throws IOException {
    writer.rejection(digestId, ordinal, rejection);
  }

  @Override
  public void digest(DigestSummary summary) throws IOException {
    writer.digest(summary);
  }
}
