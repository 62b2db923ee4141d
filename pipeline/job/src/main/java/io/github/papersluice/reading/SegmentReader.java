package io.github.papersluice.reading;

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
    this.opener = opener;
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
    split.format(encoding.formatName());
    splitter.split(buffer, 0, length);
    split.finish();
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
      split.format(content.format());
      long length;
      if (content.encoding() == Encoding.BINARY) {
        length = content.drain();
        split.rejection(notText(content, length));
      } else {
        splitter.split(content.utf8(), 0, null, content.offsets());
        length = content.drain();
      }
      if (content.isDamaged()) {
        split.rejection(damaged(content, length));
      }
      split.finish();
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
      split.format(Encoding.UTF_8.formatName());
      splitter.split(stored, piece.start(), piece.heading(), DigestOffsets.SAME);
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
