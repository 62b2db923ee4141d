package io.github.papersluice.reading;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.util.Native;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    InputStream open(InputStream stored) {
      return new GzipMembers(stored);
    }
  },

  /** {@code BZh}, a level, and the first six digits of pi, so that a text "BZh" is a text. */
  BZIP2("bzip2+") {
    @Override
    InputStream open(InputStream stored) throws IOException {
      return new AllBeforeDamage(
          new BZip2CompressorInputStream(new BufferedInputStream(stored, BUFFER_LENGTH), true));
    }
  },

  /** RFC 8878, sections 3.1.1 and 3.1.2: a frame, or a skippable one before it. */
  ZSTD("zstd+") {
    @Override
    InputStream open(InputStream stored) throws IOException {
      requireZstd();
      return new ZstdInputStream(new ZstdBlocks(stored));
    }
  };

  private static final int BUFFER_LENGTH = 1 << 16;
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
   * What keeps this machine from loading the library says nothing of the file, and must not make
   * another snapshot of it.
   */
  private static void requireZstd() throws UnreadableInputException {
    try {
      Native.load();
    } catch (LinkageError | RuntimeException e) {
      throw new UnreadableInputException(
          "Zstandard files",
          new IOException(
              "their library cannot be loaded: give Java a folder for temporary files that can be"
                  + " written to and run from (-Djava.io.tmpdir=FOLDER)",
              e));
    }
  }

  /**
   * Hands out every byte that stands before the damage: the decompressor fills what it is given or
   * throws, and what it had read before is lost with it.
   */
  private static final class AllBeforeDamage extends FilterInputStream {
    private IOException damage;

    AllBeforeDamage(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = 0;
      try {
        while (damage == null && count < length) {
          int value = in.read();
          if (value < 0) {
            break;
          }
          bytes[offset + count++] = (byte) value;
        }
      } catch (UnreadableInputException | InputChangedException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        damage = new IOException(e);
      }
      if (count == 0 && length > 0) {
        if (damage != null) {
          throw damage;
        }
        return -1;
      }
      return count;
    }
  }
}
