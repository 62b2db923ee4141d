package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Reads feeds and other XML whose papers are elements of one name. An element that is not sound is
 * rejected up to its end, or to where the next one begins.
 */
final class XmlReader implements DialectReader {
  private final FieldMap map;
  private final ByteWindow window = new ByteWindow();
  private final XmlTags tags = new XmlTags(window);
  private final XmlParser parser = new XmlParser();
  private final EntryFields fields = new EntryFields();
  private EntryPapers papers;
  private Entries entries;
  private String entryName;

  XmlReader(EntryForm form) {
    this.map = new FieldMap(form);
  }

  @Override
  public void read(InputStream utf8, RecordSink sink) throws IOException {
    byte[] bytes = utf8.readNBytes(Head.MOST_BYTES + 1);
    entryName = XmlLayout.of(Head.of(bytes, bytes.length)).entryName(map).orElse("entry");
    window.begin(new SequenceInputStream(new ByteArrayInputStream(bytes), utf8), 0, sink);
    papers = new EntryPapers(map);
    entries = new Entries(papers, sink, 0, null);
    long place = 0;
    while (tags.next(place)) {
      place = tags.closes() ? tags.end() : element();
      window.release(place);
    }
    window.release(window.end());
    entries.furnitureTo(window.end());
  }

  /** Reads the element whose tag was found; the place to go on at. */
  private long element() throws IOException {
    if (tags.name().equals(entryName)) {
      return tags.isEmpty() ? tags.end() : entry();
    }
    byte[] name = tags.name().getBytes(UTF_8);
    PathNode node = map.digest().child(name, 0, name.length);
    return node == null || tags.isEmpty() ? tags.end() : digestField(node);
  }

  private long digestField(PathNode node) throws IOException {
    long start = tags.start();
    String name = tags.name();
    long after = tags.end();
    if (tags.next(after) && tags.closes() && tags.name().equals(name)) {
      fields.reset();
      PathNode root = new PathNode("");
      root.add("value", node.slot());
      byte[] value = ("<e><value>" + text(after, tags.start()) + "</value></e>").getBytes(UTF_8);
      parser.parse(value, 0, value.length, root, fields);
      entries.date(papers.digestDate(fields));
      return tags.end();
    }
    return Math.max(after, start);
  }

  private String text(long from, long to) {
    return new String(window.bytes(), window.index(from), (int) (to - from), UTF_8);
  }

  private long entry() throws IOException {
    long start = tags.start();
    window.release(start);
    long place = tags.end();
    while (tags.next(place)) {
      if (tags.name().equals(entryName)) {
        return tags.closes() ? whole(start, tags.end()) : unclosed(start, tags.start());
      }
      place = tags.end();
      if (place - start > EntryLimits.LONGEST_ENTRY) {
        return tooLong(start, place);
      }
    }
    return endsWithin(start);
  }

  private long whole(long start, long end) throws IOException {
    byte[] bytes = window.bytes();
    int from = window.index(start);
    fields.reset();
    String fault = parser.parse(bytes, from, window.index(end), map.entry(), fields);
    if (fault == null) {
      entries.entry(fields, start, end, bytes, from);
    } else {
      reject(fault, start, end);
    }
    return end;
  }

  private long unclosed(long start, long end) throws IOException {
    reject("The element " + entryName + " has no end before the next one.", start, end);
    return end;
  }

  private long endsWithin(long start) throws IOException {
    reject("The digest ends in the middle of this element.", start, window.end());
    return window.end();
  }

  private void reject(String detail, long start, long end) throws IOException {
    byte[] excerpt = Spaces.copy(window, start);
    entries.reject(
        Rejection.Reason.MALFORMED_ENTRY,
        detail,
        start,
        end,
        excerpt,
        0,
        (int) Math.min(excerpt.length, end - start));
  }

  private long tooLong(long start, long from) throws IOException {
    byte[] excerpt = Spaces.copy(window, start);
    long place = from;
    while (tags.next(place) && !tags.name().equals(entryName)) {
      place = tags.end();
      window.release(place);
    }
    long end = tags.start() >= from ? (tags.closes() ? tags.end() : tags.start()) : window.end();
    entries.reject(
        Rejection.Reason.RECORD_TOO_LONG,
        EntryLimits.tooLong(),
        start,
        end,
        excerpt,
        0,
        excerpt.length);
    return end;
  }
}
