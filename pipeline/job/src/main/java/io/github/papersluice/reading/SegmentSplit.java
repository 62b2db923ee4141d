package io.github.papersluice.reading;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;

/** Numbers and dates what is split from a segment, and counts what a whole digest holds. */
final class SegmentSplit implements RecordSink {
  private static final int DIGEST_ID_LENGTH = 16;

  private SegmentSink sink;
  private DigestFile file;
  private String sha256;
  private String digestId;
  private String format;
  private DigestDates dates;
  private long nextRecord;
  private long nextRejection;
  private long replacements;
  private String firstHeading;

  /** The id of a digest of this SHA-256. */
  static String digestId(String sha256) {
    return sha256.substring(0, DIGEST_ID_LENGTH);
  }

  /** Begins with a digest. */
  void begin(DigestFile digestFile, String hash, DigestDates digestDates, SegmentSink segmentSink) {
    sink = segmentSink;
    file = digestFile;
    sha256 = hash;
    digestId = digestId(hash);
    dates = digestDates;
    nextRecord = 1;
    nextRejection = 1;
    replacements = 0;
    firstHeading = null;
  }

  /** Goes on where a piece begins. */
  void beginAt(Piece piece) {
    nextRecord = piece.firstRecordNumber();
    nextRejection = piece.firstRejectionOrdinal();
  }

  /** Tells the sink that the digest or piece begins, now that its format is known. */
  void format(String digestFormat) throws IOException {
    format = digestFormat;
    sink.begin(digestId, file, sha256, format);
  }

  @Override
  public void record(PaperText paper) throws IOException {
    replacements += paper.replacements();
    sink.record(digestId, nextRecord++, dates.of(paper.heading()), paper);
  }

  @Override
  public void rejection(Rejection rejection) throws IOException {
    sink.rejection(digestId, nextRejection++, rejection);
  }

  @Override
  public void heading(String heading) {
    if (firstHeading == null) {
      firstHeading = heading;
    }
  }

  /** Tells the sink of the digest that was read from its beginning. */
  void finish() throws IOException {
    finish(new DigestTotals(firstHeading, nextRecord - 1, nextRejection - 1, replacements));
  }

  /** Tells the sink of the digest by totals that were counted before. */
  void finish(DigestTotals totals) throws IOException {
    sink.digest(SegmentReader.summary(file, sha256, format, totals, dates));
  }
}
