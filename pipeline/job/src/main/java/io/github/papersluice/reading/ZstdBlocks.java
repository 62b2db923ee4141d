package io.github.papersluice.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The stored bytes of Zstandard frames, given out in runs that never cross from one block into the
 * next. The decoder loses what one call has decoded when the same call meets damage, so it is given
 * a block a call (RFC 8878, sections 3.1.1 and 3.1.2).
 */
final class ZstdBlocks extends InputStream {
  private static final int BUFFER_LENGTH = 1 << 16;
  private static final long FRAME_MAGIC = 0xFD2FB528L;
  private static final long SKIPPABLE_MAGIC = 0x184D2A50L;
  private static final int MAGIC_LENGTH = 4;
  private static final int CHECKSUM_LENGTH = 4;
  private static final int BLOCK_HEADER_LENGTH = 3;
  private static final int REPEATED_BYTE_BLOCK = 1;
  private static final int[] DICTIONARY_ID_LENGTHS = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE_LENGTHS = {0, 2, 4, 8};

  private final BufferedInputStream stored;

  /** How many bytes of the open unit are still to be given out. */
  private long left;

  private boolean inFrame;
  private boolean lastBlock;
  private boolean withChecksum;

  ZstdBlocks(InputStream stored) {
    this.stored = new BufferedInputStream(stored, BUFFER_LENGTH);
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
    if (left == 0) {
      left = inFrame ? blockLength() : frameHeaderLength();
    }
    int count = stored.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(count, 0);
    return count;
  }

  /** None: the decoder then hands on what it has before it asks for another block. */
  @Override
  public int available() {
    return 0;
  }

  /** Looks at a frame's beginning; a length that the decoder will refuse if there is no frame. */
  private long frameHeaderLength() throws IOException {
    stored.mark(MAGIC_LENGTH + MAGIC_LENGTH);
    long magic = littleEndian(MAGIC_LENGTH);
    long next = littleEndian(magic == FRAME_MAGIC ? 1 : MAGIC_LENGTH);
    stored.reset();
    if ((magic & ~0xFL) == SKIPPABLE_MAGIC) {
      return MAGIC_LENGTH + MAGIC_LENGTH + next;
    }
    if (magic != FRAME_MAGIC) {
      return MAGIC_LENGTH;
    }
    int descriptor = (int) next;
    boolean singleSegment = (descriptor & 0x20) != 0;
    int sizeCode = descriptor >> 6;
    withChecksum = (descriptor & 0x04) != 0;
    inFrame = true;
    lastBlock = false;
    return (long) MAGIC_LENGTH
        + 1
        + (singleSegment ? 0 : 1)
        + DICTIONARY_ID_LENGTHS[descriptor & 3]
        + (singleSegment && sizeCode == 0 ? 1 : CONTENT_SIZE_LENGTHS[sizeCode]);
  }

  private long blockLength() throws IOException {
    if (lastBlock) {
      inFrame = false;
      return withChecksum ? CHECKSUM_LENGTH : frameHeaderLength();
    }
    stored.mark(BLOCK_HEADER_LENGTH);
    long header = littleEndian(BLOCK_HEADER_LENGTH);
    stored.reset();
    lastBlock = (header & 1) != 0;
    boolean repeated = ((header >> 1) & 3) == REPEATED_BYTE_BLOCK;
    return BLOCK_HEADER_LENGTH + (repeated ? 1 : header >> 3);
  }

  private long littleEndian(int length) throws IOException {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) Math.max(0, stored.read()) << (8 * i);
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }
}
