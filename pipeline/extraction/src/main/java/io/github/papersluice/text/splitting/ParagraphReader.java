package io.github.papersluice.text.splitting;

import io.github.papersluice.bytes.ByteWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds paragraphs in a stream of bytes, over a window that slides along and grows only as far as
 * what is held needs it. Lines end with LF, CR or CRLF.
 *
 * <p>Two limits bound the memory, and both depend on the bytes alone, never on how they arrive:
 *
 * <ul>
 *   <li>What is held and the paragraph after it may together be {@code longestHeld} bytes. Beyond
 *       that the bytes are read past and forgotten, but for the first ones, from which an excerpt
 *       is made, and the paragraph is given out as not kept.
 *   <li>White space longer than {@link #LONGEST_GAP} ends a paragraph, and it is said that the gap
 *       was long: nothing that belongs together lies so far apart.
 * </ul>
 */
final class ParagraphReader {
  /** What {@link #next} found. */
  enum Found {
    /** A paragraph: {@link #paragraph}. */
    PARAGRAPH,

    /** More white space after what is held than {@link #LONGEST_GAP}: to be released now. */
    LONG_GAP,

    /** The end of the stream. */
    END
  }

  static final int LONGEST_GAP = 1 << 20;

  /** As many first bytes of what was forgotten are kept as an excerpt can need. */
  static final int HEAD_LENGTH = 1024;

  private static final int FIRST_WINDOW = 1 << 18;
  private static final int LARGEST_IDLE_WINDOW = 1 << 22;
  private static final long NOTHING = -1;

  private final long longestHeld;
  private final RecordSink sink;
  private byte[] ownWindow = new byte[0];
  private byte[] window;
  private int limit;
  private long base;
  private InputStream in;
  private boolean ended;
  private DigestOffsets offsets;

  private long position;
  private long held;
  private long needed;
  private long passed;
  private long gapStart;
  private long lineEnd;
  private boolean printable;
  private boolean inParagraph;
  private boolean forgotten;
  private byte[] head;
  private Paragraph paragraph;

  ParagraphReader(RecordSink sink, long longestHeld) {
    this.sink = sink;
    this.longestHeld = longestHeld;
  }

  /** Begins with bytes in memory, of which the first is byte {@code firstByte} of the digest. */
  void begin(byte[] bytes, int start, int end, long firstByte) {
    begin(bytes, end, firstByte - start, firstByte);
    in = null;
    ended = true;
    offsets = DigestOffsets.SAME;
  }

  /** Begins with a stream of which the first byte has the position {@code firstPosition}. */
  void begin(InputStream stream, long firstPosition, DigestOffsets digestOffsets) {
    if (ownWindow.length == 0 || ownWindow.length > LARGEST_IDLE_WINDOW) {
      ownWindow = new byte[FIRST_WINDOW];
    }
    begin(ownWindow, 0, firstPosition, firstPosition);
    in = stream;
    ended = false;
    offsets = digestOffsets;
  }

  private void begin(byte[] bytes, int end, long basePosition, long firstPosition) {
    window = bytes;
    limit = end;
    base = basePosition;
    position = firstPosition;
    needed = firstPosition;
    passed = firstPosition;
    gapStart = firstPosition;
    held = NOTHING;
  }

  /** Keeps the bytes from this position on, until {@link #release}. */
  void hold(long from) {
    held = from;
  }

  /** Keeps nothing of what was read. */
  void release() {
    held = NOTHING;
  }

  /** The paragraph found last. */
  Paragraph paragraph() {
    return paragraph;
  }

  /** The array that holds the bytes kept; another one after {@link #next}. */
  byte[] window() {
    return window;
  }

  /** The index in {@link #window} of a byte that is kept. */
  int index(long at) {
    return (int) (at - base);
  }

  /** The first bytes of what was held when a paragraph was not kept. */
  byte[] head() {
    return head;
  }

  /** Passes the bytes before this position to the sink. */
  void passTo(long to) throws IOException {
    if (to > passed) {
      sink.passed(window, index(passed), index(to));
      passed = to;
    }
  }

  /** Finds the next paragraph. */
  Found next() throws IOException {
    if (!skipGap()) {
      passTo(base + limit);
      return Found.END;
    }
    if (gapIsLong()) {
      return Found.LONG_GAP;
    }
    readParagraph();
    return Found.PARAGRAPH;
  }

  /** Skips white space, as far as the longest gap; false if nothing follows it. */
  private boolean skipGap() throws IOException {
    needed = held == NOTHING ? position : held;
    while (available(WhiteSpace.LONGEST) || position < base + limit) {
      int length = WhiteSpace.lengthAt(window, index(position), limit);
      if (length == 0 || gapIsLong()) {
        return true;
      }
      position += length;
      if (held == NOTHING) {
        needed = position;
      }
    }
    return false;
  }

  private boolean gapIsLong() {
    return held != NOTHING && position - gapStart > LONGEST_GAP;
  }

  private void readParagraph() throws IOException {
    long start = position;
    long keptFrom = held == NOTHING ? start : held;
    needed = keptFrom;
    forgotten = false;
    printable = true;
    lineEnd = start;
    inParagraph = true;
    long startByte = offsets.digestByte(window, base, start);
    readLine();
    while (lineFollows()) {
      printable = false;
      readLine();
    }
    inParagraph = false;
    boolean kept = !forgotten && lineEnd - keptFrom <= longestHeld;
    if (!kept && !forgotten) {
      saveHead();
    }
    long end = kept ? base + WhiteSpace.trimEnd(window, index(start), index(lineEnd)) : lineEnd;
    gapStart = lineEnd;
    paragraph =
        new Paragraph(
            start, end, startByte, offsets.digestByte(window, base, end), printable, kept);
  }

  /** Reads to the end of the line: {@code position} and {@code lineEnd} are that of its break. */
  private void readLine() throws IOException {
    do {
      position = base + lineBreak(index(position));
      lineEnd = position;
    } while (position == base + limit && fill());
  }

  /** Index of the next line break in the window, or its limit; notes what is not printable. */
  private int lineBreak(int from) {
    byte[] bytes = window;
    int end = limit;
    int i = from;
    long above = 0;
    while (i + Long.BYTES <= end) {
      long word = ByteWords.at(bytes, i);
      long controls = ByteWords.controls(word);
      if (controls == 0) {
        above |= ByteWords.aboveTilde(word);
        i += Long.BYTES;
        continue;
      }
      int next = i + ByteWords.first(controls);
      above |= aboveTilde(bytes, i, next);
      if (WhiteSpace.isLineBreak(bytes[next])) {
        printable &= above == 0;
        return next;
      }
      printable = false;
      i = next + 1;
    }
    for (; i < end && !WhiteSpace.isLineBreak(bytes[i]); i++) {
      above |= bytes[i] < ' ' || bytes[i] == 0x7F ? 1 : 0;
    }
    printable &= above == 0;
    return i;
  }

  private static long aboveTilde(byte[] bytes, int from, int to) {
    long above = 0;
    for (int i = from; i < to; i++) {
      above |= bytes[i] < 0 || bytes[i] == 0x7F ? 1 : 0;
    }
    return above;
  }

  /** Steps over the line break, and says if a line follows that is not blank and not far away. */
  private boolean lineFollows() throws IOException {
    if (!available(2)) {
      return false;
    }
    int i = index(position);
    position += window[i] == '\r' && window[i + 1] == '\n' ? 2 : 1;
    while (available(WhiteSpace.LONGEST) || position < base + limit) {
      i = index(position);
      int length = WhiteSpace.lengthAt(window, i, limit);
      if (length == 0) {
        return true;
      }
      if (WhiteSpace.isLineBreak(window[i]) || position - lineEnd > LONGEST_GAP) {
        return false;
      }
      position += length;
    }
    return false;
  }

  /** True if so many bytes from {@code position} on are in the window. */
  private boolean available(int count) throws IOException {
    while (base + limit - position < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  /** Forgets what is held and the paragraph so far once they are too long. */
  private void forgetTooLong() {
    if (!forgotten && lineEnd - needed > longestHeld) {
      saveHead();
      forgotten = true;
    }
    if (forgotten) {
      needed = lineEnd;
    }
  }

  private void saveHead() {
    int start = index(needed);
    head = Arrays.copyOfRange(window, start, Math.min(start + HEAD_LENGTH, limit));
  }

  /** Reads at least one more byte into the window; false at the end of the stream. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (inParagraph) {
      forgetTooLong();
    }
    if (limit == window.length) {
      makeRoom();
    }
    int count = in.read(window, limit, window.length - limit);
    if (count < 0) {
      ended = true;
      return false;
    }
    limit += count;
    return true;
  }

  /** Drops the bytes that nobody needs; doubles the window if they are less than half of it. */
  private void makeRoom() throws IOException {
    int from = index(needed);
    passTo(needed);
    offsets.pass(window, base, needed);
    byte[] target = from < window.length / 2 ? new byte[largerWindow()] : window;
    System.arraycopy(window, from, target, 0, limit - from);
    window = target;
    ownWindow = target;
    limit -= from;
    base += from;
  }

  /** Twice the window, but no more than the longest that is held, a gap and a run to read. */
  private int largerWindow() {
    long most = longestHeld + LONGEST_GAP + FIRST_WINDOW;
    return (int) (window.length < most ? Math.min(most, 2L * window.length) : 2L * window.length);
  }
}
