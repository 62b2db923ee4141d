package io.github.papersluice.dialects.entries;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.model.Rejection;
import java.io.IOException;

/** One JSON object a line. A line that is not one is rejected and the next one is read. */
final class JsonLines {
  private final ByteWindow window;
  private final FieldMap map;
  private final JsonParser parser = new JsonParser();
  private final EntryFields fields = new EntryFields();

  JsonLines(ByteWindow window, FieldMap map) {
    this.window = window;
    this.map = map;
  }

  /** Reads the window's stream, which begins at the beginning of a line, to its end. */
  void read(Entries entries) throws IOException {
    long start = Spaces.skip(window, window.from());
    while (window.at(start) >= 0) {
      window.release(start);
      entries.border(start);
      long end = lineEnd(start);
      if (end < 0) {
        start = skipLongLine(start, entries);
      } else {
        line(start, end, entries);
        start = end;
      }
      start = Spaces.skip(window, start);
    }
    window.release(window.end());
    entries.furnitureTo(window.end());
  }

  /** The place of the break that ends the line, or of the digest's end; -1 if it is too long. */
  private long lineEnd(long start) throws IOException {
    int looked = window.index(start);
    while (true) {
      int stop = ByteSearch.indexOf(window.bytes(), looked, window.limit(), (byte) '\n');
      if (stop < window.limit()) {
        return window.place(stop);
      }
      long seen = window.end();
      if (seen - start > EntryLimits.LONGEST_ENTRY) {
        return -1;
      }
      if (!window.more()) {
        return seen;
      }
      looked = window.index(seen);
    }
  }

  private void line(long start, long lineEnd, Entries entries) throws IOException {
    byte[] bytes = window.bytes();
    int from = window.index(start);
    int to = window.index(lineEnd);
    while (to > from && JsonParser.isSpace(bytes[to - 1])) {
      to--;
    }
    long end = window.place(to);
    fields.reset();
    int after = bytes[from] == '{' ? parser.parse(bytes, from, to, map.entry(), fields) : -1 - from;
    if (after == to) {
      entries.entry(fields, start, end, bytes, from);
      return;
    }
    int wrong = after < 0 ? -1 - after : after;
    entries.reject(
        Rejection.Reason.MALFORMED_ENTRY,
        wrong == to
            ? "The line ends in the middle of an object."
            : "The line is not a JSON object from byte " + window.place(wrong) + " on.",
        start,
        end,
        bytes,
        from,
        to);
  }

  private long skipLongLine(long start, Entries entries) throws IOException {
    byte[] head = Spaces.copy(window, start);
    long place = window.end();
    while (true) {
      window.release(place);
      if (window.at(place) < 0) {
        break;
      }
      int stop =
          ByteSearch.indexOf(window.bytes(), window.index(place), window.limit(), (byte) '\n');
      place = window.place(stop);
      if (stop < window.limit()) {
        break;
      }
    }
    entries.reject(
        Rejection.Reason.RECORD_TOO_LONG,
        EntryLimits.tooLong(),
        start,
        place,
        head,
        0,
        head.length);
    return place;
  }
}
