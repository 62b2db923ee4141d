package io.github.papersluice.text.splitting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What a digest was split into, kept for a test to look at. */
final class Pieces implements RecordSink {
  /** A record, copied. */
  record Paper(
      String title, String abstractText, long start, long end, String heading, int mended) {}

  /** A run of the digest's bytes that a sink was told of. */
  record Span(long start, long end) {}

  final List<Paper> papers = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  final List<Span> furniture = new ArrayList<>();
  final List<Span> all = new ArrayList<>();
  final List<String> headings = new ArrayList<>();
  final List<Long> borders = new ArrayList<>();

  static Pieces of(byte[] digest) {
    Pieces pieces = new Pieces();
    try {
      new RecordSplitter(pieces).split(digest, 0, digest.length);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return pieces;
  }

  static Pieces of(String digest) {
    return of(digest.getBytes(UTF_8));
  }

  /** Split as a stream that gives at most {@code run} bytes at a time. */
  static Pieces streamed(byte[] digest, int run, long longestRecord) {
    return streamed(new ByteArrayInputStream(digest), run, longestRecord, DigestOffsets.SAME);
  }

  static Pieces streamed(InputStream digest, int run, long longestRecord, DigestOffsets offsets) {
    Pieces pieces = new Pieces();
    try {
      new RecordSplitter(pieces, longestRecord)
          .split(new SlowStream(digest, run), 0, null, offsets);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return pieces;
  }

  List<String> titles() {
    return papers.stream().map(Paper::title).toList();
  }

  @Override
  public void record(PaperText paper) {
    papers.add(
        new Paper(
            paper.title().toString(),
            paper.abstractText().toString(),
            paper.startByte(),
            paper.endByte(),
            paper.heading(),
            paper.replacements()));
    all.add(new Span(paper.startByte(), paper.endByte()));
  }

  @Override
  public void rejection(Rejection rejection) {
    rejections.add(rejection);
    all.add(new Span(rejection.startByte(), rejection.endByte()));
  }

  @Override
  public void furniture(long startByte, long endByte) {
    furniture.add(new Span(startByte, endByte));
    all.add(new Span(startByte, endByte));
  }

  @Override
  public void heading(String heading) {
    headings.add(String.valueOf(heading));
  }

  @Override
  public void border(long startByte) {
    borders.add(startByte);
  }

  private static final class SlowStream extends InputStream {
    private final InputStream in;
    private final int run;

    SlowStream(InputStream in, int run) {
      this.in = in;
      this.run = run;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, Math.min(length, run));
    }
  }
}
