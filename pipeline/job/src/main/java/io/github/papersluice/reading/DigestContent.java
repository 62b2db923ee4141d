package io.github.papersluice.reading;

import io.github.papersluice.text.splitting.DigestOffsets;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * What stands in a file, decompressed and as UTF-8, read in one direction and in constant memory,
 * however much it swells. Where the compressed bytes are damaged the content ends, and {@link
 * #isDamaged} says so.
 */
final class DigestContent implements AutoCloseable {
  private static final int UTF_16_MARK_LENGTH = 2;

  private final Compression compression;
  private final Encoding encoding;
  private final TolerantStream decompressed;
  private final byte[] head;

  private DigestContent(
      Compression compression, Encoding encoding, TolerantStream decompressed, byte[] head) {
    this.compression = compression;
    this.encoding = encoding;
    this.decompressed = decompressed;
    this.head = head;
  }

  /** The content of a file, by its stored bytes. */
  static DigestContent of(InputStream stored) throws IOException {
    byte[] magic = stored.readNBytes(Encoding.HEAD_LENGTH);
    Compression compression = Compression.of(magic, magic.length);
    TolerantStream decompressed = new TolerantStream(compression, joined(magic, stored));
    byte[] head = decompressed.readNBytes(Encoding.HEAD_LENGTH);
    return new DigestContent(compression, Encoding.of(head, head.length), decompressed, head);
  }

  /** As in {@code DigestSummary.format}. */
  String format() {
    return compression.formatPrefix() + encoding.formatName();
  }

  /** What stands before the encoding in {@link #format}. */
  String compressionPrefix() {
    return compression.formatPrefix();
  }

  Encoding encoding() {
    return encoding;
  }

  boolean isPlainUtf8() {
    return compression == Compression.NONE && encoding == Encoding.UTF_8;
  }

  /** The first bytes, decompressed. */
  byte[] head() {
    return head;
  }

  /** The text from its first byte on, without the byte order mark if it was UTF-16. */
  InputStream utf8() throws IOException {
    InputStream whole = joined(head, decompressed);
    if (encoding == Encoding.UTF_8) {
      return whole;
    }
    whole.skipNBytes(UTF_16_MARK_LENGTH);
    return new Utf16Stream(whole, encoding == Encoding.UTF_16BE);
  }

  /** How places in {@link #utf8} become offsets in the decompressed digest. */
  DigestOffsets offsets() {
    return encoding == Encoding.UTF_8
        ? DigestOffsets.SAME
        : DigestOffsets.ofUtf16(UTF_16_MARK_LENGTH);
  }

  /** Reads to the end and counts the decompressed bytes from the first one on. */
  long drain() throws IOException {
    byte[] run = new byte[Encoding.HEAD_LENGTH];
    while (decompressed.read(run, 0, run.length) >= 0) {}
    return decompressed.count;
  }

  /** True once the content has ended before its end. */
  boolean isDamaged() {
    return decompressed.damaged;
  }

  /** Frees what the decompressor holds; the stored bytes stay open. */
  @Override
  public void close() throws IOException {
    decompressed.close();
  }

  private static InputStream joined(byte[] head, InputStream rest) throws IOException {
    PushbackInputStream whole =
        new PushbackInputStream(rest, Math.max(1, head.length)) {
          @Override
          public void close() {}
        };
    whole.unread(head);
    return whole;
  }

  /**
   * Ends where the compressed bytes are damaged. Decompressors say so by exceptions of many types,
   * of which only those of {@link StoredBytes} mean something else.
   */
  private static final class TolerantStream extends InputStream {
    private final Compression compression;
    private final InputStream stored;
    private InputStream in;
    private long count;
    private boolean damaged;

    TolerantStream(Compression compression, InputStream stored) {
      this.compression = compression;
      this.stored = stored;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (damaged) {
        return -1;
      }
      try {
        if (in == null) {
          in = compression.open(stored);
        }
        int read = in.read(bytes, offset, length);
        count += Math.max(read, 0);
        return read;
      } catch (UnreadableInputException | InputChangedException e) {
        throw e;
      } catch (IOException
          | RuntimeException
          | StackOverflowError
          | OutOfMemoryError
          | LinkageError e) {
        // A library's own limits are met by a hostile digest, and end no other one.
        damaged = true;
        return -1;
      }
    }

    @Override
    public void close() throws IOException {
      if (in != null) {
        in.close();
      }
    }
  }
}
