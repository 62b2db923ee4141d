package io.github.papersluice.reading;

import io.github.papersluice.dialects.DistinctRecords;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Drops the records of a piece that do not count in the whole digest, which was found out when the
 * digest was cut.
 */
final class RowPieceSink implements RecordSink {
  private final RecordSink sink;
  private final Set<Long> duplicates;
  private final Set<Long> repeated;

  RowPieceSink(RowPiece piece, RecordSink sink) {
    this.sink = sink;
    this.duplicates = new HashSet<>(piece.duplicates());
    this.repeated = new HashSet<>(piece.repeated());
  }

  @Override
  public void record(PaperText paper) throws IOException {
    if (duplicates.contains(paper.startByte())) {
      sink.duplicate(paper.startByte(), paper.endByte());
    } else if (repeated.contains(paper.startByte())) {
      sink.rejection(DistinctRecords.repeated(paper));
    } else {
      sink.record(paper);
    }
  }

  @Override
  public void rejection(Rejection rejection) throws IOException {
    sink.rejection(rejection);
  }

  @Override
  public void furniture(long startByte, long endByte) {
    sink.furniture(startByte, endByte);
  }

  @Override
  public void heading(String heading) {
    sink.heading(heading);
  }
}
