package io.github.papersluice.dialects.pages;

import io.github.papersluice.bytes.Utf8Sequence;
import java.util.Arrays;

/**
 * A page decoded, which knows the byte at which each of its characters begins. Ill-formed sequences
 * and control characters are {@link #FAULT}, a noncharacter that no text may hold, so that they can
 * be counted where they end up; VT, FF, U+0085 and byte order marks are spaces.
 */
final class PageText {
  /** Stands for what cannot be decoded or shown. */
  static final char FAULT = '\uFDD0';

  private static final char LAST_NONCHARACTER = '\uFDEF';
  private static final int STEP = 256;

  private final byte[] bytes;
  private final int length;
  private final String text;

  /** For each multiple of {@link #STEP}, a character at or just before it and its first byte. */
  private final int[] stepChar;

  private final int[] stepByte;

  /** Decodes the first bytes of an array, which is kept and must not change. */
  PageText(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
    char[] chars = new char[length];
    this.stepChar = new int[length / STEP + 2];
    this.stepByte = new int[length / STEP + 2];
    int count = decode(chars);
    this.text = new String(chars, 0, count);
  }

  /** The page's characters. */
  String text() {
    return text;
  }

  /** The number of bytes. */
  int byteLength() {
    return length;
  }

  /** The byte at which the character with this index begins; the length for the text's end. */
  int byteAt(int index) {
    if (index >= text.length()) {
      return length;
    }
    int step = index / STEP;
    int at = stepByte[step];
    for (int c = stepChar[step]; c < index; ) {
      int size = Utf8Sequence.lengthAt(bytes, at, length);
      c += size == 4 ? 2 : 1;
      if (c > index) {
        return at;
      }
      at += Math.abs(size);
    }
    return at;
  }

  /** The bytes themselves. */
  byte[] bytes() {
    return bytes;
  }

  private int decode(char[] chars) {
    int count = 0;
    int steps = 0;
    for (int i = 0; i < length; ) {
      int size = Utf8Sequence.lengthAt(bytes, i, length);
      int next = count + (size == 4 ? 2 : 1);
      while (steps * STEP < next) {
        stepChar[steps] = count;
        stepByte[steps++] = i;
      }
      if (size == 4) {
        Character.toChars(codePoint(i), chars, count);
      } else {
        chars[count] = size < 0 ? FAULT : kept((char) (size == 1 ? bytes[i] : wide(i, size)));
      }
      count = next;
      i += Math.abs(size);
    }
    Arrays.fill(stepChar, steps, stepChar.length, count);
    Arrays.fill(stepByte, steps, stepByte.length, length);
    return count;
  }

  private int wide(int i, int size) {
    return size == 2
        ? ((bytes[i] & 0x1F) << 6) | (bytes[i + 1] & 0x3F)
        : ((bytes[i] & 0x0F) << 12) | ((bytes[i + 1] & 0x3F) << 6) | (bytes[i + 2] & 0x3F);
  }

  private int codePoint(int i) {
    return ((bytes[i] & 0x07) << 18)
        | ((bytes[i + 1] & 0x3F) << 12)
        | ((bytes[i + 2] & 0x3F) << 6)
        | (bytes[i + 3] & 0x3F);
  }

  private static char kept(char c) {
    if (c >= ' ' && c < '\u007F') {
      return c;
    }
    if (c == '\t' || c == '\n' || c == '\r') {
      return c;
    }
    if (c == '\u000B' || c == '\f' || c == '\u0085' || c == '\uFEFF') {
      return ' ';
    }
    boolean fault = c < '\u00A0' || (c >= FAULT && c <= LAST_NONCHARACTER);
    return fault ? FAULT : c;
  }
}
