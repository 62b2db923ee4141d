package io.github.papersluice.dialects.entries;

import io.github.papersluice.model.Utf8Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What some sources write before an abstract in the abstract's own field. */
final class AbstractPrefix {
  /** {@code arXiv:2601.00101v1 Announce Type: new Abstract:}, as arXiv's feed has it. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?:arXiv:\\S{1,40}\\s+Announce Type:\\s*\\S{1,40}\\s+)?(?:(?i:abstract)\\s*[:.]\\s*)?");

  private static final int LONGEST = 120;

  private AbstractPrefix() {}

  static Utf8Text dropped(Utf8Text text) {
    if (text.length() == 0) {
      return text;
    }
    byte first = text.array()[text.start()];
    if (first != 'a' && first != 'A') {
      return text;
    }
    int most = Math.min(text.end(), text.start() + LONGEST);
    Matcher prefix = PREFIX.matcher(text.substring(text.start(), most));
    // The prefix is ASCII, so its length in characters is that in bytes.
    return prefix.lookingAt()
        ? new Utf8Text(text.array(), text.start() + prefix.end(), text.end())
        : text;
  }
}
