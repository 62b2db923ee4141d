package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.model.Rejection;
import java.io.IOException;
import java.util.List;

/**
 * One JSON value, or several one after the other, with papers at one path. Only the paper at hand
 * is in memory. Where the brackets do not fit, the reader looks for what begins as papers do, and
 * reads on from there.
 */
final class JsonDocument {
  private static final String ENDS = "The digest ends in the middle of a list of papers.";

  private final ByteWindow window;
  private final FieldMap map;
  private final List<String> path;
  private final MarkdownRow rows;
  private final JsonParser parser = new JsonParser();
  private final EntryFields fields = new EntryFields();
  private Entries entries;
  private EntryPapers digestFields;
  private long place;
  private byte[] firstName;
  private boolean ended;

  JsonDocument(ByteWindow window, FieldMap map, List<String> path) {
    this.window = window;
    this.map = map;
    this.path = path;
    this.rows = map.form().container().equals(JsonReader.ROWS) ? new MarkdownRow(map) : null;
  }

  /** Reads the window's stream to its end. */
  void read(Entries target) throws IOException {
    entries = target;
    digestFields = new EntryPapers(map);
    place = Spaces.skip(window, window.from());
    boolean sound = true;
    while (sound && window.at(place) >= 0) {
      sound = value(0);
      skip();
    }
    if (!sound) {
      readLoosely();
    }
    window.release(window.end());
    entries.furnitureTo(window.end());
  }

  /** Skips white space and commas, of which a list may have too many. */
  private int skip() throws IOException {
    while (true) {
      place = Spaces.skip(window, place);
      int b = window.at(place);
      if (b != ',') {
        return b;
      }
      place++;
    }
  }

  /** Reads the value at hand, which is so many steps on the way; false if it is not sound. */
  private boolean value(int step) throws IOException {
    if (step == path.size()) {
      return entry();
    }
    int first = window.at(place);
    if (path.get(step).equals(JsonLayout.ELEMENTS)) {
      return first == '[' ? list(step) : skipValue();
    }
    return first == '{' ? object(step) : skipValue();
  }

  private boolean list(int step) throws IOException {
    place++;
    while (true) {
      int b = skip();
      if (b == ']') {
        place++;
        return true;
      }
      if (b < 0) {
        return end();
      }
      if (!value(step + 1)) {
        return false;
      }
    }
  }

  private boolean object(int step) throws IOException {
    place++;
    while (true) {
      int b = skip();
      if (b == '}') {
        place++;
        return true;
      }
      if (b < 0) {
        return end();
      }
      if (b != '"') {
        return false;
      }
      String name = name();
      place = Spaces.skip(window, place);
      if (name == null || window.at(place) != ':') {
        return false;
      }
      place = Spaces.skip(window, place + 1);
      if (!member(step, name)) {
        return false;
      }
    }
  }

  private boolean member(int step, String name) throws IOException {
    String wanted = path.get(step);
    if (wanted.equals(name) || wanted.equals(JsonLayout.VALUES)) {
      return value(step + 1);
    }
    byte[] bytes = name.getBytes(UTF_8);
    PathNode node = map.digest().child(bytes, 0, bytes.length);
    return node == null ? skipValue() : digestField(node);
  }

  private boolean digestField(PathNode node) throws IOException {
    long start = place;
    if (!skipValue()) {
      return false;
    }
    fields.reset();
    parser.parse(window.bytes(), window.index(start), window.index(place), node, fields);
    entries.date(digestFields.digestDate(fields));
    return true;
  }

  private boolean end() throws IOException {
    if (!ended) {
      ended = true;
      entries.reject(
          Rejection.Reason.MALFORMED_ENTRY, ENDS, entries.done(), place, new byte[0], 0, 0);
    }
    return true;
  }

  /** The name at hand, as it is written; null if it has no end. */
  private String name() throws IOException {
    long start = place;
    if (!skipValue()) {
      return null;
    }
    int from = window.index(start) + 1;
    int to = window.index(place) - 1;
    return to < from ? null : new String(window.bytes(), from, to - from, UTF_8);
  }

  // ---- one paper ----

  private boolean entry() throws IOException {
    long start = place;
    window.release(start);
    if (!skipValue()) {
      return false;
    }
    if (window.from() > start) {
      return true;
    }
    int from = window.index(start);
    byte[] bytes = window.bytes();
    fields.reset();
    boolean isObject = bytes[from] == '{';
    int to = window.index(place);
    if (rows != null && bytes[from] == '"' && rows.read(bytes, from, to, fields)) {
      entries.entry(fields, start, place, bytes, from);
      return true;
    }
    int after = isObject ? parser.parse(bytes, from, to, map.entry(), fields) : -1 - from;
    if (after == to) {
      learnFirstName(bytes, from, to);
      entries.entry(fields, start, place, bytes, from);
      return true;
    }
    int next = window.at(Spaces.skip(window, place));
    boolean fits = next == ',' || next == ']' || next == '}' || next == '{' || next < 0;
    int wrong = window.index(start) + ((after < 0 ? -1 - after : after) - from);
    if (wrong == window.index(place) && next < 0) {
      reject(start, place, "The digest ends in the middle of this object.");
      ended = true;
      return true;
    }
    if (!fits) {
      place = window.place(wrong);
      resume(start);
      return true;
    }
    if (isObject) {
      return rejectOrResume(start, wrong);
    }
    reject(start, place, "A value stands here that is no object.");
    return true;
  }

