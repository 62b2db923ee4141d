package io.github.papersluice.snapshot.check;

import java.util.Arrays;
import org.apache.avro.util.Utf8;

/**
 * Finds code points in UTF-8 text by their number. Every {@value #STEP}th place is noted once, so a
 * lookup is short in a text of any length, and in whatever order places are asked for.
 */
final class CodePointIndex {
  private static final int STEP = 256;

  private int[] places = new int[64];
  private byte[] bytes;
  private int end;
  private int count;
  private boolean counted;

  /** Takes a text, which must not change until the next; the one before is forgotten. */
  void reset(Utf8 text) {
    bytes = text.getBytes();
    end = text.getByteLength();
    counted = false;
  }

  private void count() {
    count = 0;
    counted = true;
    for (int i = 0; i < end; i++) {
      if (isStart(bytes[i])) {
        if (count % STEP == 0) {
          note(count / STEP, i);
        }
        count++;
      }
    }
  }

  private void note(int step, int place) {
    if (step == places.length) {
      places = Arrays.copyOf(places, step * 2);
    }
    places[step] = place;
  }

  /** A continuation byte is {@code 10xxxxxx} (RFC 3629, section 3). */
  private static boolean isStart(byte b) {
    return b > (byte) 0xBF;
  }

  /** Whether the text between two places, in code points, is this. */
  boolean equalsAt(long from, long to, Utf8 surface) {
    if (!counted) {
      count();
    }
    if (from < 0 || from > to || to > count) {
      return false;
    }
    return Arrays.equals(
        bytes, place((int) from), place((int) to), surface.getBytes(), 0, surface.getByteLength());
  }

  private int place(int codePoint) {
    if (codePoint == count) {
      return end;
    }
    int i = places[codePoint / STEP];
    for (int left = codePoint % STEP; left > 0; left--) {
      i++;
      while (!isStart(bytes[i])) {
        i++;
      }
    }
    return i;
  }
}
