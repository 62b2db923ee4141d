package io.github.papersluice.dialects.pages;

import io.github.papersluice.text.splitting.DateLine;
import io.github.papersluice.text.splitting.Furniture;
import java.util.regex.Pattern;

/** What one line of a page is, by itself. */
enum LineShape {
  /** Votes, user names, buttons, images, counts. */
  FURNITURE,

  /** A day and nothing else. */
  DATE,

  /** A title, a sentence, a label: all else. */
  TEXT;

  private static final int LONGEST_BUTTON = 60;
  private static final int LONGEST_NOTE = 160;
  private static final double MOST = 0.85;
  private static final int SHORTEST_TITLE = 4;
  private static final int SURELY_PROSE = 300;
  private static final int LONG = 120;
  private static final int SHORTEST_SENTENCE = 40;
  private static final Pattern SEPARATORS = Pattern.compile("\\s+[·•|]\\s+|^[·•|]\\s*|\\s*[·•|]$");
  private static final Pattern PUBLISHED =
      Pattern.compile("(?i)(?:published|posted|submitted|updated)(?: on)? .*");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i)(?:github|code|stars?|⭐|★|upvotes?|👍|❤️?|💬|🔥) ?[0-9][0-9.,]*k?|[0-9][0-9.,]*k?");
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)(?:https?://|www\\.|arxiv[:"
              + " ]?[0-9]|[0-9]{4}\\.[0-9]{4,5}|(?:here|this|click|view|open|read|download)\\b.{0,20}$|[0-9]+"
              + " (?:authors?|comments?)$)");
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?s).*[.!。！？…:：;；][\"'”’)\\]*]*\\s*");
  private static final Pattern INNER_END = Pattern.compile("[a-z]{2}[.!?] [A-Z]|。");
  private static final Pattern IDEOGRAPHS =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

  /** The shape of a line that is not blank. */
  static LineShape of(Line line) {
    String text = FieldText.clean(line.text());
    if (text.isEmpty()) {
      return FURNITURE;
    }
    if (text.length() <= LONGEST_NOTE) {
      LineShape note = ofNote(line, text);
      if (note != TEXT) {
        return note;
      }
    }
    return isButtons(line) ? FURNITURE : TEXT;
  }

  private static LineShape ofNote(Line line, String text) {
    Furniture furniture = Furniture.of(text);
    if (furniture != null) {
      return furniture == Furniture.DATE ? DATE : FURNITURE;
    }
    String unlinked = line.links().isEmpty() ? text : line.outside(Span.Kind.LINK);
    if (DateLine.parse(unlinked).isPresent()) {
      return DATE;
    }
    return isNotes(text) ? FURNITURE : TEXT;
  }

  /** {@code Example Lab · Published on Jan 5, 2026}, {@code 3 authors · Jan 5}. */
  private static boolean isNotes(String text) {
    String[] notes = SEPARATORS.split(text, -1);
    boolean told = false;
    for (String note : notes) {
      told |= !note.isBlank() && (Furniture.of(note) != null || PUBLISHED.matcher(note).matches());
      if (note.length() > LONGEST_BUTTON) {
        return false;
      }
    }
    return told && (notes.length > 1 || PUBLISHED.matcher(text).matches());
  }

  /** All text is in links, and no link is a title or prose. */
  private static boolean isButtons(Line line) {
    if (line.links().isEmpty() || !isSeparators(line.outside(Span.Kind.LINK))) {
      return false;
    }
    for (Span link : line.links()) {
      String text = line.textOf(link);
      PaperAddress address = PaperAddress.of(link.target());
      boolean title = address.isPaper() && isTitle(text);
      if (title || text.length() > LONGEST_BUTTON) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeparators(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@code 3. Learning to Sort}, {@code [3] Learning to Sort}. */
  static boolean isNumberedTitle(Line line) {
    String text = FieldText.clean(line.text());
    return TitleText.number(text) >= 0 && isTitle(text) && !isProse(TitleText.clean(text));
  }

  /** The stress of all of a line, or null. */
  static Span.Kind stress(Line line) {
    if (line.spans().isEmpty()) {
      return null;
    }
    return line.share(Span.Kind.STRONG) > MOST
        ? Span.Kind.STRONG
        : line.share(Span.Kind.EMPHASIS) > MOST ? Span.Kind.EMPHASIS : null;
  }

  /** Whether a text could be a paper's title: not a label, a count, a menu word, a sentence. */
  static boolean isTitle(String text) {
    if (text.length() > 2 * TitleText.LONGEST) {
      return false;
    }
    String title = TitleText.clean(text);
    return title.length() <= Plausibility.LONGEST_TITLE
        && letters(title) >= SHORTEST_TITLE
        && Labels.ofWhole(title) == null
        && Furniture.of(title) == null
        && !COUNT.matcher(title).matches()
        && !NO_TITLE.matcher(title).lookingAt();
  }

  private static int letters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters += Character.isLetter(c) ? (c < '\u2E80' ? 1 : 2) : 0;
    }
    return letters;
  }

  /** The number of words; two ideographs count as one. */
  static int words(String text) {
    int words = 0;
    int ideographs = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = Character.isLetterOrDigit(c);
      if (letter && c >= '\u2E80' && IDEOGRAPHS.matcher(String.valueOf(c)).matches()) {
        ideographs++;
        inWord = false;
      } else {
        words += letter && !inWord ? 1 : 0;
        inWord = letter || (inWord && !FieldText.isBlank(c));
      }
    }
    return words + ideographs / 2;
  }

  /**
   * Whether text reads like sentences and not like a title, a name or a button: by its length, its
   * end, or where it is long and has none, by the small letters of its words.
   */
  static boolean isProse(String text) {
    int length = text.length() * (text.isEmpty() || text.charAt(0) < '\u2E80' ? 1 : 2);
    if (length >= SURELY_PROSE) {
      return true;
    }
    if (length < SHORTEST_SENTENCE) {
      return false;
    }
    return SENTENCE_END.matcher(text).matches()
        || (length >= LONG && (INNER_END.matcher(text).find() || isMostlySmall(text)));
  }

  private static boolean isMostlySmall(String text) {
    int small = 0;
    int words = 0;
    for (String word : text.split(" ", -1)) {
      if (word.length() >= SHORTEST_TITLE) {
        words++;
        small += Character.isLowerCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return small * 2 > words;
  }
}
