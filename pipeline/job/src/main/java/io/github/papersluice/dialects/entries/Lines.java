package io.github.papersluice.dialects.entries;

import io.github.papersluice.bytes.ByteSearch;
import java.io.IOException;

/** The lines of a window, one after the other. */
final class Lines {
  private final ByteWindow window;
  private long start;
  private long end;
  private long next;

  /** The lines from the first byte that the window holds. */
  Lines(ByteWindow window) {
    this.window = window;
    this.next = window.from();
  }

  /** Moves to the next line; false if there is none. */
  boolean next() throws IOException {
    start = next;
    if (window.at(start) < 0) {
      end = start;
      return false;
    }
    long place = start;
    while (true) {
      int stop =
          ByteSearch.indexOf(window.bytes(), window.index(place), window.limit(), (byte) '\n');
      boolean found = stop < window.limit();
      place = window.place(stop);
      if (found || window.at(place) < 0 || place - start > EntryLimits.LONGEST_ENTRY) {
        end = place;
        next = found ? place + 1 : place;
        break;
      }
    }
    while (end > start && (byteAt(end - 1) == '\r')) {
      end--;
    }
    return true;
  }

  /** The place of the line's first byte. */
  long start() {
    return start;
  }

  /** The place of the line's break. */
  long end() {
    return end;
  }

  /** The place of the next line. */
  long after() {
    return next;
  }

  int length() {
    return (int) (end - start);
  }

  /** Index of the line's first byte in the window's bytes. */
  int from() {
    return window.index(start);
  }

  /** Index of the line's break. */
  int to() {
    return window.index(end);
  }

  private int byteAt(long place) {
    return window.bytes()[window.index(place)];
  }

  /** Whether the line begins with these ASCII characters. */
  boolean starts(String text) {
    if (text.length() > length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (byteAt(start + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line holds nothing but white space. */
  boolean isBlank() {
    for (long place = start; place < end; place++) {
      int b = byteAt(place);
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }
}
