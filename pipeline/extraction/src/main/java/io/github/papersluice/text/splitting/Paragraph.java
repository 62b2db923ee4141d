package io.github.papersluice.text.splitting;

/**
 * A run of lines of which none is blank, without the white space around it.
 *
 * @param start position of its first byte in the stream that is split
 * @param end position after its last byte
 * @param startByte {@code start} in bytes of the digest
 * @param endByte {@code end} in bytes of the digest
 * @param printable if it is one line of printable ASCII
 * @param kept false if it and what was held before it are too long to be kept in memory
 */
record Paragraph(
    long start, long end, long startByte, long endByte, boolean printable, boolean kept) {

  /** This paragraph, the next one and what lies between. */
  Paragraph through(Paragraph next) {
    return new Paragraph(start, next.end, startByte, next.endByte, false, kept && next.kept);
  }

  long length() {
    return end - start;
  }
}
