package io.github.papersluice.reading;

import io.github.papersluice.dialects.DistinctRecords;
import io.github.papersluice.dialects.RowReader;
import io.github.papersluice.hash.Sha256;
import io.github.papersluice.text.splitting.DigestOffsets;
import io.github.papersluice.text.splitting.RecordSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * Reads a file once to learn what must be known before it is read for its records: its SHA-256, its
 * checksum, and for large plain text and rows where to cut it.
 */
final class FileScan {
  /** For fewer bytes another thread takes longer to begin than to hash them. */
  private static final long WORTH_A_THREAD = 1 << 18;

  private FileScan() {}

  /**
   * The segments of a file: its pieces, or the whole of it if it is not UTF-8, or in a dialect that
   * cannot be cut.
   *
   * @param pieceSize about how long a piece is to be, in bytes
   */
  static List<DigestSegment> cut(
      DigestFile file, long pieceSize, DigestOpener opener, DialectReaders dialects)
      throws IOException {
    try (StoredBytes stored = StoredBytes.open(file, opener);
        Sha256Worker sha256 = new Sha256Worker()) {
      HashedStream hashed = new HashedStream(stored, sha256);
      DigestContent content = DigestContent.of(hashed);
      if (!content.isPlainUtf8()) {
        content.close();
        return List.of(hashToEnd(file, stored, hashed));
      }
      DialectReaders.Opened opened = dialects.open(content.utf8());
      PieceCutter cutter = split(opened, pieceSize, dialects);
      if (cutter == null) {
        return List.of(hashToEnd(file, stored, hashed));
      }
      stored.checkEnd();
      String hash = sha256.finish();
      return cutter.finish().stream()
          .map(cut -> new DigestSegment(file, hash, cut.checksum(), cut.piece()))
          .toList();
    }
  }

  /** Splits a digest of plain text or rows; null if it is in a dialect that is not cut. */
  private static PieceCutter split(
      DialectReaders.Opened opened, long pieceSize, DialectReaders dialects) throws IOException {
    if (DialectReaders.isPlainText(opened.recognition())) {
      PieceCutter cutter = new PieceCutter(pieceSize);
      new RecordSplitter(cutter).split(opened.utf8(), 0, null, DigestOffsets.SAME);
      return cutter;
    }
    if (opened.recognition().inRows()) {
      RowReader reader = (RowReader) dialects.reader(opened.recognition());
      String dialect = opened.recognition().dialect().name();
      PieceCutter cutter = new PieceCutter(pieceSize, dialect, reader);
      reader.read(opened.utf8(), new DistinctRecords(cutter));
      return cutter;
    }
    return null;
  }

  /** A file as one segment, with its hash. */
  static DigestSegment hash(DigestFile file, DigestOpener opener) throws IOException {
    if (file.size() <= WORTH_A_THREAD) {
      return hashSmall(file, opener);
    }
    try (StoredBytes stored = StoredBytes.open(file, opener);
        Sha256Worker sha256 = new Sha256Worker()) {
      return hashToEnd(file, stored, new HashedStream(stored, sha256));
    }
  }

  private static DigestSegment hashSmall(DigestFile file, DigestOpener opener) throws IOException {
    try (StoredBytes stored = StoredBytes.open(file, opener)) {
      byte[] bytes = stored.readAllBytes();
      stored.checkEnd();
      MessageDigest sha256 = Sha256.start();
      sha256.update(bytes);
      return new DigestSegment(file, Sha256.hex(sha256), stored.checksum(), null);
    }
  }

  private static DigestSegment hashToEnd(DigestFile file, StoredBytes stored, HashedStream hashed)
      throws IOException {
    byte[] run = new byte[1 << 16];
    while (hashed.read(run, 0, run.length) >= 0) {}
    stored.checkEnd();
    return new DigestSegment(file, hashed.sha256.finish(), stored.checksum(), null);
  }

  /** Hashes what is read. */
  private static final class HashedStream extends InputStream {
    private final StoredBytes stored;
    private final Sha256Worker sha256;

    HashedStream(StoredBytes stored, Sha256Worker sha256) {
      this.stored = stored;
      this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = stored.read(bytes, offset, length);
      if (count > 0) {
        sha256.update(bytes, offset, count);
      }
      return count;
    }
  }
}
