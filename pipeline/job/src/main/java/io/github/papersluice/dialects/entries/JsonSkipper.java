package io.github.papersluice.dialects.entries;

import io.github.papersluice.bytes.ByteSearch;

/** Finds the end of one JSON value by its quotes and brackets, run of bytes by run of bytes. */
final class JsonSkipper {
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean inPlain;
  private boolean begun;
  private boolean whole;

  /** Whether the value's end was found. */
  boolean isWhole() {
    return whole;
  }

  /** Whether a byte of the value was found. */
  boolean isBegun() {
    return begun;
  }

  /** Looks at {@code [from, end)}; the index after what belongs to the value, -1 if none begins. */
  int skip(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end && !whole) {
      if (inString) {
        i = string(bytes, i, end);
      } else if (inPlain) {
        i = plain(bytes, i, end);
      } else {
        i = mark(bytes, i);
        if (i < 0) {
          return -1;
        }
      }
    }
    return i;
  }

  private int mark(byte[] bytes, int i) {
    byte b = bytes[i];
    if (b == '"') {
      inString = true;
    } else if (b == '{' || b == '[') {
      depth++;
    } else if ((b == '}' || b == ']') && depth > 0) {
      whole = --depth == 0;
    } else if (depth == 0) {
      if (!JsonSkip.isPlain(b)) {
        return -1;
      }
      inPlain = true;
    }
    begun = true;
    return i + 1;
  }

  private int plain(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end && JsonSkip.isPlain(bytes[i])) {
      i++;
    }
    whole = i < end;
    return i;
  }

  private int string(byte[] bytes, int from, int end) {
    int i = from;
    if (escaped) {
      escaped = false;
      i++;
    }
    while (i < end) {
      int stop = ByteSearch.indexOf(bytes, i, end, (byte) '"', (byte) '\\');
      if (stop == end) {
        return end;
      }
      if (bytes[stop] == '"') {
        inString = false;
        whole = depth == 0;
        return stop + 1;
      }
      i = stop + 2;
      escaped = i > end;
    }
    return end;
  }
}
