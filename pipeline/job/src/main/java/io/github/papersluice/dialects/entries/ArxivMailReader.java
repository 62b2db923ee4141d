package io.github.papersluice.dialects.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.dialects.values.IsoDate;
import io.github.papersluice.model.Rejection;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the announcement that arXiv mails each day (https://info.arxiv.org/help/subscribe.html):
 * two backslashes, fields with names, two backslashes, the abstract, two backslashes and the
 * address. Replaced papers have no abstract.
 */
final class ArxivMailReader extends BlockReader {
  private enum State {
    /** Between papers. */
    OUTSIDE,

    /** Two backslashes: a paper's id should follow. */
    MARKED,

    /** Fields of a paper. */
    FIELDS,

    /** The lines of an abstract. */
    ABSTRACT
  }

  private static final String MARK = "\\\\";
  private static final int LONGEST_NAME = 20;
  private static final Pattern RECEIVED =
      Pattern.compile("\\s*received from .{0,60} to\\s+(?<last>.{5,40})");

  private State state;

  ArxivMailReader(EntryForm form) {
    super(form);
  }

  @Override
  void beginDigest() {
    state = State.OUTSIDE;
  }

  @Override
  void line(Lines line) throws IOException {
    if (!inBlock() && state != State.MARKED) {
      // The entry was refused for its length.
      state = State.OUTSIDE;
    }
    switch (state) {
      case OUTSIDE -> outside(line);
      case MARKED -> marked(line);
      case FIELDS -> field(line);
      case ABSTRACT -> abstractLine(line);
    }
  }

  private void outside(Lines line) {
    if (line.starts(MARK)) {
      beginBlock(line);
      state = State.MARKED;
    } else if (line.starts("received from") || line.starts(" received from")) {
      Matcher received = RECEIVED.matcher(text(line));
      if (received.lookingAt()) {
        date(IsoDate.of(received.group("last")));
      }
    }
  }

  private void marked(Lines line) throws IOException {
    if (line.starts("arXiv:") || line.starts("Paper:")) {
      state = State.FIELDS;
      extendBlock(line);
      field("arXiv", line.from(), line.to());
    } else {
      refuse(
          Rejection.Reason.MALFORMED_ENTRY, "No arXiv id follows the two backslashes.", blockEnd());
      state = State.OUTSIDE;
      outside(line);
    }
  }

  private void field(Lines line) throws IOException {
    if (isRule(line)) {
      // Without closing backslashes.
      finish();
      return;
    }
    extendBlock(line);
    if (line.starts(MARK)) {
      endField();
      if (line.length() > MARK.length() + 1) {
        finish();
      } else {
        field("Abstract", line.to(), line.to());
        state = State.ABSTRACT;
      }
      return;
    }
    int colon = colon(line);
    if (colon < 0) {
      continueField(line.from(), line.to());
    } else {
      field(line.from(), colon, colon + 1, line.to());
    }
  }

  private void abstractLine(Lines line) throws IOException {
    if (line.starts(MARK)) {
      extendBlock(line);
      finish();
    } else if (isRule(line)) {
      finish();
    } else {
      extendBlock(line);
      continueField(line.from(), line.to());
    }
  }

  private void finish() throws IOException {
    endBlock();
    state = State.OUTSIDE;
  }

  @Override
  void endDigest() throws IOException {
    if (inBlock()) {
      refuse(
          Rejection.Reason.MALFORMED_ENTRY,
          "The digest ends in the middle of this entry.",
          blockEnd());
    }
  }

  /** Index of the colon behind a field's name; -1 if the line goes on with the field before. */
  private int colon(Lines line) {
    byte[] bytes = window().bytes();
    int from = line.from();
    int most = Math.min(line.to(), from + LONGEST_NAME);
    for (int i = from; i < most; i++) {
      byte b = bytes[i];
      if (b == ':') {
        return i == from ? -1 : i;
      }
      boolean letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
      if (!letter && (b != '-' || i == from)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isRule(Lines line) {
    return line.starts("--------------------");
  }

  private String text(Lines line) {
    return new String(window().bytes(), line.from(), line.length(), UTF_8);
  }
}
