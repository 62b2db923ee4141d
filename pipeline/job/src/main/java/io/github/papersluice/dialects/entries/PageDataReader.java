package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.Excerpt;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a saved page by the JSON in it from which the page was made. The page itself, which shows
 * the same papers, is furniture. A page is held in memory, up to {@value #LONGEST_PAGE} bytes.
 */
final class PageDataReader implements DialectReader {
  private static final int LONGEST_PAGE = 64 << 20;

  private final FieldMap map;
  private final ByteWindow window = new ByteWindow();

  PageDataReader(EntryForm form) {
    this.map = new FieldMap(form);
  }

  /** The JSON with papers in a page's beginning, or in all of it; null if there is none. */
  static EmbeddedJson find(byte[] page, int length, FieldMap map) {
    EmbeddedJson data = EmbeddedJson.next(page, 0, length);
    while (data != null && layout(data, map) == null) {
      data = EmbeddedJson.next(page, data.end(), length);
    }
    return data;
  }

  private static JsonLayout layout(EmbeddedJson data, FieldMap map) {
    Head head = Head.of(data.json(), data.json().length);
    int start = head.start();
    if (start == head.length() || (data.json()[start] != '{' && data.json()[start] != '[')) {
      return null;
    }
    return JsonLayout.of(JsonOutline.of(head), map).orElse(null);
  }

  @Override
  public void read(InputStream utf8, RecordSink sink) throws IOException {
    byte[] page = utf8.readNBytes(LONGEST_PAGE);
    EmbeddedJson data = find(page, page.length, map);
    if (data == null) {
      reject(page, 0, page.length, "The page holds no data of papers.", sink);
    } else {
      sink.furniture(0, data.start());
      window.begin(new ByteArrayInputStream(data.json()), 0, Unheard.SINK);
      Entries entries = new Entries(new EntryPapers(map), new InPage(data, sink), 0, null);
      new JsonDocument(window, map, layout(data, map).path()).read(entries);
      if (data.end() < page.length) {
        sink.furniture(data.end(), page.length);
      }
    }
    rejectRest(utf8, page.length, sink);
  }

  private static void rejectRest(InputStream utf8, long start, RecordSink sink) throws IOException {
    byte[] head = utf8.readNBytes(Excerpt.MOST_BYTES);
    long end = start + head.length + utf8.transferTo(java.io.OutputStream.nullOutputStream());
    if (end > start) {
      reject(head, start, end, "The page is longer than " + (LONGEST_PAGE >> 20) + " MiB.", sink);
    }
  }

  private static void reject(byte[] bytes, long start, long end, String detail, RecordSink sink)
      throws IOException {
    sink.rejection(
        new Rejection(
            Rejection.Stage.SPLIT,
            Rejection.Reason.MALFORMED_ENTRY,
            detail,
            start,
            end,
            Excerpt.of(bytes, 0, Math.min(bytes.length, Excerpt.MOST_BYTES))));
  }

  /** Turns places in the JSON into places in the page. */
  private record InPage(EmbeddedJson data, RecordSink sink) implements RecordSink {
    @Override
    public void record(PaperText paper) throws IOException {
      sink.record(
          new PaperText(
              paper.title(),
              paper.abstractText(),
              data.place(paper.startByte()),
              data.place(paper.endByte()),
              paper.heading(),
              paper.replacements(),
              paper.metadata()));
    }

    @Override
    public void rejection(Rejection rejection) throws IOException {
      sink.rejection(
          new Rejection(
              rejection.stage(),
              rejection.reason(),
              rejection.detail(),
              data.place(rejection.startByte()),
              data.place(rejection.endByte()),
              rejection.excerpt()));
    }

    @Override
    public void furniture(long startByte, long endByte) {
      sink.furniture(data.place(startByte), data.place(endByte));
    }

    @Override
    public void heading(String heading) {
      sink.heading(heading);
    }
  }
}
