package io.github.papersluice.reading;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import java.io.IOException;

/** Takes what a segment holds, in its order. */
public interface SegmentSink {

  /**
   * A segment begins.
   *
   * @param digestId first 16 hex digits of {@code sha256}
   * @param file the file that holds it
   * @param sha256 of the file's stored bytes
   * @param format as in {@link DigestSummary#format()}
   * @throws IOException if it cannot be taken
   */
  default void begin(String digestId, DigestFile file, String sha256, String format)
      throws IOException {}

  /**
   * A record.
   *
   * @param digestId the digest it stands in
   * @param recordNumber its place there, from 1
   * @param digestDate ISO date of its heading, or null where no year is known
   * @param paper its texts are views that are valid during this call only
   * @throws IOException if it cannot be taken
   */
  void record(String digestId, long recordNumber, String digestDate, PaperText paper)
      throws IOException;

  /**
   * A piece that is no record.
   *
   * @param digestId the digest it stands in
   * @param ordinal its place among the digest's rejections, from 1
   * @param rejection what and why
   * @throws IOException if it cannot be taken
   */
  void rejection(String digestId, long ordinal, Rejection rejection) throws IOException;

  /**
   * A digest: at the end of the segment that is the whole of it or its first piece.
   *
   * @param summary of the whole digest
   * @throws IOException if it cannot be taken
   */
  void digest(DigestSummary summary) throws IOException;
}
