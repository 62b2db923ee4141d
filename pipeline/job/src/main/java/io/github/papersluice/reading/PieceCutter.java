package io.github.papersluice.reading;

import io.github.papersluice.dialects.RowReader;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Cuts a digest into pieces while it is split once from end to end: at the first border after each
 * multiple of the piece size. The same splitter that later reads a piece says where the borders are
 * and what stands before them, so the pieces together hold what the digest holds, by construction;
 * where there is no border, as within a very long record, a piece is longer.
 */
final class PieceCutter implements RecordSink {
  /** A piece and the CRC-32C of its bytes. */
  record Cut(Piece piece, long checksum) {}

  private final long pieceSize;
  private final List<Cut> cuts = new ArrayList<>();
  private final CRC32C checksum = new CRC32C();
  private long start;
  private long end;
  private String entryHeading;
  private long entryRecord = 1;
  private long entryRejection = 1;
  private String heading;
  private String firstHeading;
  private long papers;
  private long rejections;
  private long replacements;
  private final List<Long> duplicates = new ArrayList<>();
  private final List<Long> repeated = new ArrayList<>();
  private final String dialect;
  private final RowReader rowReader;

  /** A cutter of plain text. */
  PieceCutter(long pieceSize) {
    this(pieceSize, null, null);
  }

  /** A cutter of rows, which the reader reads in the dialect. */
  PieceCutter(long pieceSize, String dialect, RowReader rowReader) {
    this.pieceSize = pieceSize;
    this.dialect = dialect;
    this.rowReader = rowReader;
  }

  @Override
  public void record(PaperText paper) {
    papers++;
    replacements += paper.replacements();
  }

  @Override
  public boolean countsOnly() {
    return true;
  }

  @Override
  public void rejection(Rejection rejection) {
    rejections++;
    if (rejection.reason() == Rejection.Reason.REPEATED_TITLE) {
      repeated.add(rejection.startByte());
    }
  }

  @Override
  public void duplicate(long startByte, long endByte) {
    duplicates.add(startByte);
  }

  @Override
  public void heading(String newHeading) {
    heading = newHeading;
    firstHeading = firstHeading == null ? newHeading : firstHeading;
  }

  @Override
  public void passed(byte[] bytes, int from, int to) {
    checksum.update(bytes, from, to - from);
    end += to - from;
  }

  @Override
  public void border(long startByte) {
    if (startByte - start >= pieceSize) {
      cut(startByte);
    }
  }

  private void cut(long to) {
    Piece piece = new Piece(start, to, entryRecord, entryRejection, entryHeading, null, rows());
    cuts.add(new Cut(piece, checksum.getValue()));
    checksum.reset();
    start = to;
    entryRecord = papers + 1;
    entryRejection = rejections + 1;
    entryHeading = heading;
  }

  private RowPiece rows() {
    if (rowReader == null) {
      return null;
    }
    RowPiece rows = new RowPiece(dialect, rowReader.preamble(), duplicates, repeated);
    duplicates.clear();
    repeated.clear();
    return rows;
  }

  /** The pieces of the digest, which was split to its end. */
  List<Cut> finish() {
    cut(end);
    DigestTotals totals = new DigestTotals(firstHeading, papers, rejections, replacements);
    Cut first = cuts.get(0);
    Piece piece = first.piece();
    cuts.set(
        0,
        new Cut(
            new Piece(
                piece.start(),
                piece.end(),
                piece.firstRecordNumber(),
                piece.firstRejectionOrdinal(),
                piece.heading(),
                totals,
                piece.rows()),
            first.checksum()));
    return List.copyOf(cuts);
  }
}
