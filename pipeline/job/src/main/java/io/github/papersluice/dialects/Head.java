package io.github.papersluice.dialects;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.text.splitting.WhiteSpace;

/**
 * The beginning of a digest, decoded to UTF-8, by which its dialect is recognised.
 *
 * @param bytes holds it; ill-formed sequences may occur
 * @param length how many bytes of it count: all, or {@link #MOST_BYTES}
 * @param whole whether the digest ends there
 */
// Made once a digest; the array is a view, as it is in Utf8Text.
@SuppressWarnings("ArrayRecordComponent")
public record Head(byte[] bytes, int length, boolean whole) {
  /** As many bytes are looked at. */
  public static final int MOST_BYTES = 1 << 17;

  /** The head of a digest of which this many bytes are in memory. */
  public static Head of(byte[] bytes, int available) {
    return new Head(bytes, Math.min(available, MOST_BYTES), available <= MOST_BYTES);
  }

  /** Index of the first byte that is no white space or byte order mark, or {@link #length}. */
  public int start() {
    return WhiteSpace.skip(bytes, 0, length);
  }

  /** Index after the last byte of the line that holds the byte at {@code i}, without its break. */
  public int lineEnd(int i) {
    return ByteSearch.indexOf(bytes, i, length, (byte) '\n', (byte) '\r');
  }

  /** Whether the bytes at {@code i} are these ASCII characters. */
  public boolean holds(int i, String ascii) {
    return i + ascii.length() <= length
        && new String(bytes, i, ascii.length(), ISO_8859_1).equals(ascii);
  }

  /** The same in any case. */
  public boolean holdsIgnoringCase(int i, String ascii) {
    return i + ascii.length() <= length
        && new String(bytes, i, ascii.length(), ISO_8859_1).equalsIgnoreCase(ascii);
  }

  /** The text between two places, decoded. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, UTF_8);
  }
}
