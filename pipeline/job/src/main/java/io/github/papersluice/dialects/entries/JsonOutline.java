package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.Head;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first objects in the head of a JSON digest, by the way that leads to them. */
final class JsonOutline {
  private static final int LINES = 4;
  private static final int OBJECTS_A_PATH = 3;
  private static final int MOST_PATHS = 200;
  private static final int DEEPEST = 8;

  private final Head head;
  private final byte[] bytes;
  private final int end;
  private final Map<List<String>, List<Integer>> objects = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private boolean isJson;
  private boolean inLines;
  private List<String> rows;

  private JsonOutline(Head head) {
    this.head = head;
    this.bytes = head.bytes();
    this.end = head.length();
  }

  /** The outline of a digest that begins with a brace or bracket. */
  static JsonOutline of(Head head) {
    JsonOutline outline = new JsonOutline(head);
    outline.read();
    return outline;
  }

  Head head() {
    return head;
  }

  /** Index of the first objects at each path, three at most. */
  Map<List<String>, List<Integer>> objects() {
    return objects;
  }

  /** Whether the head is JSON as far as it was looked at. */
  boolean isJson() {
    return isJson;
  }

  /** Whether the digest holds one object a line, and more than one. */
  boolean inLines() {
    return inLines;
  }

  /** The way to rows of Markdown tables, whatever the names on it; null if there are none. */
  List<String> rows() {
    return rows;
  }

  /** Names of fields of the first object, for a person. */
  List<String> names() {
    return names;
  }

  private void read() {
    int i = head.start();
    int roots = 0;
    while (i < end && roots < OBJECTS_A_PATH) {
      int after = value(i, List.of(), 0);
      if (after < 0) {
        isJson |= !names.isEmpty();
        break;
      }
      if (after == end && !head.whole()) {
        isJson = true;
        break;
      }
      roots++;
      isJson = true;
      i = skipSpace(after);
    }
    inLines = isInLines();
  }

  /**
   * The first line is an object and another line follows; or the first is broken and two follow.
   */
  private boolean isInLines() {
    int lines = 0;
    int whole = 0;
    for (int i = head.start(); i < end && lines < LINES; i = head.lineEnd(i) + 1) {
      int from = skipSpace(i);
      if (from < end && from <= head.lineEnd(i)) {
        if (lines == 0 && bytes[from] != '{') {
          return false;
        }
        lines++;
        whole += isObject(from, head.lineEnd(from)) ? 1 : 0;
        if (whole == 1 && lines == 1) {
          whole = 2;
        }
      }
    }
    return lines > 1 && whole > 1;
  }

  private boolean isObject(int from, int lineEnd) {
    int close = lineEnd;
    while (close > from && JsonParser.isSpace(bytes[close - 1])) {
      close--;
    }
    return bytes[from] == '{'
        && bytes[close - 1] == '}'
        && JsonSkip.value(bytes, from, close) == close
        && JsonSkip.value(bytes, from, close - 1) == close - 1;
  }

  /** Index after the value; {@link #end} if it goes on beyond the head; -1 if it is no JSON. */
  private int value(int from, List<String> path, int depth) {
    int i = skipSpace(from);
    if (i >= end) {
      return end;
    }
    if (depth == DEEPEST) {
      return JsonSkip.value(bytes, i, end);
    }
    return switch (bytes[i]) {
      case '{' -> object(i, path, depth);
      case '[' -> list(i, path, depth);
      default -> JsonSkip.value(bytes, i, end);
    };
  }

  private int list(int from, List<String> path, int depth) {
    List<String> elements = with(path, JsonLayout.ELEMENTS);
    int i = skipSpace(from + 1);
    while (i < end && bytes[i] != ']') {
      int after = value(i, elements, depth + 1);
      if (after < 0) {
        return -1;
      }
      i = skipSpace(after);
      if (i < end && bytes[i] == ',') {
        i = skipSpace(i + 1);
      } else if (i < end && bytes[i] != ']') {
        return -1;
      }
    }
    return Math.min(end, i + 1);
  }

  private int object(int from, List<String> path, int depth) {
    note(path, from);
    int i = skipSpace(from + 1);
    while (i < end && bytes[i] != '}') {
      if (bytes[i] != '"') {
        return -1;
      }
      int keyEnd = JsonSkip.value(bytes, i, end);
      if (keyEnd >= end) {
        return end;
      }
      String key = head.text(i + 1, keyEnd - 1);
      if (objects.size() == 1 && names.size() < 8) {
        names.add(key);
      }
      i = skipSpace(keyEnd);
      if (i < end && bytes[i] != ':') {
        return -1;
      }
      i = member(skipSpace(i + 1), path, key, depth);
      if (i < 0) {
        return -1;
      }
    }
    return Math.min(end, i + 1);
  }

  /** Index of the next name or the closing brace. */
  private int member(int from, List<String> path, String key, int depth) {
    if (from < end && bytes[from] == '{') {
      note(with(path, JsonLayout.VALUES), from);
    } else if (rows == null && from + 1 < end && bytes[from] == '"' && bytes[from + 1] == '|') {
      rows = Collections.nCopies(path.size() + 1, JsonLayout.VALUES);
    }
    int after = value(from, with(path, key), depth + 1);
    if (after < 0) {
      return -1;
    }
    int i = skipSpace(after);
    if (i < end && bytes[i] == ',') {
      return skipSpace(i + 1);
    }
    return i < end && bytes[i] != '}' ? -1 : i;
  }

  private void note(List<String> path, int start) {
    List<Integer> starts = objects.get(path);
    if (starts == null) {
      if (objects.size() == MOST_PATHS) {
        return;
      }
      starts = new ArrayList<>();
      objects.put(path, starts);
    }
    if (starts.size() < OBJECTS_A_PATH) {
      starts.add(start);
    }
  }

  private static List<String> with(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < end && JsonParser.isSpace(bytes[i])) {
      i++;
    }
    return i;
  }
}
