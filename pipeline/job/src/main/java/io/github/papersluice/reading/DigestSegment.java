package io.github.papersluice.reading;

import java.io.Serializable;

/**
 * What is read in one go: a digest, or a piece of a large one.
 *
 * @param file the file that holds it
 * @param sha256 of the file's stored bytes, 64 lower-case hex digits, or null if the reader is to
 *     compute it from the bytes in hand, which it then holds in memory
 * @param checksum CRC-32C of the segment's stored bytes, where {@code sha256} is not null
 * @param piece null if the segment is the whole file
 */
public record DigestSegment(DigestFile file, String sha256, long checksum, Piece piece)
    implements Serializable {

  /** A whole file that was not read when the run was planned. */
  public static DigestSegment unread(DigestFile file) {
    return new DigestSegment(file, null, 0, null);
  }

  /** The segment's length in stored bytes. */
  public long length() {
    return piece == null ? file.size() : piece.end() - piece.start();
  }
}
