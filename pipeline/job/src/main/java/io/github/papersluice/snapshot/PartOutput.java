package io.github.papersluice.snapshot;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32C;

/** A file being written in large pieces, its length and checksums taken on the way. */
final class PartOutput extends OutputStream {
  private static final int BUFFER = 1 << 17;

  /** The digits of the longest long, with its sign. */
  private static final int LONGEST_NUMBER = 20;

  /** Buffers that are not in use; a shard takes ten, which the collector would copy twice. */
  private static final Queue<byte[]> FREE = new ConcurrentLinkedQueue<>();

  private final MessageDigest sha256 = Sha256.start();
  private final CRC32C crc32c = new CRC32C();
  private final String place;
  private final OutputStream out;
  private byte[] buffer;
  private int used;
  private long drained;
  private boolean closed;

  /**
   * Creates the file.
   *
   * @throws OutputUnavailableException as every write does, if the storage fails
   */
  PartOutput(SnapshotStorage storage, String path) throws IOException {
    place = storage.describe(path);
    try {
      out = storage.create(path);
    } catch (IOException e) {
      throw OutputUnavailableException.from(place, e);
    }
    byte[] free = FREE.poll();
    buffer = free == null ? new byte[BUFFER] : free;
  }

  @Override
  public void write(int value) throws IOException {
    if (used == BUFFER) {
      drain();
    }
    buffer[used++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (used == BUFFER) {
        drain();
      }
      int n = Math.min(left, BUFFER - used);
      System.arraycopy(bytes, from, buffer, used, n);
      used += n;
      from += n;
      left -= n;
    }
  }

  /** Writes a number in decimal digits. */
  void writeDecimal(long value) throws IOException {
    if (value < 0) {
      // Negated, the smallest long is itself.
      writeAscii(Long.toString(value));
      return;
    }
    if (BUFFER - used < LONGEST_NUMBER) {
      drain();
    }
    int end = used + digits(value);
    long rest = value;
    for (int i = end - 1; i >= used; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used = end;
  }

  private static int digits(long value) {
    int count = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      count++;
    }
    return count;
  }

  /** Writes text that is ASCII. */
  void writeAscii(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      write(text.charAt(i));
    }
  }

  /** Does nothing: nobody reads the file before it is closed, and small writes are slow. */
  @Override
  public void flush() {}

  private void drain() throws IOException {
    sha256.update(buffer, 0, used);
    crc32c.update(buffer, 0, used);
    try {
      out.write(buffer, 0, used);
    } catch (IOException e) {
      throw OutputUnavailableException.from(place, e);
    }
    drained += used;
    used = 0;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (out) {
        drain();
      } finally {
        release();
      }
    }
  }

  /** Closes the file without writing what is left in the buffer; it is going to be deleted. */
  void abandon() throws IOException {
    if (!closed) {
      closed = true;
      release();
      out.close();
    }
  }

  private void release() {
    FREE.add(buffer);
    buffer = null;
  }

  /** Bytes written in all. */
  long bytes() {
    return drained + used;
  }

  /** SHA-256 in hex; to be asked once, after {@link #close}. */
  String sha256() {
    return Sha256.hex(sha256);
  }

  /** CRC-32C; to be asked after {@link #close}. */
  long crc32c() {
    return crc32c.getValue();
  }
}
