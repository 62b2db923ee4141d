package io.github.papersluice.reading;

import io.github.papersluice.hash.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * SHA-256 of a stream on a thread of its own, so that the one that reads has time to look at the
 * bytes. Takes copies, through a fixed number of buffers; an empty one ends the stream.
 */
final class Sha256Worker implements AutoCloseable {
  private static final int BUFFERS = 8;
  private static final int BUFFER_LENGTH = 1 << 18;

  private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
  private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BUFFERS + 1);
  private final MessageDigest sha256 = Sha256.start();
  private final Thread thread = new Thread(this::work, "sha-256");

  Sha256Worker() {
    for (int i = 0; i < BUFFERS; i++) {
      free.add(ByteBuffer.allocate(BUFFER_LENGTH));
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes the next bytes of the stream. */
  void update(byte[] bytes, int offset, int length) throws IOException {
    try {
      for (int done = 0; done < length; ) {
        ByteBuffer buffer = free.take().clear();
        int count = Math.min(buffer.capacity(), length - done);
        full.put(buffer.put(bytes, offset + done, count).flip());
        done += count;
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** The hash of all bytes taken, once they are done. */
  String finish() throws IOException {
    try {
      full.put(ByteBuffer.allocate(0));
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    return Sha256.hex(sha256);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void work() {
    try {
      for (ByteBuffer run = full.take(); run.hasRemaining(); run = full.take()) {
        sha256.update(run);
        free.put(run);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted while hashing");
  }
}