  /**
   * Brackets that fit may yet be another paper's, where a quotation mark is missing: what begins as
   * papers do behind the fault is a paper.
   */
  private boolean rejectOrResume(long start, int wrong) throws IOException {
    long end = place;
    long fault = window.place(wrong);
    long next = firstName == null ? -1 : nextEntry(fault, end);
    place = next < 0 ? end : next;
    reject(start, place, "The object is not valid JSON from byte " + fault + " on.");
    return true;
  }

  private void reject(long start, long end, String detail) throws IOException {
    int from = window.index(start);
    entries.reject(
        Rejection.Reason.MALFORMED_ENTRY,
        detail,
        start,
        end,
        window.bytes(),
        from,
        window.index(end));
  }

  private void learnFirstName(byte[] bytes, int from, int to) {
    if (firstName == null) {
      int quote = ByteSearch.indexOf(bytes, from, to, (byte) '"');
      int close = quote == to ? to : ByteSearch.indexOf(bytes, quote + 1, to, (byte) '"');
      if (close < to) {
        firstName = java.util.Arrays.copyOfRange(bytes, quote, close + 1);
      }
    }
  }

  // ---- what is not sound ----

  /** Rejects all up to what begins as papers do, and goes on there. */
  private void resume(long start) throws IOException {
    byte[] excerpt = Spaces.copy(window, Math.max(start, window.from()));
    long fault = place;
    long next = nextEntry(fault, Long.MAX_VALUE);
    place = next < 0 ? window.end() : next;
    entries.reject(
        Rejection.Reason.MALFORMED_ENTRY,
        "The JSON is not valid from byte " + fault + " on.",
        start,
        place,
        excerpt,
        0,
        excerpt.length);
  }

  /** Reads object after object, whatever brackets are around them. */
  private void readLoosely() throws IOException {
    resume(Math.max(entries.done(), window.from()));
    while (true) {
      int b = skip();
      if (b < 0) {
        return;
      }
      if (b == ']' || b == '}' || b == '[' || b == ':') {
        place++;
        continue;
      }
      long before = place;
      boolean sound = b == '{' ? entry() : skipValue();
      if (!sound || place == before) {
        place = Math.max(place, before + 1);
        resume(Math.max(entries.done(), window.from()));
      }
    }
  }

  /** The place where a paper begins, from a place on; -1 if none does before the end. */
  private long nextEntry(long from, long end) throws IOException {
    long at = from;
    while (at < end) {
      if (end == Long.MAX_VALUE) {
        window.release(at);
      }
      if (window.at(at) < 0) {
        return -1;
      }
      int stop = ByteSearch.indexOf(window.bytes(), window.index(at), window.limit(), (byte) '{');
      boolean found = stop < window.limit();
      at = window.place(stop);
      if (found) {
        if (at < end && beginsEntry(at)) {
          return at;
        }
        at++;
      }
    }
    return -1;
  }

  private boolean beginsEntry(long brace) throws IOException {
    long at = Spaces.skip(window, brace + 1);
    if (firstName == null) {
      return window.at(at) == '"';
    }
    for (byte b : firstName) {
      if (window.at(at++) != (b & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Moves behind the value at hand, by its quotes and brackets alone; false if none begins here.
   * One that is longer than the longest is rejected.
   */
  private boolean skipValue() throws IOException {
    long start = place;
    JsonSkipper skipper = new JsonSkipper();
    while (true) {
      int done = skipper.skip(window.bytes(), window.index(place), window.limit());
      if (done < 0) {
        return false;
      }
      place = window.place(done);
      if (skipper.isWhole()) {
        break;
      }
      if (place - start > EntryLimits.LONGEST_ENTRY) {
        return skipLong(start, skipper);
      }
      if (!window.more()) {
        return skipper.isBegun();
      }
    }
    return true;
  }

  /** Lets go of a value that is too long, unless it is not sound within what was read of it. */
  private boolean skipLong(long start, JsonSkipper skipper) throws IOException {
    fields.reset();
    int from = window.index(start);
    int after = parser.parse(window.bytes(), from, window.limit(), map.entry(), fields);
    if (after < 0 && -1 - after < window.limit()) {
      place = window.place(-1 - after);
      return false;
    }
    byte[] excerpt = Spaces.copy(window, start);
    do {
      int done = skipper.skip(window.bytes(), window.index(place), window.limit());
      place = done < 0 ? place : window.place(done);
      window.release(place);
    } while (!skipper.isWhole() && window.more());
    entries.reject(
        Rejection.Reason.RECORD_TOO_LONG,
        EntryLimits.tooLong(),
        start,
        place,
        excerpt,
        0,
        excerpt.length);
    return true;
  }
}
