package io.github.papersluice.reading;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The members of a gzip file, one after the other (RFC 1952). Gives out every byte that stands
 * before the damage, and then throws; so do bytes behind the last member that are not a member. The
 * JDK's reader calls itself once for each empty member, and ends the thread with some thousands of
 * them.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER_LENGTH = 1 << 16;
  private static final int MAGIC = 0x8B1F;
  private static final int DEFLATE = 8;

  /** Bits of a member's header, RFC 1952, section 2.3.1. */
  private static final int HEADER_CHECKSUM = 2;

  private static final int EXTRA_FIELD = 4;
  private static final int FILE_NAME = 8;
  private static final int COMMENT = 16;

  /** Modification time, extra flags and operating system. */
  private static final int UNUSED_LENGTH = 6;

  private final InputStream stored;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final CRC32 headerChecksum = new CRC32();
  private final byte[] run = new byte[BUFFER_LENGTH];
  private int at;
  private int end;
  private boolean inMember;

  GzipMembers(InputStream stored) {
    this.stored = stored;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || beginMember()) {
      int count = inflate(bytes, offset, length);
      if (count > 0) {
        checksum.update(bytes, offset, count);
        return count;
      }
      endMember();
    }
    return -1;
  }

  /** Inflates until something comes out; 0 at the end of the member. */
  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    long before = inflater.getBytesWritten();
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(bytes, offset, length);
        if (count > 0) {
          return count;
        }
        if (inflater.needsDictionary()) {
          throw new ZipException("a dictionary is asked for");
        }
        if (inflater.needsInput()) {
          requireInput();
        }
      }
      return 0;
    } catch (DataFormatException e) {
      int good = (int) (inflater.getBytesWritten() - before);
      if (good > 0) {
        return good;
      }
      throw (ZipException) new ZipException("damaged").initCause(e);
    }
  }

  private void requireInput() throws IOException {
    if (at == end && !fill()) {
      throw new EOFException("the member is cut short");
    }
    inflater.setInput(run, at, end - at);
    at = end;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, stored.read(run, 0, run.length));
    return end > 0;
  }

  /** Reads the header of the next member; false if the file ends before it. */
  private boolean beginMember() throws IOException {
    if (at == end && !fill()) {
      return false;
    }
    headerChecksum.reset();
    if (nextShort() != MAGIC || next() != DEFLATE) {
      throw new ZipException("not a gzip member");
    }
    int flags = next();
    skip(UNUSED_LENGTH);
    if ((flags & EXTRA_FIELD) != 0) {
      skip(nextShort());
    }
    if ((flags & FILE_NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    int computed = (int) headerChecksum.getValue() & 0xFFFF;
    if ((flags & HEADER_CHECKSUM) != 0 && nextShort() != computed) {
      throw new ZipException("the header has another checksum than it states");
    }
    inflater.reset();
    checksum.reset();
    inMember = true;
    return true;
  }

  /** Reads the member's checksum and length. */
  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    long stated = nextShort() | (long) nextShort() << 16;
    long length = nextShort() | (long) nextShort() << 16;
    if (stated != checksum.getValue() || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException("the member has another checksum or length than it states");
    }
    inMember = false;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {}
  }

  private int nextShort() throws IOException {
    return next() | next() << 8;
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      throw new EOFException("the member is cut short");
    }
    int value = run[at++] & 0xFF;
    headerChecksum.update(value);
    return value;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    stored.close();
  }
}
