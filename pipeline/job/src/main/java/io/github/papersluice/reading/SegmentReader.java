package io.github.papersluice.reading;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.dialects.DistinctRecords;
import io.github.papersluice.dialects.Recognition;
import io.github.papersluice.dialects.RowReader;
import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.DigestOffsets;
import io.github.papersluice.text.splitting.Excerpt;
import io.github.papersluice.text.splitting.RecordSplitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Reads segments record by record. Made once for many segments, since it keeps its buffers; not
 * safe for use by several threads.
 *
 * <p>Nothing that a file holds is an exception: what is no text, damaged or no record is told to
 * the sink as a rejection.
 */
public final class SegmentReader {
  private static final int LARGEST_IDLE_BUFFER = 1 << 25;

  private final DigestOpener opener;
  private final Integer digestYear;
  private final DialectReaders dialects;
  private final SegmentSplit split = new SegmentSplit();
  private final RecordSplitter splitter = new RecordSplitter(split);
  private byte[] buffer = new byte[0];

  /**
   * A reader of segments.
   *
   * @param opener opens the files
   * @param digestYear the year of headings that have none, or null
   */
  public SegmentReader(DigestOpener opener, Integer digestYear) {
    this(opener, digestYear, DialectChoice.RECOGNISE);
  }

  /**
   * A reader of segments of which something is known.
   *
   * @param opener opens the files
   * @param digestYear the year of headings that have none, or null
   * @param choice what is said of the digests' dialects
   */
  public SegmentReader(DigestOpener opener, Integer digestYear, DialectChoice choice) {
    this.opener = opener;
    this.dialects = new DialectReaders(choice);
    this.digestYear = digestYear;
  }

  /**
   * Reads a segment to its end.
   *
   * @param segment as planned
   * @param sink takes what it holds
   * @throws InputChangedException if the file is not what it was when the segment was planned; what
   *     the sink was told so far does not count
   * @throws UnreadableInputException if the file cannot be opened or read
   * @throws IOException if the sink throws it
   */
  public void read(DigestSegment segment, SegmentSink sink) throws IOException {
    if (segment.sha256() == null) {
      readWhole(segment.file(), sink);
    } else if (segment.piece() == null) {
      readStream(segment, sink);
    } else {
      readPiece(segment, segment.piece(), sink);
    }
  }

  private void readWhole(DigestFile file, SegmentSink sink) throws IOException {
    int length = load(file);
    MessageDigest sha256 = Sha256.start();
    sha256.update(buffer, 0, length);
    String hash = Sha256.hex(sha256);
    split.begin(file, hash, new DigestDates(file.name(), digestYear), sink);
    if (Compression.of(buffer, length) != Compression.NONE) {
      readContent(new ByteArrayInputStream(buffer, 0, length));
      return;
    }
    Encoding encoding = Encoding.of(buffer, Math.min(length, Encoding.HEAD_LENGTH));
    if (encoding != Encoding.UTF_8) {
      readContent(new ByteArrayInputStream(buffer, 0, length));
      return;
    }
    readUtf8(length);
    split.finish();
  }

  private void readUtf8(int length) throws IOException {
    Recognition recognition = dialects.recognise(buffer, length);
    split.format(format("", Encoding.UTF_8, recognition));
    if (DialectReaders.isPlainText(recognition)) {
      splitter.split(buffer, 0, length);
    } else {
      dialects
          .reader(recognition)
          .read(new ByteArrayInputStream(buffer, 0, length), new DistinctRecords(split));
    }
  }

  /** As in {@link DigestSummary#format()}: the dialect stands for UTF-8, in which most are. */
  static String format(String compression, Encoding encoding, Recognition recognition) {
    if (DialectReaders.isPlainText(recognition)) {
      return compression + encoding.formatName();
    }
    String dialect = recognition.dialect().name();
    return compression
        + (encoding == Encoding.UTF_8 ? dialect : encoding.formatName() + "+" + dialect);
  }

  /** Reads a small file into the buffer; its length. */
  private int load(DigestFile file) throws IOException {
    int length = Math.toIntExact(file.size());
    if (buffer.length < length || buffer.length > LARGEST_IDLE_BUFFER) {
      buffer = new byte[length];
    }
    try (StoredBytes stored = StoredBytes.open(file, opener)) {
      stored.readNBytes(buffer, 0, length);
      stored.checkEnd();
    }
    return length;
  }

