package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.util.Utf8;

/**
 * Cuts the sentences that hold facts out of a text, and tells where in them the facts stand. Works
 * on the text's bytes, from left to right once, and decodes only what it returns.
 */
final class Passages {
  /**
   * A sentence, or as much of it as there is room for.
   *
   * @param pieces its text in turn: plain, marked, plain, marked, ..., plain
   * @param cutBefore whether the sentence begins earlier
   * @param cutAfter whether it ends later
   */
  record Passage(List<String> pieces, boolean cutBefore, boolean cutAfter) {
    /** How many marks it holds. */
    int marks() {
      return pieces.size() / 2;
    }
  }

  /**
   * Where a span is shown.
   *
   * @param passage index of the passage, from 0
   * @param mark index of the mark in it, from 0
   */
  record Place(int passage, int mark) {}

  /**
   * A run of code points.
   *
   * @param start first code point, from 0
   * @param end exclusive
   */
  record Span(long start, long end) {}

  /** The most bytes shown on either side of a mark. */
  static final int CONTEXT = 400;

  /** Words that end in a full stop within a sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "al", "approx", "ca", "cf", "e.g", "eg", "eq", "eqs", "fig", "figs", "i.e", "ie", "no",
          "resp", "sec", "st", "tab", "vs", "w.r.t");

  private static final int LONGEST_ABBREVIATION = 6;

  private final byte[] bytes;
  private final int length;
  private final boolean whole;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  private final List<String> pieces = new ArrayList<>();
  private boolean cutBefore;
  private int passageEnd;
  private int markEnd;

  private Passages(Utf8 text, boolean whole) {
    this.bytes = text.getBytes();
    this.length = text.getByteLength();
    this.whole = whole;
  }

  /**
   * Cuts out the sentences that hold facts.
   *
   * @param spans in the order of their starts; what reaches out of the text has no place
   */
  static Passages sentences(Utf8 text, List<Span> spans) {
    Passages passages = new Passages(text, false);
    passages.find(spans);
    return passages;
  }

  /** The whole text as one passage; none if there are no spans in it. */
  static Passages whole(Utf8 text, List<Span> spans) {
    Passages passages = new Passages(text, true);
    passages.find(spans);
    return passages;
  }

  private void find(List<Span> spans) {
    int at = 0;
    long codePoint = 0;
    for (Span span : spans) {
      int start = forward(at, span.start() - codePoint);
      int end = forward(start, span.end() - span.start());
      if (start < 0 || end <= start) {
        places.add(null);
        continue;
      }
      at = start;
      codePoint = span.start();
      mark(start, end);
    }
    endPassage();
  }

  /** The passages in the text's order. */
  List<Passage> passages() {
    return passages;
  }

  /** The place of each span, in their order; null for one that has none. */
  List<Place> places() {
    return places;
  }

  // Byte index of the code point that stands so many code points after another; -1 if there is
  // none.
  private int forward(int from, long codePoints) {
    if (from < 0 || codePoints < 0) {
      return -1;
    }
    int at = from;
    for (long left = codePoints; left > 0; left--) {
      if (at >= length) {
        return -1;
      }
      at = next(at);
    }
    return at;
  }

