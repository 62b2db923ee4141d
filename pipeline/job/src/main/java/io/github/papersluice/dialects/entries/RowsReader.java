package io.github.papersluice.dialects.entries;

import io.github.papersluice.bytes.ByteSearch;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.RowReader;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;

/**
 * Reads tables in text: CSV, TSV and the like, whose first row names the columns. A row whose
 * quotation marks do not fit, or with more or fewer fields than there are names, is rejected up to
 * the end of its line, and the next line is read.
 */
final class RowsReader implements RowReader {
  private final FieldMap map;
  private final ByteWindow window = new ByteWindow();
  private final EntryFields fields = new EntryFields();
  private RowLayout layout;
  private RowScanner scanner;
  private PathNode[] nodes;

  RowsReader(EntryForm form) {
    this.map = new FieldMap(form);
  }

  @Override
  public String preamble() {
    return layout.preamble();
  }

  @Override
  public void read(InputStream utf8, RecordSink sink) throws IOException {
    byte[] bytes = utf8.readNBytes(Head.MOST_BYTES + 1);
    Head head = Head.of(bytes, bytes.length);
    begin(RowLayout.of(head, map).orElse(new RowLayout((byte) ',', List.of("title"), 0)));
    window.begin(new SequenceInputStream(new ByteArrayInputStream(bytes), utf8), 0, sink);
    readRows(
        layout.headerEnd(), new Entries(new EntryPapers(map, sink.countsOnly()), sink, 0, null));
  }

  @Override
  public void readFrom(InputStream utf8, Start start, RecordSink sink) throws IOException {
    begin(RowLayout.ofPreamble(start.preamble()));
    window.begin(utf8, start.firstByte(), sink);
    readRows(
        start.firstByte(),
        new Entries(new EntryPapers(map), sink, start.firstByte(), start.heading()));
  }

  private void begin(RowLayout newLayout) {
    layout = newLayout;
    scanner = new RowScanner(layout.delimiter());
    nodes = layout.nodes(map);
  }

  private void readRows(long from, Entries entries) throws IOException {
    long start = lineStart(from);
    while (window.at(start) >= 0) {
      window.release(start);
      entries.border(start);
      long end = rowEnd(start);
      start = lineStart(end < 0 ? line(start, entries) : row(start, end, entries));
    }
    window.release(window.end());
    entries.furnitureTo(window.end());
  }

  /** The first place that is no line break. */
  private long lineStart(long from) throws IOException {
    long place = from;
    while (window.at(place) == '\n' || window.at(place) == '\r') {
      place++;
    }
    return place;
  }

  /** The place after the row; -1 if its quotation marks do not fit or it is too long. */
  private long rowEnd(long start) throws IOException {
    while (true) {
      int end = scanner.scan(window.bytes(), window.index(start), window.limit(), false);
      if (end >= 0) {
        return window.place(end);
      }
      if (end == RowScanner.BROKEN || window.end() - start > EntryLimits.LONGEST_ENTRY) {
        return -1;
      }
      if (!readOn(start)) {
        end = scanner.scan(window.bytes(), window.index(start), window.limit(), true);
        return end < 0 ? -1 : window.place(end);
      }
    }
  }

  /** Reads as much again as the row has already, so that a long row is not scanned often. */
  private boolean readOn(long start) throws IOException {
    long wanted = window.end() + (window.end() - start);
    if (!window.more()) {
      return false;
    }
    while (window.end() < wanted && window.more()) {}
    return true;
  }

  private long row(long start, long after, Entries entries) throws IOException {
    if (scanner.count() != nodes.length || after - start > EntryLimits.LONGEST_ENTRY) {
      return reject(start, after, entries);
    }
    byte[] bytes = window.bytes();
    fields.reset();
    for (int i = 0; i < scanner.count(); i++) {
      if (nodes[i] != null) {
        scanner.addTo(fields, nodes[i], bytes, i);
      }
    }
    int from = window.index(start);
    int to = window.index(after);
    while (to > from && (bytes[to - 1] == '\n' || bytes[to - 1] == '\r')) {
      to--;
    }
    entries.entry(fields, start, window.place(to), bytes, from);
    return after;
  }

  /** A row whose marks do not fit: between tabs they may be text, since few programs mark there. */
  private long line(long start, Entries entries) throws IOException {
    if (layout.delimiter() == '\t') {
      int to = ByteSearch.indexOf(window.bytes(), window.index(start), window.limit(), (byte) '\n');
      scanner.scanLine(window.bytes(), window.index(start), to);
      if (scanner.count() == nodes.length) {
        return row(start, window.place(to), entries);
      }
    }
    return rejectLine(start, entries);
  }

  /** The place of the break that ends the line, or of the digest's end. */
  private long lineEnd(long start) throws IOException {
    long place = start;
    while (window.at(place) >= 0) {
      int stop =
          ByteSearch.indexOf(window.bytes(), window.index(place), window.limit(), (byte) '\n');
      place = window.place(stop);
      if (stop < window.limit()) {
        return place;
      }
      if (place - start > EntryLimits.LONGEST_ENTRY) {
        window.release(place);
      }
    }
    return place;
  }

  /** Rejects the line at hand, the one in which the row begins whose marks do not fit. */
  private long rejectLine(long start, Entries entries) throws IOException {
    byte[] excerpt = Spaces.copy(window, start);
    return reject(start, lineEnd(start), excerpt, entries);
  }

  private long reject(long start, long end, Entries entries) throws IOException {
    return reject(start, end, Spaces.copy(window, start), entries);
  }

  private long reject(long start, long end, byte[] excerpt, Entries entries) throws IOException {
    boolean isTooLong = end - start > EntryLimits.LONGEST_ENTRY;
    entries.reject(
        isTooLong ? Rejection.Reason.RECORD_TOO_LONG : Rejection.Reason.MALFORMED_ENTRY,
        isTooLong
            ? EntryLimits.tooLong()
            : "The row's quotation marks do not fit, or it has other fields than the "
                + nodes.length
                + " that the first row names.",
        start,
        end,
        excerpt,
        0,
        (int) Math.min(excerpt.length, end - start));
    return end;
  }
}
