package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Reads BibTeX. An entry whose braces do not fit is rejected up to the next line that begins with
 * {@code @}, where the next entry should.
 */
final class BibtexReader implements DialectReader {
  private final FieldMap map;
  private final ByteWindow window = new ByteWindow();
  private final EntryFields fields = new EntryFields();
  private final BibtexParser parser = new BibtexParser();
  private Entries entries;

  BibtexReader(EntryForm form) {
    this.map = new FieldMap(form);
  }

  @Override
  public void read(InputStream utf8, RecordSink sink) throws IOException {
    window.begin(utf8, 0, sink);
    entries = new Entries(new EntryPapers(map), sink, 0, null);
    long place = Spaces.skip(window, 0);
    while (true) {
      place = nextEntry(place);
      if (place < 0) {
        break;
      }
      window.release(place);
      place = entry(place);
    }
    window.release(window.end());
    entries.furnitureTo(window.end());
  }

  /** The place of the next {@code @} with a word and a brace behind it; -1 if there is none. */
  private long nextEntry(long from) throws IOException {
    long place = from;
    while (window.at(place) >= 0) {
      int stop =
          ByteSearch.indexOf(window.bytes(), window.index(place), window.limit(), (byte) '@');
      boolean found = stop < window.limit();
      place = window.place(stop);
      if (found) {
        if (brace(place) > 0) {
          return place;
        }
        place++;
      }
      window.release(place);
    }
    return -1;
  }

  /** The place of the brace that opens an entry; -1 if none begins here. */
  private long brace(long at) throws IOException {
    if (!isLineStart(at)) {
      return -1;
    }
    long place = at + 1;
    while (isLetter(window.at(place))) {
      place++;
    }
    boolean named = place > at + 1;
    while (window.at(place) == ' ' || window.at(place) == '\n' || window.at(place) == '\r') {
      place++;
    }
    int b = window.at(place);
    return named && (b == '{' || b == '(') ? place : -1;
  }

  /** Whether nothing but white space stands before a place in its line, as far as is held. */
  private boolean isLineStart(long at) {
    for (long place = at - 1; place >= window.from(); place--) {
      byte b = window.bytes()[window.index(place)];
      if (b == '\n' || b == '\r') {
        return true;
      }
      boolean isMark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
      if (b != ' ' && b != '\t' && b != '}' && !isMark) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private long entry(long start) throws IOException {
    long brace = brace(start);
    long end = end(brace);
    if (end < 0) {
      return unclosed(start, brace);
    }
    String type = type(start, brace);
    if (type.equals("comment") || type.equals("preamble") || type.equals("string")) {
      return end;
    }
    fields.reset();
    int from = window.index(start);
    parser.parse(window.bytes(), window.index(brace) + 1, window.index(end) - 1, map, fields);
    entries.entry(fields, start, end, window.bytes(), from);
    return end;
  }

  private String type(long start, long brace) {
    int from = window.index(start) + 1;
    return new String(window.bytes(), from, window.index(brace) - from, UTF_8)
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The place after the entry's closing brace; -1 if another entry or the end comes before it. */
  private long end(long brace) throws IOException {
    int depth = 0;
    boolean isParenthesis = window.at(brace) == '(';
    for (long place = brace; place - brace < EntryLimits.LONGEST_ENTRY; place++) {
      int b = window.at(place);
      switch (b) {
        case -1 -> {
          return -1;
        }
        case '\\' -> place++;
        case '{' -> depth++;
        case '}' -> depth--;
        case '(' -> depth += isParenthesis && depth == 0 ? 1 : 0;
        case ')' -> depth -= isParenthesis && depth == 1 ? 1 : 0;
        case '@' -> {
          if (isNextEntry(place)) {
            return -1;
          }
        }
        default -> {}
      }
      if (depth == 0) {
        return place + 1;
      }
    }
    return -1;
  }

  /** An entry at the very beginning of a line, within another one whose braces do not fit. */
  private boolean isNextEntry(long at) throws IOException {
    int before = window.bytes()[window.index(at - 1)];
    return before == '\n' && brace(at) > 0;
  }

  private long unclosed(long start, long brace) throws IOException {
    byte[] excerpt = Spaces.copy(window, start);
    long next = nextEntry(brace);
    long end = next < 0 ? window.end() : next;
    boolean isTooLong = end - start > EntryLimits.LONGEST_ENTRY;
    String fault =
        next < 0
            ? "The digest ends in the middle of this entry."
            : "The entry's braces do not fit.";
    entries.reject(
        isTooLong ? Rejection.Reason.RECORD_TOO_LONG : Rejection.Reason.MALFORMED_ENTRY,
        isTooLong ? EntryLimits.tooLong() : fault,
        start,
        end,
        excerpt,
        0,
        (int) Math.min(excerpt.length, end - start));
    return end;
  }
}