  private int next(int at) {
    int after = at + 1;
    while (after < length && isContinuation(bytes[after])) {
      after++;
    }
    return after;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  // Spans that overlap share the mark of the first.
  private void mark(int start, int end) {
    if (!pieces.isEmpty() && start < markEnd) {
      places.add(new Place(passages.size(), pieces.size() / 2 - 1));
      return;
    }
    if (pieces.isEmpty() || start >= passageEnd) {
      endPassage();
      begin(start);
    }
    pieces.add(decode(markEnd, start));
    pieces.add(decode(start, end));
    places.add(new Place(passages.size(), pieces.size() / 2 - 1));
    markEnd = end;
    passageEnd = Math.max(passageEnd, sentenceEnd(end));
  }

  private void begin(int start) {
    int limit = whole ? 0 : Math.max(passageEnd, start - CONTEXT);
    int begin = start;
    while (begin > limit && !isSentenceEnd(begin)) {
      begin--;
    }
    cutBefore = begin > 0 && !isSentenceEnd(begin);
    markEnd = wordStart(begin, start);
    passageEnd = start;
  }

  private void endPassage() {
    if (!pieces.isEmpty()) {
      int end = wordEnd(passageEnd);
      pieces.add(decode(markEnd, end).stripTrailing());
      pieces.set(0, pieces.get(0).stripLeading());
      passages.add(new Passage(List.copyOf(pieces), cutBefore, isCut(end)));
      pieces.clear();
    }
  }

  private boolean isCut(int end) {
    return end < length && !isSentenceEnd(end);
  }

  private int sentenceEnd(int from) {
    int limit = whole ? length : Math.min(length, from + CONTEXT);
    int end = from;
    while (end < limit && !isSentenceEnd(end)) {
      end++;
    }
    return end;
  }

  // Where a sentence is cut, it is cut between words, or at least between code points.
  private int wordStart(int begin, int mark) {
    if (!cutBefore) {
      return begin;
    }
    int space = begin;
    while (space < mark && bytes[space] != ' ') {
      space++;
    }
    int start = space < mark ? space : begin;
    while (start < mark && isContinuation(bytes[start])) {
      start++;
    }
    return start;
  }

  private int wordEnd(int end) {
    if (!isCut(end)) {
      return end;
    }
    int space = end;
    while (space > markEnd && bytes[space] != ' ') {
      space--;
    }
    int cut = space > markEnd ? space : end;
    while (cut > markEnd && isContinuation(bytes[cut])) {
      cut--;
    }
    return cut;
  }

  /**
   * Whether a sentence ends before this byte. A sentence ends behind {@code . ! ?} and the quotes
   * and brackets after it, where a space follows and then no lower-case letter; not behind an
   * initial or an abbreviation. A CJK full stop, exclamation or question mark always ends one. Good
   * enough to show a fact in its context: nothing is extracted by it.
   */
  private boolean isSentenceEnd(int at) {
    if (whole || at == 0 || at >= length) {
      return at == 0 || at >= length;
    }
    if (isCjkStop(at - 3)) {
      return true;
    }
    if (bytes[at] != ' ' || (at + 1 < length && isLowerCase(bytes[at + 1]))) {
      return false;
    }
    int stop = at - 1;
    while (stop > 0 && isClosing(bytes[stop])) {
      stop--;
    }
    return bytes[stop] == '!' || bytes[stop] == '?' || (bytes[stop] == '.' && endsSentence(stop));
  }

  private boolean endsSentence(int stop) {
    int start = stop;
    while (start > 0 && stop - start <= LONGEST_ABBREVIATION && isWordByte(bytes[start - 1])) {
      start--;
    }
    String word = decode(start, stop);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    return !initial && !ABBREVIATIONS.contains(lowerCase(word));
  }

  private static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  // U+3002 is E3 80 82, U+FF01 EF BC 81, U+FF1F EF BC 9F.
  private boolean isCjkStop(int at) {
    if (at < 0) {
      return false;
    }
    int sequence =
        ((bytes[at] & 0xFF) << 16) | ((bytes[at + 1] & 0xFF) << 8) | (bytes[at + 2] & 0xFF);
    return sequence == 0xE38082 || sequence == 0xEFBC81 || sequence == 0xEFBC9F;
  }

  private static boolean isClosing(byte b) {
    return b == ')' || b == ']' || b == '"' || b == '\'';
  }

  private static boolean isLowerCase(byte b) {
    return b >= 'a' && b <= 'z';
  }

  private static boolean isWordByte(byte b) {
    return b == '.' || isLowerCase(b) || (b >= 'A' && b <= 'Z');
  }

  private String decode(int from, int to) {
    return new String(bytes, from, to - from, UTF_8);
  }
}
