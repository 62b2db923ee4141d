package io.github.papersluice.text.splitting;

import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Rejection.Reason;
import io.github.papersluice.model.Utf8Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a digest into records: a state machine over its paragraphs, which looks one paragraph
 * ahead. {@link ParagraphShape} says what one paragraph is, {@link Furniture} which ones belong to
 * the page, and the methods of the states what their order says:
 *
 * <ul>
 *   <li>The paragraph after a title is its abstract; prose after an abstract continues it.
 *   <li>Of two titles in a row the first one has no abstract, unless the second one may be a
 *       sentence and no prose follows it.
 *   <li>Prose where nothing is open has no title.
 *   <li>A menu word, a button or a number of the page is a title where it stands alone before
 *       prose.
 *   <li>Furniture ends a record. Counts, dots, buttons, a line of authors and the title once more
 *       may stand between a title and its abstract.
 * </ul>
 *
 * <p>Nothing is open before a title that follows prose, and how the prose began does not matter to
 * what comes after it. Such a title is a border at which a digest may be cut: the splitter before
 * it closes the open record at its end just as it would at the title, and the one that begins there
 * is in the state in which the one that reads through arrives, if it is told the heading.
 *
 * <p>Memory: the open record, at most {@value #LONGEST_RECORD} bytes of it, and one paragraph more.
 * Time is linear. Not safe for use by several threads; made for many digests, one after the other.
 */
public final class RecordSplitter {
  /** A longer record is rejected, in bytes with the white space and furniture inside it. */
  public static final int LONGEST_RECORD = 64 << 20;

  private enum State {
    /** Nothing is open: the beginning, {@code Mar 11}, or prose without a title came before. */
    START,

    /** {@code Get trending papers in your email inbox!}: the page's menus may follow. */
    AFTER_MENU,

    /** {@code Submitted by}: a name may follow. */
    AFTER_SUBMITTED_BY,

    /** {@code Submitted by}, {@code ada}, or {@code 12}: of the page, or a title before prose. */
    NAME_HELD,

    /** {@code Subscribe} alone: a menu, or a title if prose follows. */
    WORD_HELD,

    /** {@code Learning to Sort}: its abstract should follow. */
    TITLE_HELD,

    /** {@code Learning to Sort}, {@code Sorting in the Dark}: the next paragraph decides. */
    TWO_TITLES_HELD,

    /** {@code Learning to Sort}, {@code We sort.}: more prose may follow. */
    ABSTRACT_OPEN,

    /** A record that is longer than the longest; more prose may follow. */
    TOO_LONG
  }

  private final RecordSink sink;
  private final ParagraphReader reader;
  private final TextCleaner titleCleaner = new TextCleaner();
  private final TextCleaner abstractCleaner = new TextCleaner();
  private final TextCleaner excerptCleaner = new TextCleaner();
  private final FurnitureLines furniture = new FurnitureLines();

  private State state;
  private String heading;
  private Paragraph title;
  private Paragraph marks;
  private Paragraph second;
  private ParagraphShape secondShape;
  private Paragraph abstractText;
  private String titleExcerpt;
  private String secondExcerpt;

  /** A splitter that tells what it finds to a sink. */
  public RecordSplitter(RecordSink sink) {
    this(sink, LONGEST_RECORD);
  }

  RecordSplitter(RecordSink sink, long longestRecord) {
    this.sink = sink;
    this.reader = new ParagraphReader(sink, longestRecord);
  }

  /**
   * Splits a digest that is in memory.
   *
   * @param bytes the digest; only {@code [start, end)} belongs to it, and it is not changed
   * @param start index of its first byte
   * @param end index after its last byte
   * @throws IOException if the sink throws it
   */
  public void split(byte[] bytes, int start, int end) throws IOException {
    reader.begin(bytes, start, end, 0);
    run(null);
  }

  /**
   * Splits a digest, or what stands of it between two borders, as it is read.
   *
   * @param utf8 the bytes to their end; read in large runs, not closed
   * @param firstByte the digest's byte at which the stream begins, 0 unless it begins at a border
   * @param firstHeading the heading in force there, or null
   * @param offsets how places in the stream become offsets in the digest
   * @throws IOException if the stream or the sink throws it; what was read before is lost then
   */
  public void split(InputStream utf8, long firstByte, String firstHeading, DigestOffsets offsets)
      throws IOException {
    reader.begin(utf8, firstByte, offsets);
    run(firstHeading);
  }

  private void run(String firstHeading) throws IOException {
    heading = firstHeading;
    become(State.START);
    while (true) {
      switch (reader.next()) {
        case PARAGRAPH -> take(reader.paragraph());
        case LONG_GAP -> close();
        case END -> {
          close();
          return;
        }
      }
    }
  }

  private void take(Paragraph paragraph) throws IOException {
    if (paragraph.length() > ParagraphShape.LONGEST_TITLE_BYTES || !paragraph.kept()) {
      takeText(paragraph, ParagraphShape.PROSE);
      return;
    }
    if (paragraph.printable() && paragraph.length() > ParagraphShape.LONGEST_TITLE) {
      takeText(paragraph, ParagraphShape.PROSE);
      return;
    }
    List<FurnitureLines.Line> lines =
        furniture.of(
            reader.window(), reader.index(paragraph.start()), reader.index(paragraph.end()));
    if (lines.isEmpty()) {
      takeText(paragraph, shape(paragraph));
    } else {
      takeFurniture(paragraph, lines);
    }
  }

  // ---- text ----

  private void takeText(Paragraph p, ParagraphShape shape) throws IOException {
    switch (state) {
      case START, AFTER_MENU -> textAtStart(p, shape);
      case AFTER_SUBMITTED_BY -> textAfterSubmittedBy(p, shape);
      case NAME_HELD, WORD_HELD -> textAfterPossibleTitle(p, shape);
      case TITLE_HELD -> textAfterTitle(p, shape);
      case TWO_TITLES_HELD -> textAfterTwoTitles(p, shape);
      case ABSTRACT_OPEN -> textAfterAbstract(p, shape);
      case TOO_LONG -> textAfterTooLong(p, shape);
    }
  }

  private void textAtStart(Paragraph p, ParagraphShape shape) throws IOException {
    if (shape != ParagraphShape.PROSE) {
      holdTitle(p);
      return;
    }
    if (p.kept()) {
      reject(Reason.ABSTRACT_WITHOUT_TITLE, p.startByte(), p.endByte(), excerpt(p));
    } else {
      reject(Reason.RECORD_TOO_LONG, p.startByte(), p.endByte(), headExcerpt());
    }
    become(State.START);
  }

  private void textAfterSubmittedBy(Paragraph p, ParagraphShape shape) throws IOException {
    if (shape == ParagraphShape.TITLE && p.length() <= FurnitureLines.LONGEST_NAME) {
      holdTitle(p);
      state = State.NAME_HELD;
      return;
    }
    textAtStart(p, shape);
  }

  private void textAfterPossibleTitle(Paragraph p, ParagraphShape shape) throws IOException {
    if (shape == ParagraphShape.PROSE) {
      openAbstract(p);
      return;
    }
    settlePossibleTitle();
    textAtStart(p, shape);
  }

  private void textAfterTitle(Paragraph p, ParagraphShape shape) throws IOException {
    if (shape == ParagraphShape.PROSE) {
      openAbstract(p);
      return;
    }
    if (isSameText(title, p) || Byline.matches(text(excerptCleaner, p).toString())) {
      marks = p;
      return;
    }
    second = p;
    secondShape = shape;
    titleExcerpt = excerpt(title);
    secondExcerpt = excerpt(p);
    state = State.TWO_TITLES_HELD;
  }

  private void textAfterTwoTitles(Paragraph p, ParagraphShape shape) throws IOException {
    if (shape != ParagraphShape.PROSE && secondShape == ParagraphShape.EITHER) {
      settleTwoTitles();
      textAtStart(p, shape);
      return;
    }
    dropFirstTitle();
    textAfterTitle(p, shape);
  }

  private void textAfterAbstract(Paragraph p, ParagraphShape shape) throws IOException {
    if (shape != ParagraphShape.PROSE) {
      finishRecord();
      border(p);
      holdTitle(p);
      return;
    }
    abstractText = abstractText.through(p);
    if (!p.kept()) {
      skipRecord(headExcerpt());
    }
  }

  private void textAfterTooLong(Paragraph p, ParagraphShape shape) throws IOException {
    if (shape == ParagraphShape.PROSE) {
      abstractText = abstractText.through(p);
      return;
    }
    settleTooLong();
    border(p);
    holdTitle(p);
  }

  // ---- furniture ----

  private void takeFurniture(Paragraph p, List<FurnitureLines.Line> lines) throws IOException {
    if (lines.stream().allMatch(line -> line.kind().standsInRecords())) {
      dropFirstOfTwoTitles();
      if (state == State.TITLE_HELD) {
        marks = p;
        return;
      }
    }
    close();
    if (lines.size() > 1 || !holdPossibleTitle(p, lines.get(0).kind())) {
      passFurniture(p, lines);
    }
  }

  /** Waits for what follows a word or number that may be a title; false if it is none. */
  private boolean holdPossibleTitle(Paragraph p, Furniture kind) {
    boolean word = kind == Furniture.WORD && state != State.AFTER_MENU;
    if (word || kind == Furniture.NUMBER || kind == Furniture.BUTTON) {
      holdTitle(p);
      state = word ? State.WORD_HELD : State.NAME_HELD;
      return true;
    }
    return false;
  }

  private void passFurniture(Paragraph p, List<FurnitureLines.Line> lines) throws IOException {
    boolean menu = state == State.AFTER_MENU || lines.size() > 1;
    sink.furniture(p.startByte(), p.endByte());
    for (FurnitureLines.Line line : lines) {
      changeHeading(line);
    }
    become(afterFurniture(lines.get(lines.size() - 1).kind(), menu));
  }

  private static State afterFurniture(Furniture kind, boolean menu) {
    return switch (kind) {
      case DATE -> State.START;
      case PAGE_TOP, WORD -> State.AFTER_MENU;
      case SUBMITTED_BY -> State.AFTER_SUBMITTED_BY;
      case NUMBER, BUTTON, MARK -> menu ? State.AFTER_MENU : State.START;
    };
  }

  private void changeHeading(FurnitureLines.Line line) {
    boolean date = line.kind() == Furniture.DATE;
    if (date || (line.kind() == Furniture.PAGE_TOP && heading != null)) {
      heading = date ? line.text() : null;
      sink.heading(heading);
    }
  }

  // ---- what is open ----

  /** Ends what is open, as the end of the digest does. */
  private void close() throws IOException {
    switch (state) {
      case START, AFTER_MENU, AFTER_SUBMITTED_BY -> {}
      case NAME_HELD, WORD_HELD -> settlePossibleTitle();
      case TITLE_HELD -> rejectTitle(excerpt(title));
      case TWO_TITLES_HELD -> settleTwoTitles();
      case ABSTRACT_OPEN -> finishRecord();
      case TOO_LONG -> settleTooLong();
    }
  }

  private void become(State next) {
    state = next;
    title = null;
    marks = null;
    second = null;
    abstractText = null;
    titleExcerpt = null;
    secondExcerpt = null;
    reader.release();
  }

  private void holdTitle(Paragraph p) {
    become(State.TITLE_HELD);
    title = p;
    reader.hold(p.start());
  }

  private void openAbstract(Paragraph p) {
    abstractText = p;
    state = State.ABSTRACT_OPEN;
    if (!p.kept()) {
      skipRecord(titleExcerpt == null ? headExcerpt() : titleExcerpt);
    }
  }

  private void skipRecord(String excerpt) {
    titleExcerpt = excerpt;
    state = State.TOO_LONG;
    reader.release();
  }

  private void settlePossibleTitle() {
    sink.furniture(title.startByte(), title.endByte());
    become(state == State.WORD_HELD ? State.AFTER_MENU : State.START);
  }

  private void settleTwoTitles() throws IOException {
    if (secondShape == ParagraphShape.EITHER) {
      abstractText = second;
      finishRecord();
      return;
    }
    dropFirstTitle();
    rejectTitle(titleExcerpt);
  }

  /** Of two titles the first one has no abstract, unless the second one may be a sentence. */
  private void dropFirstOfTwoTitles() throws IOException {
    if (state == State.TWO_TITLES_HELD && secondShape != ParagraphShape.EITHER) {
      dropFirstTitle();
    }
  }

  private void dropFirstTitle() throws IOException {
    Paragraph next = second;
    String nextExcerpt = secondExcerpt;
    rejectTitle(titleExcerpt);
    holdTitle(next);
    titleExcerpt = nextExcerpt;
  }

  private void settleTooLong() throws IOException {
    reject(Reason.RECORD_TOO_LONG, title.startByte(), abstractText.endByte(), titleExcerpt);
    become(State.START);
  }

  private void finishRecord() throws IOException {
    Utf8Text titleText = text(titleCleaner, title);
    Utf8Text abstractView = text(abstractCleaner, abstractText);
    int replacements =
        (title.printable() ? 0 : titleCleaner.replacements())
            + (abstractText.printable() ? 0 : abstractCleaner.replacements());
    sink.record(
        new PaperText(
            titleText,
            abstractView,
            title.startByte(),
            abstractText.endByte(),
            heading,
            replacements));
    become(State.START);
  }

  private Utf8Text text(TextCleaner cleaner, Paragraph p) {
    byte[] window = reader.window();
    int start = reader.index(p.start());
    int end = reader.index(p.end());
    return p.printable() ? new Utf8Text(window, start, end) : cleaner.clean(window, start, end);
  }

  private boolean isSameText(Paragraph one, Paragraph other) {
    byte[] window = reader.window();
    return Arrays.equals(
        window,
        reader.index(one.start()),
        reader.index(one.end()),
        window,
        reader.index(other.start()),
        reader.index(other.end()));
  }

  private ParagraphShape shape(Paragraph p) {
    return ParagraphShape.of(
        reader.window(), reader.index(p.start()), reader.index(p.end()), p.printable());
  }

  private void border(Paragraph p) throws IOException {
    reader.passTo(p.start());
    sink.border(p.startByte());
  }

  // ---- rejections ----

  private void rejectTitle(String excerpt) throws IOException {
    long end = marks == null ? title.endByte() : marks.endByte();
    reject(Reason.TITLE_WITHOUT_ABSTRACT, title.startByte(), end, excerpt);
    become(State.START);
  }

  private void reject(Reason reason, long startByte, long endByte, String excerpt)
      throws IOException {
    sink.rejection(
        new Rejection(Rejection.Stage.SPLIT, reason, detail(reason), startByte, endByte, excerpt));
  }

  private static String detail(Reason reason) {
    return switch (reason) {
      case TITLE_WITHOUT_ABSTRACT -> "No abstract follows this title.";
      case ABSTRACT_WITHOUT_TITLE -> "No title precedes this abstract.";
      case RECORD_TOO_LONG -> "The record is longer than " + (LONGEST_RECORD >> 20) + " MiB.";
      default -> throw new IllegalArgumentException(reason.name());
    };
  }

  private String excerpt(Paragraph p) {
    int start = reader.index(p.start());
    int end = (int) Math.min(reader.index(p.end()), start + (long) ParagraphReader.HEAD_LENGTH);
    return Excerpt.of(excerptCleaner.clean(reader.window(), start, end));
  }

  private String headExcerpt() {
    byte[] head = reader.head();
    int end = WhiteSpace.trimEnd(head, 0, head.length);
    return Excerpt.of(excerptCleaner.clean(head, 0, end));
  }
}
