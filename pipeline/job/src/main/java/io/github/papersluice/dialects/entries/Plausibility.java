package io.github.papersluice.dialects.entries;

import io.github.papersluice.model.Utf8Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a title and an abstract can be those of a paper. */
final class Plausibility {
  /** A book of 500 pages has about as many bytes; the longest abstract of arXiv has 6,000. */
  private static final int LONGEST_ABSTRACT = 1 << 20;

  /** The longest title of arXiv has 400 characters. */
  private static final int LONGEST_TITLE = 2000;

  private static final int LONGEST_LABEL = 30;

  private static final Set<String> LABELS =
      Set.of(
          "title",
          "titles",
          "abstract",
          "authors",
          "author",
          "summary",
          "keywords",
          "introduction",
          "references",
          "comments",
          "submitted by",
          "upvote",
          "untitled",
          "no title",
          "null",
          "none",
          "nan",
          "n/a",
          "undefined",
          "true",
          "false",
          "test",
          "home",
          "menu",
          "subscribe",
          "unknown");

  private static final Pattern MARKUP =
      Pattern.compile("(?:<[^<>]*+>|[\\s\\p{Punct}&&[^<]])++|https?://\\S+");

  private Plausibility() {}

  /** What is wrong, in a sentence; null if nothing is. */
  static String fault(Utf8Text title, Utf8Text abstractText) {
    if (abstractText.length() > LONGEST_ABSTRACT) {
      return "The abstract is longer than a book: " + abstractText.length() + " bytes.";
    }
    if (title.length() > LONGEST_TITLE) {
      return "The title is longer than any: " + title.length() + " bytes.";
    }
    if (!hasLetter(title)) {
      return "The title has no letter.";
    }
    if (title.length() <= LONGEST_LABEL && isLabel(title.toString())) {
      return "The title is a label, not a paper's title.";
    }
    byte first = title.array()[title.start()];
    boolean mayBeMarkup = first == '<' || first == '*' || first == '#' || first == 'h';
    return mayBeMarkup && MARKUP.matcher(title.toString()).matches()
        ? "The title is markup or an address."
        : null;
  }

  private static boolean isLabel(String title) {
    String plain = title.toLowerCase(Locale.ROOT);
    return LABELS.contains(plain.endsWith(":") ? plain.substring(0, plain.length() - 1) : plain);
  }

  private static boolean hasLetter(Utf8Text title) {
    byte[] bytes = title.array();
    for (int i = title.start(); i < title.end(); i++) {
      int b = bytes[i] | 0x20;
      if (b >= 'a' && b <= 'z') {
        return true;
      }
    }
    return title.toString().codePoints().anyMatch(Character::isLetter);
  }
}
