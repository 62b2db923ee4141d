package io.github.papersluice.shards;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.SegmentReader;
import io.github.papersluice.reading.SegmentSink;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.text.FactScanner;
import java.io.IOException;

/**
 * What is made of a shard: its segments are read, split into records, searched for facts, and
 * handed on or written as rows, one record at a time. Whatever drives the job calls this. Keeps its
 * buffers from one segment to the next; for one thread.
 */
public final class ShardExtraction {
  private final SegmentReader reader;

  /** Extraction from what a reader reads. */
  public ShardExtraction(SegmentReader reader) {
    this.reader = reader;
  }

  /**
   * Hands on what a segment holds.
   *
   * @return how many records it holds
   * @throws IOException if it cannot be read, or the sink throws it
   */
  public long read(DigestSegment segment, FactSink sink) throws IOException {
    WithFacts records = new WithFacts(sink);
    reader.read(segment, records);
    return records.count;
  }

  /**
   * Writes what a segment holds as rows.
   *
   * @return how many records it holds
   * @throws IOException if it cannot be read or written
   */
  public long write(DigestSegment segment, ShardWriter writer) throws IOException {
    return read(segment, new ShardRows(writer));
  }

  private static final class WithFacts implements SegmentSink {
    private final FactSink sink;
    private long count;

    WithFacts(FactSink sink) {
      this.sink = sink;
    }

    @Override
    public void record(String digestId, long recordNumber, String digestDate, PaperText paper)
        throws IOException {
      count++;
      sink.record(digestId, recordNumber, digestDate, paper, FactScanner.scan(paper));
    }

    @Override
    public void rejection(String digestId, long ordinal, Rejection rejection) throws IOException {
      sink.rejection(digestId, ordinal, rejection);
    }

    @Override
    public void digest(DigestSummary summary) throws IOException {
      sink.digest(summary);
    }
  }
}
