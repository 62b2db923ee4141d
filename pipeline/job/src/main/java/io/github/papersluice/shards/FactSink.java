package io.github.papersluice.shards;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import java.io.IOException;

/** Takes what a shard holds, in its order, and what was found in it. */
public interface FactSink {

  /**
   * A record and its facts.
   *
   * @param digestId the digest that holds it
   * @param recordNumber its place there, from 1
   * @param digestDate ISO date of its heading, or null where no year is known
   * @param paper its texts are views that are valid during this call only
   * @throws IOException if it cannot be taken
   */
  void record(String digestId, long recordNumber, String digestDate, PaperText paper, Facts facts)
      throws IOException;

  /**
   * A piece that is not a record.
   *
   * @param digestId the digest that holds it
   * @param ordinal its place among the digest's rejections, from 1
   * @throws IOException if it cannot be taken
   */
  void rejection(String digestId, long ordinal, Rejection rejection) throws IOException;

  /**
   * A digest, by the segment that knows how it ends.
   *
   * @throws IOException if it cannot be taken
   */
  void digest(DigestSummary summary) throws IOException;
}
