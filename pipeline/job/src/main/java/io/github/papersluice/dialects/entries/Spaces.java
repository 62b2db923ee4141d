package io.github.papersluice.dialects.entries;

import io.github.papersluice.text.splitting.Excerpt;
import java.io.IOException;
import java.util.Arrays;

/** What stands before and between entries. */
final class Spaces {
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};

  private Spaces() {}

  /** The first place from a place on that is neither white space nor a byte order mark. */
  static long skip(ByteWindow window, long from) throws IOException {
    long place = from;
    while (true) {
      int b = window.at(place);
      if (b >= 0 && b <= ' ') {
        place++;
      } else if (b == MARK[0] && isMark(window, place)) {
        place += MARK.length;
      } else {
        return place;
      }
    }
  }

  private static boolean isMark(ByteWindow window, long place) throws IOException {
    return window.at(place + 1) == MARK[1] && window.at(place + 2) == MARK[2];
  }

  /** As many bytes from a place on as make an excerpt. */
  static byte[] copy(ByteWindow window, long place) {
    int from = window.index(place);
    return Arrays.copyOfRange(
        window.bytes(), from, Math.min(window.limit(), from + Excerpt.MOST_BYTES));
  }
}
