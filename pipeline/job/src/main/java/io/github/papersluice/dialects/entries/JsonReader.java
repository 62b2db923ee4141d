package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.Head;
import io.github.papersluice.dialects.RowReader;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;

/** Reads JSON and JSON lines of one source. */
final class JsonReader implements RowReader {
  /** The container of rows of Markdown tables in JSON. */
  static final String ROWS = "json-rows";

  private static final JsonLayout LIST = new JsonLayout(false, List.of(JsonLayout.ELEMENTS));
  private static final JsonLayout LINES = new JsonLayout(true, List.of());

  private final FieldMap map;
  private final ByteWindow window = new ByteWindow();

  JsonReader(EntryForm form) {
    this.map = new FieldMap(form);
  }

  @Override
  public String preamble() {
    return "";
  }

  @Override
  public void read(InputStream utf8, RecordSink sink) throws IOException {
    byte[] bytes = utf8.readNBytes(Head.MOST_BYTES + 1);
    JsonLayout layout = layout(Head.of(bytes, bytes.length));
    window.begin(new SequenceInputStream(new ByteArrayInputStream(bytes), utf8), 0, sink);
    read(layout, new Entries(new EntryPapers(map, sink.countsOnly()), sink, 0, null));
  }

  /** Where the papers are; a list or lines if none is found, so that each fault is told. */
  private JsonLayout layout(Head head) {
    JsonOutline outline = JsonOutline.of(head);
    if (map.form().container().equals(ROWS)) {
      return outline.rows() == null ? LIST : new JsonLayout(false, outline.rows());
    }
    return JsonLayout.of(outline, map)
        .orElse(head.holds(head.start(), "[") ? LIST : outline.inLines() ? LINES : LIST);
  }

  private void read(JsonLayout layout, Entries entries) throws IOException {
    if (layout.lines()) {
      new JsonLines(window, map).read(entries);
    } else {
      new JsonDocument(window, map, layout.path()).read(entries);
    }
  }

  @Override
  public void readFrom(InputStream utf8, Start start, RecordSink sink) throws IOException {
    window.begin(utf8, start.firstByte(), sink);
    read(LINES, new Entries(new EntryPapers(map), sink, start.firstByte(), start.heading()));
  }
}
