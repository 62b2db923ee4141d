package io.github.papersluice.reading;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.DigestOffsets;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Turns the offsets that a dialect's reader reports into those of the digest's own bytes. Keeps the
 * bytes that were read since the last place that was asked for.
 */
final class Utf16Places implements RecordSink {
  private static final int FIRST_WINDOW = 1 << 16;

  private final DigestOffsets offsets;
  private final RecordSink sink;
  private byte[] window = new byte[FIRST_WINDOW];
  private int length;
  private long base;
  private long asked;

  Utf16Places(DigestOffsets offsets, RecordSink sink) {
    this.offsets = offsets;
    this.sink = sink;
  }

  /** The stream to read, whose bytes are kept until their places are known. */
  InputStream watch(InputStream utf8) {
    return new FilterInputStream(utf8) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int wanted) throws IOException {
        int count = in.read(bytes, offset, wanted);
        if (count > 0) {
          keep(bytes, offset, count);
        }
        return count;
      }

      @Override
      public long skip(long wanted) throws IOException {
        return readNBytes((int) Math.min(wanted, FIRST_WINDOW)).length;
      }
    };
  }

  private void keep(byte[] bytes, int offset, int count) {
    if (length + count > window.length) {
      dropAsked();
    }
    if (length + count > window.length) {
      window = Arrays.copyOf(window, Math.max(2 * window.length, length + count));
    }
    System.arraycopy(bytes, offset, window, length, count);
    length += count;
  }

  private void dropAsked() {
    int done = (int) (asked - base);
    System.arraycopy(window, done, window, 0, length - done);
    length -= done;
    base = asked;
  }

  private long place(long position) {
    asked = Math.min(Math.max(asked, position), base + length);
    return offsets.digestByte(window, base, asked);
  }

  @Override
  public void record(PaperText paper) throws IOException {
    long start = place(paper.startByte());
    sink.record(
        new PaperText(
            paper.title(),
            paper.abstractText(),
            start,
            place(paper.endByte()),
            paper.heading(),
            paper.replacements(),
            paper.metadata()));
  }

  @Override
  public void rejection(Rejection rejection) throws IOException {
    long start = place(rejection.startByte());
    sink.rejection(
        new Rejection(
            rejection.stage(),
            rejection.reason(),
            rejection.detail(),
            start,
            place(rejection.endByte()),
            rejection.excerpt()));
  }

  @Override
  public void furniture(long startByte, long endByte) {
    long start = place(startByte);
    sink.furniture(start, place(endByte));
  }

  @Override
  public void duplicate(long startByte, long endByte) {
    long start = place(startByte);
    sink.duplicate(start, place(endByte));
  }

  @Override
  public void heading(String heading) {
    sink.heading(heading);
  }
}
