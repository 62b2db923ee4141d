package io.github.papersluice.dialects.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import io.github.papersluice.text.splitting.WhiteSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what a page is read into, and sees to it that every byte belongs to one piece. */
final class PageTranscript implements RecordSink {
  private final byte[] page;
  private final List<String> columns;
  private final List<String> lines = new ArrayList<>();
  final List<PaperText> papers = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  private long done;

  PageTranscript(byte[] page, List<String> columns) {
    this.page = page;
    this.columns = columns;
  }

  /** Reads a page that is written in a known way. */
  static PageTranscript of(PageForm form, byte[] page, List<String> columns) {
    PageTranscript transcript = new PageTranscript(page, columns);
    try {
      new PageReader(form).read(new ByteArrayInputStream(page), transcript);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    transcript.pass(page.length, page.length);
    return transcript;
  }

  @Override
  public void record(PaperText paper) {
    pass(paper.startByte(), paper.endByte());
    papers.add(paper);
    lines.add("paper " + paper.title() + " | " + paper.abstractText());
    Map<String, Object> values = values(paper.metadata());
    for (String column : columns) {
      lines.add("  " + column + " " + values.getOrDefault(column, "-"));
    }
  }

  @Override
  public void rejection(Rejection rejection) {
    pass(rejection.startByte(), rejection.endByte());
    rejections.add(rejection);
    lines.add("rejected " + rejection.reason());
  }

  @Override
  public void furniture(long startByte, long endByte) {
    pass(startByte, endByte);
  }

  @Override
  public void duplicate(long startByte, long endByte) {
    pass(startByte, endByte);
    lines.add("duplicate");
  }

  @Override
  public void heading(String heading) {
    lines.add("heading " + heading);
  }

  List<String> lines() {
    return lines;
  }

  private void pass(long start, long end) {
    assertTrue(start >= done && end >= start && end <= page.length, start + " to " + end);
    for (long i = done; i < start; ) {
      int white = page[(int) i] == 0 ? 1 : WhiteSpace.lengthAt(page, (int) i, page.length);
      String lost = new String(page, (int) i, (int) Math.min(40, start - i), UTF_8);
      assertTrue(white > 0, "Lost at " + i + ": " + lost);
      i += white;
    }
    done = end;
  }

  private static Map<String, Object> values(PaperMetadata metadata) {
    Map<String, Object> values = new TreeMap<>();
    put(values, "arxiv_id", metadata.arxivId());
    put(values, "doi", metadata.doi());
    put(values, "url", metadata.url());
    put(values, "authors", metadata.authors());
    put(values, "published_date", metadata.publishedDate());
    put(values, "categories", metadata.categories());
    put(values, "comment", metadata.comment());
    put(values, "code_url", metadata.codeUrl());
    put(values, "project_url", metadata.projectUrl());
    put(values, "upvotes", metadata.upvotes());
    return values;
  }

  private static void put(Map<String, Object> values, String column, Object value) {
    if (value != null) {
      values.put(column, value);
    }
  }
}
