package io.github.papersluice.dialects.entries;

import io.github.papersluice.dialects.DialectReader;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a form whose entries are runs of lines. A form says for each line what it is; the entry is
 * made of its lines once its last one is known.
 */
abstract class BlockReader implements DialectReader {
  private final FieldMap map;
  private final ByteWindow window = new ByteWindow();
  private final EntryFields fields = new EntryFields();
  private Entries entries;
  private EntryPapers papers;
  private long blockStart;
  private long blockEnd;
  private boolean inBlock;
  private PathNode openField;
  private boolean valueOpen;

  BlockReader(EntryForm form) {
    this.map = new FieldMap(form);
  }

  @Override
  public final void read(InputStream utf8, RecordSink sink) throws IOException {
    window.begin(utf8, 0, sink);
    papers = new EntryPapers(map);
    entries = new Entries(papers, sink, 0, null);
    inBlock = false;
    beginDigest();
    Lines lines = new Lines(window);
    while (lines.next()) {
      if (!inBlock) {
        window.release(lines.start());
      } else if (lines.end() - blockStart > EntryLimits.LONGEST_ENTRY) {
        refuse(Rejection.Reason.RECORD_TOO_LONG, EntryLimits.tooLong(), lines.start());
      }
      line(lines);
    }
    endDigest();
    window.release(window.end());
    entries.furnitureTo(window.end());
  }

  /** A digest begins. */
  void beginDigest() {}

  /** A line of the digest. */
  abstract void line(Lines line) throws IOException;

  /** The digest has ended. */
  abstract void endDigest() throws IOException;

  final ByteWindow window() {
    return window;
  }

  final boolean inBlock() {
    return inBlock;
  }

  /** An entry begins with a line. */
  final void beginBlock(Lines line) {
    inBlock = true;
    blockStart = line.start();
    blockEnd = line.end();
    fields.reset();
    openField = null;
    valueOpen = false;
  }

  /** A line belongs to the entry at hand. */
  final void extendBlock(Lines line) {
    blockEnd = line.end();
  }

  /** A field begins; its name is {@code [from, to)} of the line's bytes, and the rest its value. */
  final void field(int from, int to, int valueFrom, int valueTo) {
    endField();
    openField = map.entry().child(window.bytes(), from, to);
    beginValue(valueFrom, valueTo);
  }

  /** A field of a name that does not stand in the line. */
  final void field(String name, int valueFrom, int valueTo) {
    endField();
    byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    openField = map.entry().child(bytes, 0, bytes.length);
    beginValue(valueFrom, valueTo);
  }

  private void beginValue(int valueFrom, int valueTo) {
    valueOpen = openField != null;
    if (valueOpen) {
      fields.begin();
      fields.append(window.bytes(), valueFrom, valueTo);
    }
  }

  /** More of the value at hand stands on a line of its own. */
  final void continueField(int from, int to) {
    if (valueOpen) {
      fields.append('\n');
      fields.append(window.bytes(), from, to);
    }
  }

  /** The value at hand has ended. */
  final void endField() {
    if (valueOpen) {
      fields.end(openField);
    }
    valueOpen = false;
  }

  /** The entry has ended before the next line. */
  final void endBlock() throws IOException {
    if (!inBlock) {
      return;
    }
    endField();
    inBlock = false;
    entries.entry(fields, blockStart, blockEnd, window.bytes(), window.index(blockStart));
  }

  /** The entry is none, up to a place. */
  final void refuse(Rejection.Reason reason, String detail, long end) throws IOException {
    inBlock = false;
    valueOpen = false;
    byte[] excerpt = Spaces.copy(window, blockStart);
    entries.reject(
        reason,
        detail,
        blockStart,
        end,
        excerpt,
        0,
        (int) Math.min(excerpt.length, end - blockStart));
  }

  /** The place after the entry at hand, as far as it goes. */
  final long blockEnd() {
    return blockEnd;
  }

  final void date(String isoDate) {
    entries.date(isoDate);
  }
}
