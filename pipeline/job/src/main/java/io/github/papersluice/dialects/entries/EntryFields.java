package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The wanted fields of one entry: for each slot its values in order, as bytes that may be
 * ill-formed. Filled by a container's parser, and used for one entry after the other.
 */
final class EntryFields {
  private static final int FIRST_BUFFER = 1 << 12;
  private static final int LARGEST_IDLE_BUFFER = 1 << 22;
  private static final int MOST_VALUES = 20_000;
  private static final int MOST_PARTS = 4;
  private static final int ILL_FORMED = 0xFF;

  private byte[] bytes = new byte[FIRST_BUFFER];
  private int length;
  private int open;
  private int[] slots = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;
  private final int[] partStarts = new int[MOST_PARTS];
  private final int[] partEnds = new int[MOST_PARTS];

  /** Forgets the entry at hand. */
  void reset() {
    length = 0;
    count = 0;
    Arrays.fill(partEnds, 0);
    if (bytes.length > LARGEST_IDLE_BUFFER) {
      bytes = new byte[FIRST_BUFFER];
    }
  }

  /** The bytes of all values. */
  byte[] bytes() {
    return bytes;
  }

  /** Begins a value. */
  void begin() {
    open = length;
  }

  void append(byte[] source, int from, int to) {
    int more = to - from;
    reserve(more);
    System.arraycopy(source, from, bytes, length, more);
    length += more;
  }

  void append(int b) {
    reserve(1);
    bytes[length++] = (byte) b;
  }

  /** Appends a code point; half a surrogate pair becomes an ill-formed byte. */
  void appendCodePoint(int codePoint) {
    if (codePoint < 0x80) {
      append(codePoint);
      return;
    }
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      append(ILL_FORMED);
      return;
    }
    if (codePoint < 0x800) {
      append(0xC0 | codePoint >> 6);
    } else {
      if (codePoint < 0x10000) {
        append(0xE0 | (codePoint >> 12));
      } else {
        append(0xF0 | (codePoint >> 18));
        append(0x80 | ((codePoint >> 12) & 0x3F));
      }
      append(0x80 | ((codePoint >> 6) & 0x3F));
    }
    append(0x80 | (codePoint & 0x3F));
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + bytes.length / 2));
    }
  }

  /** Ends the value that was begun: it belongs to the node's slot, or is a part of one. */
  void end(PathNode node) {
    if (node.partOf() != PathNode.NONE && node.part() < MOST_PARTS) {
      partStarts[node.part()] = open;
      partEnds[node.part()] = length;
    }
    if (node.slot() != PathNode.NONE) {
      add(node.slot(), open, length);
    }
  }

  /** Joins the parts that were found since the last time to one value. */
  void join(PathNode node) {
    int target = PathNode.NONE;
    for (PathNode child : node.children()) {
      target = child.partOf() == PathNode.NONE ? target : child.partOf();
    }
    int from = length;
    for (int part = 0; part < MOST_PARTS; part++) {
      if (partEnds[part] > partStarts[part]) {
        if (length > from) {
          append(' ');
        }
        reserve(partEnds[part] - partStarts[part]);
        append(bytes, partStarts[part], partEnds[part]);
      }
      partEnds[part] = 0;
      partStarts[part] = 0;
    }
    if (length > from) {
      add(target, from, length);
    }
  }

  private void add(int slot, int start, int end) {
    if (count == MOST_VALUES) {
      return;
    }
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    slots[count] = slot;
    starts[count] = start;
    ends[count++] = end;
  }

  /** Adds a whole value. */
  void add(int slot, byte[] source, int from, int to) {
    begin();
    append(source, from, to);
    add(slot, open, length);
  }

  /** Forgets the values below a node: its name came a second time, and the last one counts. */
  void forget(PathNode node) {
    for (int i = 0; i < count; i++) {
      if (slots[i] == node.slot() && node.slot() != PathNode.NONE) {
        slots[i] = PathNode.NONE;
      }
    }
    for (PathNode child : node.children()) {
      forget(child);
    }
  }

  /** How many values there are. */
  int count() {
    return count;
  }

  /** Index of the slot's first value from a value on, or -1. */
  int next(int slot, int from) {
    for (int i = from; i < count; i++) {
      if (slots[i] == slot) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a slot has a value. */
  boolean has(int slot) {
    return next(slot, 0) >= 0;
  }

  int start(int value) {
    return starts[value];
  }

  int end(int value) {
    return ends[value];
  }

  /** A value, decoded, without the white space around it. */
  String text(int value) {
    return new String(bytes, starts[value], ends[value] - starts[value], UTF_8).strip();
  }

  /** The values of a slot that are not blank. */
  List<String> texts(int slot) {
    List<String> texts = new ArrayList<>();
    for (int i = next(slot, 0); i >= 0; i = next(slot, i + 1)) {
      String text = text(i);
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }
}
