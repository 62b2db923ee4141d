package io.github.papersluice.job;

import io.github.papersluice.evaluation.EvaluatedRecord;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.SegmentReader;
import io.github.papersluice.reading.Shard;
import io.github.papersluice.reading.ShardPlanner;
import io.github.papersluice.shards.FactSink;
import io.github.papersluice.shards.ShardExtraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The records of one digest with their facts, without a pipeline. */
public final class ExtractedRecords implements FactSink {
  private final List<EvaluatedRecord> records = new ArrayList<>();

  private ExtractedRecords() {}

  /** Reads a digest on this machine; rejected pieces are left out. */
  public static List<EvaluatedRecord> of(Path digest) throws IOException {
    ExtractedRecords extracted = new ExtractedRecords();
    DigestFile file =
        new DigestFile(digest.getFileName().toString(), digest.toString(), Files.size(digest));
    ShardExtraction extraction =
        new ShardExtraction(
            new SegmentReader(location -> Files.newByteChannel(Path.of(location)), null));
    for (Shard shard :
        ShardPlanner.plan(
                List.of(file),
                ShardPlanner.DEFAULT_SHARD_SIZE,
                location -> Files.newByteChannel(Path.of(location)))
            .shards()) {
      for (DigestSegment segment : shard.segments()) {
        extraction.read(segment, extracted);
      }
    }
    return extracted.records;
  }

  @Override
  public void record(
      String digestId, long recordNumber, String digestDate, PaperText paper, Facts facts) {
    records.add(
        new EvaluatedRecord(
            paper.title().toString(),
            paper.abstractText().toString(),
            facts.links(),
            facts.modelSizes(),
            facts.codeStatus()));
  }

  @Override
  public void rejection(String digestId, long ordinal, Rejection rejection) {}

  @Override
  public void digest(DigestSummary summary) {}
}
