package io.github.papersluice.reading;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * How a file is compressed, told by its first bytes alone: what its name says adds nothing, since
 * each of these formats begins with bytes that no text does.
 */
enum Compression {
  NONE("") {
    @Override
    InputStream open(InputStream stored) {
      return stored;
    }
  },

  /** RFC 1952, section 2.3.1: ID1, ID2 and the only method there is. Members may follow. */
  GZIP("gzip+") {
    @Override
    InputStream open(InputStream stored) throws IOException {
      return new GzipMembers(stored);
    }
  },

  /** {@code BZh}, a level, and the first six digits of pi, so that a text "BZh" is a text. */
  BZIP2("bzip2+") {
    @Override
    InputStream open(InputStream stored) throws IOException {
      return new ShortReads(new BZip2CompressorInputStream(stored, true));
    }
  },

  /** RFC 8878, sections 3.1.1 and 3.1.2: a frame, or a skippable one before it. */
  ZSTD("zstd+") {
    @Override
    InputStream open(InputStream stored) throws IOException {
      return new ShortReads(new ZstdInputStream(stored));
    }
  };

  private static final int LONGEST_MAGIC = 10;
  private static final int[] GZIP_MAGIC = {0x1F, 0x8B, 0x08};
  private static final int[] ZSTD_MAGIC = {0x28, 0xB5, 0x2F, 0xFD};
  private static final int[] ZSTD_SKIPPABLE_MAGIC = {0x2A, 0x4D, 0x18};
  private static final int[] BZIP2_BLOCK_MAGIC = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

  private final String formatPrefix;

  Compression(String formatPrefix) {
    this.formatPrefix = formatPrefix;
  }

  /** What stands before the encoding in a digest's format. */
  String formatPrefix() {
    return formatPrefix;
  }

  /** The stream that was compressed; throws any exception where the bytes are damaged. */
  abstract InputStream open(InputStream stored) throws IOException;

  /** The compression of a file, by its first bytes. */
  static Compression of(byte[] head, int length) {
    if (holds(head, length, 0, GZIP_MAGIC)) {
      return GZIP;
    }
    if (length >= LONGEST_MAGIC
        && head[0] == 'B'
        && head[1] == 'Z'
        && head[2] == 'h'
        && holds(head, length, 4, BZIP2_BLOCK_MAGIC)) {
      return BZIP2;
    }
    boolean skippable = length > 0 && (head[0] & 0xF0) == 0x50;
    return holds(head, length, 0, ZSTD_MAGIC)
            || (skippable && holds(head, length, 1, ZSTD_SKIPPABLE_MAGIC))
        ? ZSTD
        : NONE;
  }

  private static boolean holds(byte[] head, int length, int from, int[] magic) {
    if (length < from + magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[from + i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The JDK's reader, which gives out all that stands before the damage, but takes what is no
   * member after the last one for the end. It is damage too.
   */
  private static final class GzipMembers extends GZIPInputStream {
    private static final int BUFFER_LENGTH = 1 << 16;
    private static final int TRAILER_LENGTH = 8;

    GzipMembers(InputStream stored) throws IOException {
      super(stored, BUFFER_LENGTH);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count < 0 && (inf.getRemaining() > TRAILER_LENGTH || in.available() > 0)) {
        throw new ZipException("No gzip member");
      }
      return count;
    }
  }

  /**
   * Reads little at a time: these decompressors fill what they are given or throw, and what they
   * had read before the damage is lost with it.
   */
  private static final class ShortReads extends FilterInputStream {
    private static final int MOST = 1 << 12;

    ShortReads(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, Math.min(length, MOST));
    }
  }
}
