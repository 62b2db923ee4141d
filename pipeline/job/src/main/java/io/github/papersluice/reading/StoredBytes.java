package io.github.papersluice.reading;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.zip.CRC32C;

/**
 * A file's bytes as stored, or a run of them, checked against what was planned. Says by the type of
 * its exceptions that it was the file that could not be read, not its content.
 */
final class StoredBytes extends InputStream {
  private static final int SKIP_RUN = 1 << 16;

  private final DigestFile file;
  private final ReadableByteChannel channel;
  private final long length;
  private final CRC32C checksum = new CRC32C();
  private long count;

  private StoredBytes(DigestFile file, ReadableByteChannel channel, long length) {
    this.file = file;
    this.channel = channel;
    this.length = length;
  }

  /** Opens a whole file. */
  static StoredBytes open(DigestFile file, DigestOpener opener) throws IOException {
    return open(file, opener, 0, file.size());
  }

  /** Opens the bytes {@code [start, end)} of a file. */
  static StoredBytes open(DigestFile file, DigestOpener opener, long start, long end)
      throws IOException {
    ReadableByteChannel channel = channel(file, opener);
    try {
      checkSize(file, channel);
      skip(channel, start);
    } catch (InputChangedException e) {
      channel.close();
      throw e;
    } catch (IOException e) {
      channel.close();
      throw new UnreadableInputException(file.location(), e);
    }
    return new StoredBytes(file, channel, end - start);
  }

  private static ReadableByteChannel channel(DigestFile file, DigestOpener opener)
      throws IOException {
    try {
      return opener.open(file.location());
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new InputChangedException(file.location(), "it is gone");
    } catch (InputChangedException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableInputException(file.location(), e);
    }
  }

  private static void checkSize(DigestFile file, ReadableByteChannel channel) throws IOException {
    if (channel instanceof SeekableByteChannel seekable && seekable.size() != file.size()) {
      throw changedSize(file, seekable.size() + " bytes");
    }
  }

  private static InputChangedException changedSize(DigestFile file, String found) {
    return new InputChangedException(
        file.location(), "planned with " + file.size() + " bytes, found " + found);
  }

  private static void skip(ReadableByteChannel channel, long start) throws IOException {
    if (channel instanceof SeekableByteChannel seekable) {
      seekable.position(start);
      return;
    }
    ByteBuffer skipped = ByteBuffer.allocate(SKIP_RUN);
    for (long left = start; left > 0; ) {
      skipped.clear().limit((int) Math.min(left, SKIP_RUN));
      int read = channel.read(skipped);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int wanted) throws IOException {
    int most = (int) Math.min(wanted, length - count);
    if (most == 0) {
      return wanted == 0 ? 0 : -1;
    }
    int read = readChannel(ByteBuffer.wrap(bytes, offset, most));
    if (read < 0) {
      throw changedSize(file, "fewer");
    }
    count += read;
    checksum.update(bytes, offset, read);
    return read;
  }

  /** How many bytes are to be read; decompressors ask this to know if another member follows. */
  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, length - count);
  }

  private int readChannel(ByteBuffer target) throws IOException {
    try {
      int read;
      do {
        read = channel.read(target);
      } while (read == 0);
      return read;
    } catch (IOException e) {
      throw new UnreadableInputException(file.location(), e);
    }
  }

  /** Reads to the end of what was planned. */
  void drain() throws IOException {
    byte[] run = new byte[SKIP_RUN];
    while (read(run, 0, run.length) >= 0) {}
  }

  /** Fails if a byte follows where the file should end. */
  void checkEnd() throws IOException {
    if (readChannel(ByteBuffer.allocate(1)) >= 0) {
      throw changedSize(file, "more");
    }
  }

  /** CRC-32C of what was read. */
  long checksum() {
    return checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UnreadableInputException(file.location(), e);
    }
  }
}
