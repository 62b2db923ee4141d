package io.github.papersluice.dialects;

import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a dialect of rows or lines, each of which is read without looking at the others: a large
 * digest is cut between them and its pieces are read at the same time. {@link #read} reports each
 * border and passes the bytes before it.
 */
public interface RowReader extends DialectReader {

  /** What a reader that begins at a border must know of the digest's beginning; never null. */
  String preamble();

  /**
   * Reads what stands between two borders.
   *
   * @param utf8 the bytes from one border to another, or to the end
   * @param start the border's place in the digest, and what holds there
   * @param sink takes what is found; offsets count from the digest's first byte
   * @throws IOException if the stream or the sink throws it
   */
  void readFrom(InputStream utf8, Start start, RecordSink sink) throws IOException;

  /**
   * Where a reader begins.
   *
   * @param firstByte the border's place in the digest
   * @param heading the date in force there, or null
   * @param preamble as {@link #preamble()} said once the digest was read
   */
  record Start(long firstByte, String heading, String preamble) {}
}
