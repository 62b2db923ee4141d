package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * A URL in the making: its cleaned bytes, and for each of them the place in the text where what
 * stands for it ends. Cutting the cleaned URL thus also cuts what is written.
 */
final class UrlBuilder {
  private byte[] bytes = new byte[96];
  private int[] ends = new int[96];
  private int length;

  void append(int b, int sourceEnd) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
    bytes[length] = (byte) b;
    ends[length++] = sourceEnd;
  }

  int length() {
    return length;
  }

  int at(int index) {
    return bytes[index];
  }

  int last() {
    return bytes[length - 1];
  }

  /** The cleaned bytes; only the first {@link #length()} count. */
  byte[] bytes() {
    return bytes;
  }

  /** Where in the text the first {@code count} cleaned bytes end. */
  int sourceEnd(int count) {
    return ends[count - 1];
  }

  void cut(int newLength) {
    length = Math.min(length, newLength);
  }

  void remove(int from, int to) {
    System.arraycopy(bytes, to, bytes, from, length - to);
    System.arraycopy(ends, to, ends, from, length - to);
    length -= to - from;
  }

  /** Index of the last byte {@code b} before a place, or -1. */
  int lastIndexOf(char b, int before) {
    int i = before - 1;
    while (i >= 0 && bytes[i] != b) {
      i--;
    }
    return i;
  }

  boolean endsWith(String suffix, int before) {
    int from = before - suffix.length();
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < suffix.length(); i++) {
      if (UrlCharacters.toLowerCase(bytes[from + i]) != suffix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, UTF_8);
  }
}
