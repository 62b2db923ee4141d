package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.papersluice.bytes.ByteSearch;
import java.io.IOException;

/**
 * Finds one tag of an XML digest after the other, and steps over comments, CDATA sections,
 * processing instructions and the document type. Entities that a digest declares are never read, so
 * no digest swells.
 */
final class XmlTags {
  private static final int LONGEST_TAG = 1 << 20;
  private static final int LONGEST_NAME = 100;

  private final ByteWindow window;
  private long start;
  private long end;
  private boolean closes;
  private boolean isEmpty;
  private String name;

  XmlTags(ByteWindow window) {
    this.window = window;
  }

  /** Finds the first tag from a place on; false if there is none. */
  boolean next(long from) throws IOException {
    long place = from;
    while (true) {
      place = find(place, (byte) '<');
      if (place < 0) {
        return false;
      }
      long after = special(place);
      if (after < 0) {
        return false;
      }
      if (after > place) {
        place = after;
      } else if (tag(place)) {
        return true;
      } else {
        place++;
      }
    }
  }

  /** The place of the tag's {@code <}. */
  long start() {
    return start;
  }

  /** The place after the tag's {@code >}. */
  long end() {
    return end;
  }

  /** Whether it is {@code </name>}. */
  boolean closes() {
    return closes;
  }

  /** Whether it is {@code <name/>}. */
  boolean isEmpty() {
    return isEmpty;
  }

  /** The element's name without prefix. */
  String name() {
    return name;
  }

  private long find(long from, byte wanted) throws IOException {
    long place = from;
    while (window.at(place) >= 0) {
      int stop = ByteSearch.indexOf(window.bytes(), window.index(place), window.limit(), wanted);
      place = window.place(stop);
      if (stop < window.limit()) {
        return place;
      }
    }
    return -1;
  }

  /** The place after what is no element; the place itself if it is one; -1 if it has no end. */
  private long special(long place) throws IOException {
    int second = window.at(place + 1);
    if (second == '?') {
      return behind(place + 2, "?>");
    }
    if (second != '!') {
      return place;
    }
    if (holds(place + 2, "--")) {
      return behind(place + 4, "-->");
    }
    if (holds(place + 2, "[CDATA[")) {
      return behind(place + 9, "]]>");
    }
    return documentType(place + 2);
  }

  private long documentType(long from) throws IOException {
    int depth = 1;
    long place = from;
    while (depth > 0) {
      int b = window.at(place++);
      if (b < 0) {
        return -1;
      }
      depth += b == '<' ? 1 : b == '>' ? -1 : 0;
    }
    return place;
  }

  private boolean holds(long place, String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (window.at(place + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private long behind(long from, String closing) throws IOException {
    long place = from;
    while (true) {
      place = find(place, (byte) closing.charAt(0));
      if (place < 0) {
        return -1;
      }
      if (holds(place, closing)) {
        return place + closing.length();
      }
      place++;
    }
  }

  private boolean tag(long place) throws IOException {
    long at = place + 1;
    closes = window.at(at) == '/';
    if (closes) {
      at++;
    }
    long nameStart = at;
    while (isNameByte(window.at(at)) && at - nameStart <= LONGEST_NAME) {
      at++;
    }
    if (at == nameStart || !isBehindName(window.at(at))) {
      return false;
    }
    name = localName(nameStart, at);
    long close = close(at);
    if (close < 0) {
      return false;
    }
    start = place;
    end = close + 1;
    isEmpty = window.at(close - 1) == '/';
    return true;
  }

  private String localName(long from, long to) {
    String whole = new String(window.bytes(), window.index(from), (int) (to - from), ISO_8859_1);
    return whole.substring(whole.indexOf(':') + 1);
  }

  /** The place of the tag's {@code >}; -1 if there is none near. */
  private long close(long from) throws IOException {
    int quote = 0;
    for (long at = from; at - from < LONGEST_TAG; at++) {
      int b = window.at(at);
      if (b < 0 || (quote == 0 && b == '<')) {
        return -1;
      }
      if (quote == 0 && b == '>') {
        return at;
      }
      if (quote == 0 && (b == '"' || b == '\'')) {
        quote = b;
      } else if (b == quote) {
        quote = 0;
      }
    }
    return -1;
  }

  static boolean isNameByte(int b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == ':'
        || b == '_'
        || b == '-'
        || b == '.'
        || b >= 0x80;
  }

  private static boolean isBehindName(int b) {
    return b == '>' || b == '/' || b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
