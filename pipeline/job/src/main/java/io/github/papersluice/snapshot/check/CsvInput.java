package io.github.papersluice.snapshot.check;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.snapshot.CsvOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads CSV as {@link CsvOutput} writes it, row by row: quoted strings, bare numbers, nothing for
 * null, rows that end with a line feed. Holds the row at hand; its cells are runs of bytes in one
 * array, good until the next row. Whatever else it meets is an error that names the row.
 */
final class CsvInput implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** No record is longer than 64 MiB, nor thrice that with its bytes replaced. */
  private static final int LONGEST_ROW = 1 << 28;

  private static final int MOST_CELLS = 1 << 10;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  private byte[] row = new byte[1 << 12];
  private int length;
  private int cells;
  private int[] ends = new int[32];
  private boolean[] quoted = new boolean[32];
  private long rows;

  CsvInput(InputStream in) {
    this.in = in;
  }

  /**
   * Reads the next row.
   *
   * @return whether there was one
   * @throws IOException also if it is not written as ours are
   */
  boolean next() throws IOException {
    length = 0;
    cells = 0;
    int first = read();
    if (first < 0) {
      return false;
    }
    rows++;
    int after = readCell(first);
    while (after == ',') {
      after = readCell(read());
    }
    if (after != '\n') {
      throw malformed(after < 0 ? "does not end with a line feed" : "has text after a quote");
    }
    return true;
  }

  /** Reads a cell from its first byte on; the byte after it. */
  private int readCell(int first) throws IOException {
    if (cells == MOST_CELLS) {
      throw malformed("has too many cells");
    }
    int after = first == '"' ? readQuoted() : readBare(first);
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, cells * 2);
      quoted = Arrays.copyOf(quoted, cells * 2);
    }
    ends[cells] = length;
    quoted[cells] = first == '"';
    cells++;
    return after;
  }

  private int readBare(int first) throws IOException {
    int c = first;
    while (c >= 0 && c != ',' && c != '\n') {
      if (c == '"' || c == '\r') {
        throw malformed("has a quote or carriage return in a bare cell");
      }
      append((byte) c);
      c = read();
    }
    return c;
  }

  private int readQuoted() throws IOException {
    while (true) {
      if (position == limit && !fill()) {
        throw malformed("ends within quotes");
      }
      int quote = ByteSearch.indexOf(buffer, position, limit, (byte) '"');
      append(position, quote);
      position = quote;
      if (quote < limit) {
        position++;
        int after = read();
        if (after != '"') {
          return after;
        }
        append((byte) '"');
      }
    }
  }

  private void append(byte b) throws IOException {
    ensure(1);
    row[length++] = b;
  }

  private void append(int from, int to) throws IOException {
    ensure(to - from);
    System.arraycopy(buffer, from, row, length, to - from);
    length += to - from;
  }

  private void ensure(int more) throws IOException {
    if (more > LONGEST_ROW - length) {
      throw malformed("is too long");
    }
    if (row.length - length < more) {
      row = Arrays.copyOf(row, Math.max(Math.min(LONGEST_ROW, row.length * 2), length + more));
    }
  }

  private int read() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xFF : -1;
  }

  private boolean fill() throws IOException {
    limit = Math.max(0, in.read(buffer));
    position = 0;
    return limit > 0;
  }

  private IOException malformed(String what) {
    return new IOException("row " + rows + " " + what);
  }

  /** How many cells the row has. */
  int cells() {
    return cells;
  }

  /** The bytes of the row's cells. */
  byte[] bytes() {
    return row;
  }

  /** Where a cell begins in {@link #bytes}. */
  int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  /** Where a cell ends in {@link #bytes}. */
  int end(int cell) {
    return ends[cell];
  }

  /** Whether a cell is in quotes: a string. */
  boolean isQuoted(int cell) {
    return quoted[cell];
  }

  /** Whether a cell is null. */
  boolean isNull(int cell) {
    return !quoted[cell] && start(cell) == end(cell);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
