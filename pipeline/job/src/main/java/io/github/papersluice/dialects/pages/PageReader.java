package io.github.papersluice.dialects.pages;

import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Rejection.Reason;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.splitting.Excerpt;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * Reads a saved page: decodes it whole, makes typed blocks of it, finds the titles, reads a card at
 * each and reports the cards in the order of the page. What lies between them is furniture.
 */
final class PageReader implements DialectReader {
  /**
   * A longer page is rejected: it is read whole, and its blocks take thirty times its size. The
   * longest seen, a table of 8,566 papers, has 1.7 MB.
   */
  static final int LONGEST_PAGE = 16 << 20;

  private static final int LONGEST_LINE = 1 << 16;
  private static final int RUN = 1 << 16;

  private final PageForm form;
  private final int longestPage;

  private PageText page;
  private RecordSink sink;
  private int done;
  private String heading;

  /** A reader for pages that are written in one way. */
  PageReader(PageForm form) {
    this(form, LONGEST_PAGE);
  }

  PageReader(PageForm form, int longestPage) {
    this.form = form;
    this.longestPage = longestPage;
  }

  @Override
  public void read(InputStream utf8, RecordSink recordSink) throws IOException {
    sink = recordSink;
    byte[] bytes = utf8.readNBytes(longestPage + 1);
    if (bytes.length > longestPage) {
      rejectLong(bytes, utf8);
      return;
    }
    page = new PageText(bytes, bytes.length);
    done = 0;
    heading = null;
    List<Piece> pieces = Pieces.of(form.blocks(page.text()));
    List<Anchor> anchors = Anchors.of(pieces, form != PageForm.TEXT);
    List<Verdict> verdicts = Verdict.of(Cards.of(page.text(), pieces, anchors));
    String doubt = Doubts.of(form, pieces, verdicts);
    if (doubt != null) {
      rejectPage(doubt);
    } else {
      report(verdicts);
    }
    page = null;
  }

  private void rejectLong(byte[] head, InputStream rest) throws IOException {
    long length = head.length;
    byte[] run = new byte[RUN];
    for (int count; (count = rest.read(run)) >= 0; ) {
      length += count;
    }
    String detail =
        "The page is longer than " + (longestPage >> 20) + " MiB. Cut it into smaller files.";
    reject(Reason.RECORD_TOO_LONG, detail, 0, length, Excerpt.of(head, 0, head.length));
  }

  private void rejectPage(String doubt) throws IOException {
    int end = page.byteLength();
    String excerpt = Excerpt.of(page.bytes(), 0, end);
    if (!excerpt.isEmpty()) {
      reject(Reason.UNKNOWN_DIALECT, doubt, 0, end, excerpt);
    }
  }

  private void report(List<Verdict> verdicts) throws IOException {
    for (Verdict verdict : verdicts) {
      report(verdict);
    }
    furniture(page.text().length());
  }

  private void report(Verdict verdict) throws IOException {
    Card card = verdict.card();
    int from = Math.max(done, lineStart(card.start()));
    int to = Math.max(from, lineEnd(card.end()));
    if (from == to) {
      return;
    }
    furniture(from);
    changeHeading(card.heading());
    long startByte = page.byteAt(from);
    long endByte = page.byteAt(to);
    if (verdict.outcome() == Verdict.Outcome.REPEATED) {
      sink.duplicate(startByte, endByte);
    } else if (verdict.outcome() == Verdict.Outcome.PAPER) {
      sink.record(
          new PaperText(
              Utf8Text.of(card.title()),
              Utf8Text.of(card.abstractText()),
              startByte,
              endByte,
              heading,
              card.faults(),
              card.metadata()));
    } else {
      String excerpt = Excerpt.of(page.bytes(), (int) startByte, (int) endByte);
      reject(verdict.reason(), verdict.detail(), startByte, endByte, excerpt);
    }
    done = to;
  }

  private void changeHeading(String day) {
    if (!Objects.equals(day, heading)) {
      heading = day;
      sink.heading(day);
    }
  }

  /** Reports what is not reported yet, up to a character, as furniture. */
  private void furniture(int to) {
    int from = done;
    int end = to;
    while (from < end && FieldText.isBlank(page.text().charAt(from))) {
      from++;
    }
    while (end > from && FieldText.isBlank(page.text().charAt(end - 1))) {
      end--;
    }
    if (from < end) {
      sink.furniture(page.byteAt(from), page.byteAt(end));
    }
    done = Math.max(done, to);
  }

  /** Marks before a title, {@code ###}, are the card's; in HTML all may stand in one line. */
  private int lineStart(int index) {
    if (form == PageForm.HTML) {
      return index;
    }
    int limit = Math.max(done, index - LONGEST_LINE);
    int from = index;
    while (from > limit && !isBreak(page.text().charAt(from - 1))) {
      from--;
    }
    while (from < index && FieldText.isBlank(page.text().charAt(from))) {
      from++;
    }
    return from;
  }

  private int lineEnd(int index) {
    String text = page.text();
    int end = Math.min(index, text.length());
    int limit = form == PageForm.HTML ? end : Math.min(text.length(), end + LONGEST_LINE);
    while (end < limit && !isBreak(text.charAt(end))) {
      end++;
    }
    while (end > 0 && FieldText.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private void reject(Reason reason, String detail, long start, long end, String excerpt)
      throws IOException {
    sink.rejection(new Rejection(Rejection.Stage.SPLIT, reason, detail, start, end, excerpt));
  }
}
