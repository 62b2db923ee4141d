package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads the fields of one BibTeX entry that is in memory: {@code name = {value} # "value"}. */
final class BibtexParser {
  private byte[] bytes;
  private int end;

  /** Reads what stands between an entry's braces. */
  void parse(byte[] source, int from, int to, FieldMap map, EntryFields fields) {
    bytes = source;
    end = to;
    int i = skipTo(from, (byte) ',');
    while (i < end) {
      i = skipSpace(i + 1);
      int nameEnd = i;
      while (nameEnd < end && isName(bytes[nameEnd])) {
        nameEnd++;
      }
      int equals = skipSpace(nameEnd);
      if (equals >= end || bytes[equals] != '=') {
        i = skipTo(Math.min(end, nameEnd), (byte) ',');
        continue;
      }
      PathNode node = map.entry().child(bytes, i, nameEnd);
      StringBuilder value = new StringBuilder();
      i = value(skipSpace(equals + 1), value);
      if (node != null) {
        byte[] text = LatexText.plain(value.toString()).getBytes(UTF_8);
        fields.begin();
        fields.append(text, 0, text.length);
        fields.end(node);
      }
      i = skipTo(i, (byte) ',');
    }
  }

  /** Appends a value's parts; the index after it. */
  private int value(int from, StringBuilder value) {
    int i = from;
    while (i < end) {
      int partEnd = part(i);
      boolean enclosed = bytes[i] == '{' || bytes[i] == '"';
      int textEnd = enclosed ? Math.max(i + 1, partEnd - 1) : partEnd;
      value.append(
          new String(bytes, enclosed ? i + 1 : i, textEnd - (enclosed ? i + 1 : i), UTF_8));
      i = skipSpace(partEnd);
      if (i >= end || bytes[i] != '#') {
        return i;
      }
      i = skipSpace(i + 1);
    }
    return i;
  }

  /** Index after a part of a value: braces, quotation marks, or a word. */
  private int part(int from) {
    byte first = bytes[from];
    if (first != '{' && first != '"') {
      int i = from;
      while (i < end && isName(bytes[i])) {
        i++;
      }
      return Math.max(i, Math.min(end, from + 1));
    }
    int depth = 0;
    for (int i = from; i < end; i++) {
      byte b = bytes[i];
      if (b == '\\') {
        i++;
      } else if (b == '{') {
        depth++;
      } else if (b == '}') {
        depth--;
      }
      boolean closes = first == '{' ? depth == 0 : depth == 0 && b == '"' && i > from;
      if (closes && i < end) {
        return i + 1;
      }
    }
    return end;
  }

  private int skipTo(int from, byte wanted) {
    int i = from;
    while (i < end && bytes[i] != wanted) {
      i++;
    }
    return i;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < end && JsonParser.isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isName(byte b) {
    return b < 0
        || (b > ' ' && b != '=' && b != ',' && b != '{' && b != '}' && b != '"' && b != '#');
  }
}
