package io.github.papersluice.dialects.entries;

import io.github.papersluice.bytes.ByteSearch;

/** Finds the end of a JSON value that is in memory by its quotes and brackets alone. */
final class JsonSkip {
  private JsonSkip() {}

  /** Index after the value that begins at {@code from}; {@code end} if it goes on; -1 if none. */
  static int value(byte[] bytes, int from, int end) {
    byte first = bytes[from];
    if (first == '"') {
      return string(bytes, from, end);
    }
    if (first == '{' || first == '[') {
      return nested(bytes, from, end);
    }
    int i = from;
    while (i < end && isPlain(bytes[i])) {
      i++;
    }
    return i == from ? -1 : i;
  }

  private static int nested(byte[] bytes, int from, int end) {
    int depth = 0;
    int i = from;
    while (i < end) {
      byte b = bytes[i];
      if (b == '"') {
        i = string(bytes, i, end);
        continue;
      }
      i++;
      if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        return i;
      }
    }
    return end;
  }

  private static int string(byte[] bytes, int from, int end) {
    int i = from + 1;
    while (i < end) {
      int stop = ByteSearch.indexOf(bytes, i, end, (byte) '"', (byte) '\\');
      if (stop == end) {
        return end;
      }
      if (bytes[stop] == '"') {
        return stop + 1;
      }
      i = stop + 2;
    }
    return end;
  }

  static boolean isPlain(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '-'
        || b == '+'
        || b == '.';
  }
}
