package io.github.papersluice.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;

/**
 * Valid UTF-8 text as a run of bytes in an array, so that it is scanned and written without being
 * decoded. A view: the array belongs to whoever made it and is not copied.
 */
public final class Utf8Text {
  private final byte[] array;
  private final int start;
  private final int end;

  /**
   * A view of an array; the bounds are checked, the bytes are not.
   *
   * @param array the bytes; only {@code [start, end)} belongs to the text
   * @param start index of the first byte
   * @param end index after the last byte
   * @throws IndexOutOfBoundsException if the bounds are not within the array
   */
  public Utf8Text(byte[] array, int start, int end) {
    Objects.checkFromToIndex(start, end, array.length);
    this.array = array;
    this.start = start;
    this.end = end;
  }

  /** The array that holds the text, itself and not a copy. */
  public byte[] array() {
    return array;
  }

  /** Index of the first byte in {@link #array()}. */
  public int start() {
    return start;
  }

  /** Index after the last byte in {@link #array()}. */
  public int end() {
    return end;
  }

  /** The text's UTF-8 bytes in an array of their own; an unpaired surrogate becomes {@code ?}. */
  public static Utf8Text of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Utf8Text(bytes, 0, bytes.length);
  }

  /** The length in bytes. */
  public int length() {
    return end - start;
  }

  /**
   * The text between two places.
   *
   * @param from index in {@link #array()}, at the start of a character
   * @param to index in {@link #array()}, exclusive, at the start of a character
   */
  public String substring(int from, int to) {
    Objects.checkFromToIndex(from, to, array.length);
    return new String(array, from, to - from, UTF_8);
  }

  /**
   * The number of Unicode code points between two places.
   *
   * @param from index in {@link #array()}, at the start of a character
   * @param to index in {@link #array()}, exclusive, at the start of a character
   */
  public int codePoints(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      // Every byte but the continuation bytes 10xxxxxx begins a code point (RFC 3629, section 3).
      if (array[i] > (byte) 0xBF) {
        count++;
      }
    }
    return count;
  }

  /** A copy of the text's bytes. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(array, start, end);
  }

  /** Equal if the bytes of the text are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Utf8Text that
        && Arrays.equals(array, start, end, that.array, that.start, that.end);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /** The text, decoded. */
  @Override
  public String toString() {
    return new String(array, start, end - start, UTF_8);
  }
}
