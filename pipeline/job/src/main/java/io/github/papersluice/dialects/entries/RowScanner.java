package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Finds the fields of one row (RFC 4180): fields that begin with a quotation mark may hold
 * delimiters and line breaks, and a mark that is doubled is one. Also takes {@code \"} for a mark,
 * as MySQL and some programs write. For one thread.
 */
final class RowScanner {
  /** The row goes on beyond the bytes at hand. */
  static final int OPEN = -1;

  /** A closing mark is followed by something else than a delimiter or the row's end. */
  static final int BROKEN = -2;

  private final byte delimiter;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private boolean[] quoted = new boolean[16];
  private int count;

  RowScanner(byte delimiter) {
    this.delimiter = delimiter;
  }

  int count() {
    return count;
  }

  /**
   * Scans a row.
   *
   * @param bytes holds it
   * @param from index of its first byte
   * @param to index after the last byte at hand
   * @param isEnd whether nothing follows those
   * @return index after its line break, {@link #OPEN} or {@link #BROKEN}
   */
  int scan(byte[] bytes, int from, int to, boolean isEnd) {
    count = 0;
    int i = from;
    while (true) {
      boolean isQuoted = i < to && bytes[i] == '"';
      int end = isQuoted ? quotedEnd(bytes, i + 1, to) : plainEnd(bytes, i, to);
      if (end == to && (isQuoted || !isEnd)) {
        return OPEN;
      }
      add(isQuoted ? i + 1 : i, end, isQuoted);
      i = isQuoted ? afterSpaces(bytes, end + 1, to) : end;
      if (i == to) {
        return isEnd ? to : OPEN;
      }
      byte b = bytes[i];
      if (b == '\n') {
        return i + 1;
      }
      if (b == '\r') {
        return afterReturn(bytes, i, to, isEnd);
      }
      if (b != delimiter) {
        return BROKEN;
      }
      i++;
      if (i == to && !isEnd) {
        return OPEN;
      }
    }
  }

  /** Scans one line as if marks were text; index of its break, or {@code to}. */
  int scanLine(byte[] bytes, int from, int to) {
    count = 0;
    int i = from;
    while (true) {
      int end = plainEnd(bytes, i, to);
      add(i, end, false);
      if (end == to || bytes[end] != delimiter) {
        return end;
      }
      i = end + 1;
    }
  }

  private static int afterReturn(byte[] bytes, int i, int to, boolean isEnd) {
    if (i + 1 == to) {
      return isEnd ? to : OPEN;
    }
    return bytes[i + 1] == '\n' ? i + 2 : i + 1;
  }

  private int afterSpaces(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] == ' ' && delimiter != ' ') {
      i++;
    }
    return i;
  }

  /** Index of the closing mark, or {@code to}. */
  private int quotedEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      byte b = bytes[i];
      if (b == '"') {
        if (i + 1 < to && bytes[i + 1] == '"') {
          i += 2;
          continue;
        }
        return i;
      }
      i += b == '\\' && i + 1 < to && bytes[i + 1] == '"' && !closes(bytes, i + 2, to) ? 2 : 1;
    }
    return to;
  }

  /** Whether a delimiter or line break follows: then a backslash before the mark is text. */
  private boolean closes(byte[] bytes, int i, int to) {
    return i == to || bytes[i] == delimiter || bytes[i] == '\n' || bytes[i] == '\r';
  }

  private int plainEnd(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != delimiter && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  private void add(int start, int end, boolean isQuoted) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      quoted = Arrays.copyOf(quoted, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    quoted[count++] = isQuoted;
  }

  /** A field, decoded, without the white space around it. */
  String text(byte[] bytes, int field) {
    String text = new String(bytes, starts[field], ends[field] - starts[field], UTF_8);
    return (quoted[field] ? text.replace("\"\"", "\"") : text).strip();
  }

  /** Adds a field to an entry's. */
  void addTo(EntryFields fields, PathNode node, byte[] bytes, int field) {
    fields.begin();
    int from = starts[field];
    for (int i = from; quoted[field] && i + 1 < ends[field]; i++) {
      boolean doubled = bytes[i] == '"' && bytes[i + 1] == '"';
      boolean escaped = bytes[i] == '\\' && bytes[i + 1] == '"';
      if (doubled || escaped) {
        fields.append(bytes, from, escaped ? i : i + 1);
        from = escaped ? i + 1 : i + 2;
        i++;
      }
    }
    fields.append(bytes, from, ends[field]);
    fields.end(node);
  }
}
