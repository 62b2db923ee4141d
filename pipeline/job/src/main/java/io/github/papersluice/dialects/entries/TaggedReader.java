package io.github.papersluice.dialects.entries;

import io.github.papersluice.model.Rejection;
import java.io.IOException;

/**
 * Reads RIS and MEDLINE: a field a line, a tag before each, further lines of a value without one.
 *
 * <pre>{@code
 * TY  - JOUR
 * TI  - Sorting in the Dark
 * ER  -
 * }</pre>
 */
final class TaggedReader extends BlockReader {
  private static final int LONGEST_TAG = 4;

  private final String firstTag;
  private final String lastTag;
  private final boolean needsEnd;

  private TaggedReader(EntryForm form, String firstTag, String lastTag) {
    super(form);
    this.firstTag = firstTag;
    this.lastTag = lastTag;
    this.needsEnd = lastTag != null;
  }

  static TaggedReader ris(EntryForm form) {
    return new TaggedReader(form, "TY", "ER");
  }

  static TaggedReader medline(EntryForm form) {
    return new TaggedReader(form, "PMID", null);
  }

  @Override
  void line(Lines line) throws IOException {
    int tagLength = tagLength(line);
    if (tagLength > 0 && line.starts(firstTag)) {
      endUnfinished();
      beginBlock(line);
    }
    if (!inBlock() || line.isBlank()) {
      return;
    }
    extendBlock(line);
    int from = line.from();
    if (tagLength == 0) {
      continueField(from, line.to());
      return;
    }
    int dash = from + dashIndex(line);
    field(from, from + tagLength, dash + 1, Math.max(dash + 1, line.to()));
    if (lastTag != null && line.starts(lastTag)) {
      endBlock();
    }
  }

  /** Some programs leave out the last tag; then the next first one ends the entry. */
  private void endUnfinished() throws IOException {
    endBlock();
  }

  @Override
  void endDigest() throws IOException {
    if (inBlock() && needsEnd) {
      refuse(
          Rejection.Reason.MALFORMED_ENTRY,
          "The digest ends in the middle of this entry.",
          blockEnd());
      return;
    }
    endBlock();
  }

  /** The length of the tag that a line begins with, or 0. */
  private int tagLength(Lines line) {
    int length = 0;
    byte[] bytes = window().bytes();
    int from = line.from();
    while (length < Math.min(LONGEST_TAG, line.length()) && isTagByte(bytes[from + length])) {
      length++;
    }
    return length >= 2 && dashIndex(line) > 0 ? length : 0;
  }

  /** Where the dash stands: after the tag and spaces, which fill four columns. */
  private int dashIndex(Lines line) {
    byte[] bytes = window().bytes();
    int from = line.from();
    int i = 0;
    while (i < line.length() && isTagByte(bytes[from + i])) {
      i++;
    }
    while (i < line.length() && bytes[from + i] == ' ' && i <= LONGEST_TAG) {
      i++;
    }
    return i >= 2 && i <= LONGEST_TAG + 1 && i < line.length() && bytes[from + i] == '-' ? i : -1;
  }

  private static boolean isTagByte(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }
}
