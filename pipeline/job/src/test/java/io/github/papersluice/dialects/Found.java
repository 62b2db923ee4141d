package io.github.papersluice.dialects;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a reader finds in a digest, and whether every byte of it belongs to something. */
final class Found implements RecordSink {
  static final Dialects ALL = Dialects.of(DialectChoice.RECOGNISE);

  /** A paper as values. */
  record Paper(
      String title,
      String abstractText,
      PaperMetadata metadata,
      String heading,
      long start,
      long end,
      int replacements) {}

  final List<Paper> papers = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  final List<String> headings = new ArrayList<>();
  final List<Long> borders = new ArrayList<>();
  private final List<long[]> pieces = new ArrayList<>();
  private final byte[] digest;

  private Found(byte[] digest) {
    this.digest = digest;
  }

  /** What the reader of the dialect that is recognised finds. */
  static Found in(byte[] digest) {
    return by(ALL.recognise(Head.of(digest, digest.length)).dialect().reader(), digest);
  }

  static Found in(String digest) {
    return in(digest.getBytes(UTF_8));
  }

  /** What a reader finds; each record once. */
  static Found by(DialectReader reader, byte[] digest) {
    Found found = new Found(digest);
    try {
      reader.read(new ByteArrayInputStream(digest), new DistinctRecords(found));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  /** What a reader finds between two borders of a digest that it has read to its end. */
  static Found piece(RowReader reader, byte[] digest, int from, int to) {
    Found found = new Found(digest);
    try {
      reader.readFrom(
          new ByteArrayInputStream(digest, from, to - from),
          new RowReader.Start(from, null, reader.preamble()),
          found);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  static String dialectOf(byte[] digest) {
    return ALL.recognise(Head.of(digest, digest.length)).dialect().name();
  }

  static String dialectOf(String digest) {
    return dialectOf(digest.getBytes(UTF_8));
  }

  List<String> titles() {
    return papers.stream().map(Paper::title).toList();
  }

  List<Rejection.Reason> reasons() {
    return rejections.stream().map(Rejection::reason).toList();
  }

  /** Fails where a byte belongs to nothing or to two pieces, unless it is white space. */
  void assertEveryByteBelongs() {
    long done = 0;
    for (long[] piece : pieces) {
      if (piece[0] < done || piece[1] < piece[0] || piece[1] > digest.length) {
        throw new AssertionError(
            "[" + piece[0] + ", " + piece[1] + ") after " + done + " of " + digest.length);
      }
      assertWhite(done, piece[0]);
      done = piece[1];
    }
    assertWhite(done, digest.length);
  }

  private void assertWhite(long from, long to) {
    String between = new String(digest, (int) from, (int) (to - from), UTF_8);
    if (!between.replaceAll("[\\s\\uFEFF\\u00A0]", "").isEmpty()) {
      throw new AssertionError("[" + from + ", " + to + ") belongs to nothing: " + between);
    }
  }

  /** All of it as text, one value a line. */
  String text() {
    StringBuilder text = new StringBuilder();
    String heading = null;
    for (Paper paper : papers) {
      if (!Objects.equals(heading, paper.heading())) {
        heading = paper.heading();
        line(text, "date", heading);
      }
      line(text, "paper", paper.title());
      line(text, "  abstract", paper.abstractText().isEmpty() ? null : paper.abstractText());
      metadata(text, paper.metadata());
      line(text, "  replaced", paper.replacements() == 0 ? null : paper.replacements());
    }
    for (Rejection rejection : rejections) {
      line(text, "rejected", rejection.reason() + " " + rejection.detail());
    }
    return text.toString();
  }

  private static void metadata(StringBuilder text, PaperMetadata metadata) {
    line(text, "  arxiv_id", metadata.arxivId());
    line(text, "  doi", metadata.doi());
    line(text, "  url", metadata.url());
    line(text, "  authors", metadata.authors());
    line(text, "  published_date", metadata.publishedDate());
    line(text, "  categories", metadata.categories());
    line(text, "  comment", metadata.comment());
    line(text, "  code_url", metadata.codeUrl());
    line(text, "  project_url", metadata.projectUrl());
    line(text, "  upvotes", metadata.upvotes());
  }

  private static void line(StringBuilder text, String name, Object value) {
    if (value != null) {
      text.append(name).append(' ').append(value).append('\n');
    }
  }

  @Override
  public void record(PaperText paper) {
    pieces.add(new long[] {paper.startByte(), paper.endByte()});
    papers.add(
        new Paper(
            paper.title().toString(),
            paper.abstractText().toString(),
            paper.metadata(),
            paper.heading(),
            paper.startByte(),
            paper.endByte(),
            paper.replacements()));
  }

  @Override
  public void rejection(Rejection rejection) {
    pieces.add(new long[] {rejection.startByte(), rejection.endByte()});
    rejections.add(rejection);
  }

  @Override
  public void furniture(long startByte, long endByte) {
    pieces.add(new long[] {startByte, endByte});
  }

  @Override
  public void heading(String heading) {
    headings.add(heading);
  }

  @Override
  public void border(long startByte) {
    borders.add(startByte);
  }
}
