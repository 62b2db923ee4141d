package io.github.papersluice.dialects;

import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.Excerpt;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.InputStream;

/** Rejects a digest whole, with a reason that says what it looks like and what to do. */
public final class UnknownDialectReader implements DialectReader {
  private static final int RUN = 1 << 16;

  private final String detail;

  /**
   * A reader for one kind of foreign content.
   *
   * @param detail what the digest looks like and what to do, in sentences
   */
  public UnknownDialectReader(String detail) {
    this.detail = detail;
  }

  @Override
  public void read(InputStream utf8, RecordSink sink) throws IOException {
    byte[] head = utf8.readNBytes(Excerpt.MOST_BYTES);
    long length = head.length;
    byte[] run = new byte[RUN];
    for (int count; (count = utf8.read(run)) >= 0; ) {
      length += count;
    }
    if (length > 0) {
      sink.rejection(
          new Rejection(
              Rejection.Stage.SPLIT,
              Rejection.Reason.UNKNOWN_DIALECT,
              detail,
              0,
              length,
              Excerpt.of(head, 0, head.length)));
    }
  }
}
