package io.github.papersluice.dialects.entries;

import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that a parser is looking at: grows as far as the parser looks, and lets go
 * of what it has done with. Places count the stream's bytes from its first one. Kept for many
 * streams.
 */
final class ByteWindow {
  private static final int RUN = 1 << 16;
  private static final int LARGEST_IDLE_BUFFER = 1 << 22;

  private InputStream in;
  private RecordSink passed;
  private byte[] bytes = new byte[2 * RUN];
  private int start;
  private int end;
  private long base;
  private boolean ended;

  /**
   * Begins with a stream.
   *
   * @param stream the bytes to its end
   * @param firstByte the place of its first byte
   * @param sink takes the bytes that are done with
   */
  void begin(InputStream stream, long firstByte, RecordSink sink) {
    in = stream;
    passed = sink;
    start = 0;
    end = 0;
    base = firstByte;
    ended = false;
    if (bytes.length > LARGEST_IDLE_BUFFER) {
      bytes = new byte[2 * RUN];
    }
  }

  /** Holds the bytes {@code [index(from), limit())}. */
  byte[] bytes() {
    return bytes;
  }

  /** Index of a place that is in the window. */
  int index(long place) {
    return (int) (place - base);
  }

  /** The place of an index. */
  long place(int index) {
    return base + index;
  }

  /** Index after the last byte that was read. */
  int limit() {
    return end;
  }

  /** The place after the last byte that was read. */
  long end() {
    return base + end;
  }

  /** The first place that is still held. */
  long from() {
    return base + start;
  }

  /** The byte, 0 to 255, at a place that is not let go of, or -1 at the end of the stream. */
  int at(long place) throws IOException {
    while (place >= base + end) {
      if (!more()) {
        return -1;
      }
    }
    return bytes[(int) (place - base)] & 0xFF;
  }

  /** Reads on; false at the end of the stream. Indexes change, places do not. */
  boolean more() throws IOException {
    if (ended) {
      return false;
    }
    if (bytes.length - end < RUN) {
      makeRoom();
    }
    int count = in.read(bytes, end, bytes.length - end);
    if (count < 0) {
      ended = true;
      return false;
    }
    end += count;
    return true;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      base += start;
      end -= start;
      start = 0;
    }
    if (bytes.length - end < RUN) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
  }

  /** Lets go of the bytes before a place. */
  void release(long place) {
    int index = (int) (Math.min(place, end()) - base);
    if (index > start) {
      passed.passed(bytes, start, index);
      start = index;
    }
  }
}