  private void readStream(DigestSegment segment, SegmentSink sink) throws IOException {
    DigestFile file = segment.file();
    split.begin(file, segment.sha256(), new DigestDates(file.name(), digestYear), sink);
    try (StoredBytes stored = StoredBytes.open(file, opener)) {
      readContent(stored);
      stored.drain();
      stored.checkEnd();
      check(segment, stored);
    }
  }

  private void readContent(InputStream stored) throws IOException {
    try (DigestContent content = DigestContent.of(stored)) {
      long length;
      if (content.encoding() == Encoding.BINARY) {
        split.format(content.format());
        length = content.drain();
        split.rejection(notText(content, length));
      } else {
        readDialect(content);
        length = content.drain();
      }
      if (content.isDamaged()) {
        split.rejection(damaged(content, length));
      }
      split.finish();
    }
  }

  private void readDialect(DigestContent content) throws IOException {
    DialectReaders.Opened opened = dialects.open(content.utf8());
    split.format(format(content.compressionPrefix(), content.encoding(), opened.recognition()));
    if (DialectReaders.isPlainText(opened.recognition())) {
      splitter.split(opened.utf8(), 0, null, content.offsets());
      return;
    }
    DialectReader reader = dialects.reader(opened.recognition());
    if (content.encoding() == Encoding.UTF_8) {
      reader.read(opened.utf8(), new DistinctRecords(split));
    } else {
      Utf16Places places = new Utf16Places(content.offsets(), new DistinctRecords(split));
      reader.read(places.watch(opened.utf8()), places);
    }
  }

  private static Rejection notText(DigestContent content, long length) {
    byte[] head = content.head();
    return new Rejection(
        Rejection.Stage.READ,
        Rejection.Reason.NOT_TEXT,
        "The file is no text in UTF-8, nor in UTF-16 with a byte order mark.",
        0,
        length,
        Excerpt.of(head, 0, head.length));
  }

  private static Rejection damaged(DigestContent content, long length) {
    return new Rejection(
        Rejection.Stage.READ,
        Rejection.Reason.DAMAGED,
        "The file ("
            + content.format()
            + ") is damaged or cut short: it can be decompressed as far as byte "
            + length
            + ".",
        length,
        length,
        "");
  }

  private void readPiece(DigestSegment segment, Piece piece, SegmentSink sink) throws IOException {
    DigestFile file = segment.file();
    DigestDates dates = new DigestDates(file.name(), digestYear);
    split.begin(file, segment.sha256(), dates, sink);
    split.beginAt(piece);
    try (StoredBytes stored = StoredBytes.open(file, opener, piece.start(), piece.end())) {
      RowPiece rows = piece.rows();
      if (rows == null) {
        split.format(Encoding.UTF_8.formatName());
        splitter.split(stored, piece.start(), piece.heading(), DigestOffsets.SAME);
      } else {
        split.format(rows.dialect());
        dialects
            .rowReader(rows.dialect())
            .readFrom(
                stored,
                new RowReader.Start(piece.start(), piece.heading(), rows.preamble()),
                new RowPieceSink(rows, split));
      }
      if (piece.end() == file.size()) {
        stored.checkEnd();
      }
      check(segment, stored);
    }
    DigestTotals totals = piece.totals();
    if (totals != null) {
      split.finish(totals);
    }
  }

  private static void check(DigestSegment segment, StoredBytes stored)
      throws InputChangedException {
    if (stored.checksum() != segment.checksum()) {
      throw new InputChangedException(segment.file().location(), "its bytes are others");
    }
  }

  /** The summary of a digest that was read or planned. */
  static DigestSummary summary(
      DigestFile file, String sha256, String format, DigestTotals totals, DigestDates dates) {
    return new DigestSummary(
        SegmentSplit.digestId(sha256),
        file.name(),
        sha256,
        file.size(),
        format,
        totals.heading(),
        dates.of(totals.heading()),
        totals.papers(),
        totals.rejections(),
        totals.replacements());
  }
}
