package io.github.papersluice.dialects.entries;

import io.github.papersluice.bytes.ByteSearch;

/**
 * Reads one JSON value (RFC 8259) that is in memory, and keeps the wanted fields of it; all others
 * are checked and left. Beyond the standard, as files in the field have it: line breaks within
 * strings, a backslash before a letter that needs none ({@code \alpha}), NaN and Infinity. Of a
 * name that comes twice in an object the last one counts. For one thread.
 */
final class JsonParser {
  /** Values within values within values: more are not read. */
  static final int DEEPEST = 100;

  private byte[] bytes;
  private int end;
  private EntryFields fields;
  private int error;
  private long objects;

  /**
   * Reads a value.
   *
   * @param source holds it
   * @param from index of its first byte, or of white space before it
   * @param to index after the last byte that may be read
   * @param root where the names of its fields begin
   * @param target takes the wanted fields
   * @return index after the value; minus one minus the index of the first byte that is wrong if it
   *     is no value or not whole
   */
  int parse(byte[] source, int from, int to, PathNode root, EntryFields target) {
    bytes = source;
    end = to;
    fields = target;
    error = -1;
    int after = value(from, root, 0);
    return after >= 0 ? after : -1 - error;
  }

  private int value(int from, PathNode node, int depth) {
    int i = skipSpace(from);
    if (i == end) {
      return wrong(i);
    }
    return switch (bytes[i]) {
      case '{' -> depth == DEEPEST ? wrong(i) : object(i, node, depth);
      case '[' -> depth == DEEPEST ? wrong(i) : array(i, node, depth);
      case '"' -> string(i, node);
      default -> plain(i, node);
    };
  }

  private int object(int from, PathNode node, int depth) {
    long self = ++objects;
    int i = skipSpace(from + 1);
    if (i < end && bytes[i] == '}') {
      return i + 1;
    }
    while (true) {
      if (i >= end || bytes[i] != '"') {
        return wrong(i);
      }
      int quote = skipString(i);
      if (quote < 0) {
        return quote;
      }
      PathNode child = node == null ? null : child(node, i + 1, quote - 1, self);
      i = skipSpace(quote);
      if (i >= end || bytes[i] != ':') {
        return wrong(i);
      }
      i = value(i + 1, child, depth + 1);
      if (i < 0) {
        return i;
      }
      i = skipSpace(i);
      if (i < end && bytes[i] == '}') {
        if (node != null && node.joins()) {
          fields.join(node);
        }
        return i + 1;
      }
      if (i >= end || bytes[i] != ',') {
        return wrong(i);
      }
      i = skipSpace(i + 1);
    }
  }

  /** The node of a name; what it held in the same object before is forgotten. */
  private PathNode child(PathNode node, int from, int to, long object) {
    PathNode child = node.child(bytes, from, to);
    if (child != null && child.isSeenAgainIn(object)) {
      fields.forget(child);
    }
    return child;
  }

  private int array(int from, PathNode node, int depth) {
    int i = skipSpace(from + 1);
    if (i < end && bytes[i] == ']') {
      return i + 1;
    }
    while (true) {
      i = value(i, node, depth + 1);
      if (i < 0) {
        return i;
      }
      i = skipSpace(i);
      if (i < end && bytes[i] == ']') {
        return i + 1;
      }
      if (i >= end || bytes[i] != ',') {
        return wrong(i);
      }
      i++;
    }
  }

  private int string(int from, PathNode node) {
    if (node == null || (node.slot() == PathNode.NONE && node.partOf() == PathNode.NONE)) {
      return skipString(from);
    }
    fields.begin();
    int i = from + 1;
    while (true) {
      int stop = ByteSearch.indexOf(bytes, i, end, (byte) '"', (byte) '\\');
      if (stop == end) {
        return wrong(end);
      }
      fields.append(bytes, i, stop);
      if (bytes[stop] == '"') {
        fields.end(node);
        return stop + 1;
      }
      if (stop + 1 == end) {
        return wrong(end);
      }
      i = escape(stop + 1);
    }
  }

  /** Appends what an escape stands for; the index after it. */
  private int escape(int i) {
    byte b = bytes[i];
    if (b == 'u') {
      return unicodeEscape(i);
    }
    int character =
        switch (b) {
          case '"', '\\', '/' -> b;
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          default -> -1;
        };
    if (character < 0) {
      fields.append('\\');
      return i;
    }
    fields.append(character);
    return i + 1;
  }

  private int unicodeEscape(int i) {
    int unit = hex(i + 1);
    if (unit < 0) {
      fields.append('\\');
      return i;
    }
    int after = i + 5;
    if (Character.isHighSurrogate((char) unit)
        && after + 1 < end
        && bytes[after] == '\\'
        && bytes[after + 1] == 'u') {
      int low = hex(after + 2);
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        fields.appendCodePoint(Character.toCodePoint((char) unit, (char) low));
        return after + 6;
      }
    }
    fields.appendCodePoint(unit);
    return after;
  }

  private int hex(int i) {
    if (i + 4 > end) {
      return -1;
    }
    int value = 0;
    for (int k = i; k < i + 4; k++) {
      int digit = Character.digit(bytes[k], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Index after a string's closing quote, or what {@link #wrong} says. */
  private int skipString(int from) {
    int i = from + 1;
    while (true) {
      int stop = ByteSearch.indexOf(bytes, i, end, (byte) '"', (byte) '\\');
      if (stop == end || (bytes[stop] == '\\' && stop + 1 == end)) {
        return wrong(end);
      }
      if (bytes[stop] == '"') {
        return stop + 1;
      }
      i = stop + 2;
    }
  }

  /** A number, true, false or null. */
  private int plain(int from, PathNode node) {
    int i = from;
    while (i < end && isPlain(bytes[i])) {
      i++;
    }
    if (!isKnown(from, i)) {
      return wrong(i == end ? end : from);
    }
    boolean isValue = bytes[from] <= '9' || bytes[from] == 't' || bytes[from] == 'f';
    if (node != null && isValue) {
      fields.begin();
      fields.append(bytes, from, i);
      fields.end(node);
    }
    return i;
  }

  private boolean isKnown(int from, int to) {
    if (from == to) {
      return false;
    }
    byte first = bytes[from];
    if ((first >= '0' && first <= '9') || (first == '-' && to > from + 1)) {
      return true;
    }
    return is(from, to, "null")
        || is(from, to, "true")
        || is(from, to, "false")
        || is(from, to, "NaN")
        || is(from, to, "Infinity");
  }

  private boolean is(int from, int to, String word) {
    if (to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '-'
        || b == '+'
        || b == '.';
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < end && isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private int wrong(int i) {
    error = i;
    return -1;
  }
}
