package io.github.papersluice.dialects;

import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads digests of one dialect, one after the other. Keeps its buffers, so it is made once for many
 * digests; not safe for use by several threads.
 */
public interface DialectReader {

  /**
   * Reads a digest from its first byte to its end, in memory that does not grow with it.
   *
   * <p>Every byte belongs to a record, a rejection or a piece of furniture, or is white space
   * between them; they are reported in the digest's order and do not overlap. Offsets count bytes
   * of the stream. Nothing that a digest holds is an exception.
   *
   * @param utf8 the digest, decoded; it may begin with a byte order mark and hold ill-formed
   *     sequences, which become U+FFFD in fields and are counted
   * @param sink takes what is found; headings are date lines or ISO dates
   * @throws IOException if the stream or the sink throws it
   */
  void read(InputStream utf8, RecordSink sink) throws IOException;
}
