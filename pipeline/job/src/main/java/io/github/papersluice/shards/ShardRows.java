package io.github.papersluice.shards;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.snapshot.ShardWriter;
import java.io.IOException;

/** Writes what a shard holds as rows of the tables. */
record ShardRows(ShardWriter writer) implements FactSink {
  @Override
  public void record(
      String digestId, long recordNumber, String digestDate, PaperText paper, Facts facts)
      throws IOException {
    writer.paper(digestId, recordNumber, digestDate, paper, facts);
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
