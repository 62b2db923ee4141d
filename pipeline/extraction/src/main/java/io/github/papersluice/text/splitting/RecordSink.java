package io.github.papersluice.text.splitting;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import java.io.IOException;

/**
 * Takes what a digest is split into, in the digest's order. Every byte of the digest belongs to one
 * record, one rejection or one piece of furniture, or is white space between them.
 */
public interface RecordSink {

  /**
   * A record.
   *
   * @param paper its texts are views that are valid during this call only
   * @throws IOException if it cannot be taken
   */
  void record(PaperText paper) throws IOException;

  /**
   * A piece that is no record.
   *
   * @param rejection what and why
   * @throws IOException if it cannot be taken
   */
  void rejection(Rejection rejection) throws IOException;

  /**
   * A piece of the page around the records.
   *
   * @param startByte its first byte in the digest
   * @param endByte the byte after its last one
   */
  default void furniture(long startByte, long endByte) {}

  /** Whether records are only counted; then of their metadata the ids are enough. */
  default boolean countsOnly() {
    return false;
  }

  /**
   * A record that stands in the digest a second time, and counts once.
   *
   * @param startByte its first byte in the digest
   * @param endByte the byte after its last one
   */
  default void duplicate(long startByte, long endByte) {
    furniture(startByte, endByte);
  }

  /**
   * A new section of the digest begins.
   *
   * @param heading the date line in force from here on, as written, or null if there is none
   */
  default void heading(String heading) {}

  /**
   * The digest may be cut here: a splitter that begins at this byte with the heading in force, and
   * one that ends before it, together give what one that reads through gives.
   *
   * @param startByte first byte of a title
   */
  default void border(long startByte) {}

  /**
   * Bytes that the splitter has done with: all bytes, in order, each once. Those before a border
   * are passed before the border is told.
   *
   * @param bytes an array that is valid during this call only
   * @param from index of the first of them
   * @param to index after the last of them
   */
  default void passed(byte[] bytes, int from, int to) {}
}
