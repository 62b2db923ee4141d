package io.github.papersluice.text.splitting;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * What decides between title and abstract. A digest marks neither: a paper is a title paragraph and
 * one or more abstract paragraphs, so the shape of a paragraph and of its neighbours must tell. The
 * shape is what one paragraph tells alone; what the neighbours add stands in {@link
 * RecordSplitter}.
 *
 * <p>The rules come from 40,988 real papers (longest title 228 bytes; 18 abstracts shorter than 300
 * bytes, of which one has no full stop at its end; no title ends with a full stop, 627 end with
 * {@code ?} or {@code !}; no title holds a web address or ends with a colon or semicolon). In
 * order:
 *
 * <ol>
 *   <li>More than {@value #LONGEST_TITLE} characters: {@link #PROSE}. Nothing else is asked, so
 *       long abstracts cost nothing here.
 *   <li>A label at its beginning: {@code Title:} is a {@link #TITLE}, {@code Abstract:} is {@link
 *       #PROSE}.
 *   <li>A web address: {@link #PROSE}. It is the "code is available at" that stands as a paragraph
 *       of its own. So is an item of a list, {@code (2)}, and what holds an ideographic full stop.
 *   <li>A full stop, an ellipsis, a colon or a semicolon at the end, perhaps inside closing quotes
 *       or brackets: {@link #PROSE}, unless most of its words begin with a capital as in headline
 *       style: then {@link #EITHER}, a title to which someone put a full stop or a very short
 *       sentence. A question or exclamation mark tells nothing.
 *   <li>Five words or more, most of them in lower case, or an ideographic comma: {@link #EITHER}, a
 *       title in sentence style or an abstract that lost its full stop.
 *   <li>All else: {@link #TITLE}.
 * </ol>
 */
enum ParagraphShape {
  /** Can only be an abstract. */
  PROSE,

  /** A title where one can stand; the abstract of the title before it where that has no other. */
  EITHER,

  /** Can only be a title. */
  TITLE;

  /** In code points. */
  static final int LONGEST_TITLE = 300;

  /** In bytes: no character of UTF-8 is longer than four. */
  static final int LONGEST_TITLE_BYTES = 4 * LONGEST_TITLE;

  private static final int FEWEST_WORDS = 5;
  private static final int SHORTEST_CONTENT_WORD = 4;
  private static final int LONGEST_ITEM_NUMBER = 4;
  private static final int COUNT_BITS = 16;
  private static final long COUNT = (1 << COUNT_BITS) - 1;
  private static final byte[] SCHEME = ascii("://");
  private static final byte[] HOST = ascii("github.com/");
  private static final byte[] WWW = ascii("www.");
  private static final byte[] IDEOGRAPHIC_STOP = {(byte) 0xE3, (byte) 0x80, (byte) 0x82};
  private static final byte[] FULL_WIDTH_COMMA = {(byte) 0xEF, (byte) 0xBC, (byte) 0x8C};
  private static final byte[][] SENTENCE_ENDS = {
    ascii("."),
    ascii(":"),
    ascii(";"),
    {(byte) 0xE2, (byte) 0x80, (byte) 0xA6},
    {(byte) 0xE0, (byte) 0xA5, (byte) 0xA4},
    {(byte) 0xEF, (byte) 0xBC, (byte) 0x8E}
  };
  private static final byte[] TITLE_LABEL = ascii("title:");
  private static final byte[] ABSTRACT_LABEL = ascii("abstract:");
  private static final byte[][] CLOSERS = {
    ascii("\""),
    ascii("'"),
    ascii(")"),
    ascii("]"),
    ascii("}"),
    ascii("*"),
    {(byte) 0xE2, (byte) 0x80, (byte) 0x99},
    {(byte) 0xE2, (byte) 0x80, (byte) 0x9D}
  };

  /**
   * The shape of a paragraph that begins and ends with no white space.
   *
   * @param ascii whether it is known to hold ASCII only, and so none of the signs beyond it
   */
  static ParagraphShape of(byte[] bytes, int start, int end, boolean ascii) {
    if (isLong(bytes, start, end)) {
      return PROSE;
    }
    if (startsWith(TITLE_LABEL, bytes, start, end)) {
      return TITLE;
    }
    if (startsWith(ABSTRACT_LABEL, bytes, start, end)
        || isListItem(bytes, start, end)
        || holdsAddress(bytes, start, end)
        || (!ascii && holds(IDEOGRAPHIC_STOP, bytes, start, end))) {
      return PROSE;
    }
    long words = words(bytes, start, end);
    int lowerCase = (int) (words & COUNT);
    int capitals = (int) ((words >> COUNT_BITS) & COUNT);
    if (endsLikeSentence(bytes, start, end)) {
      return capitals > lowerCase ? EITHER : PROSE;
    }
    boolean sentenceStyle = lowerCase > capitals && (words >> (2 * COUNT_BITS)) >= FEWEST_WORDS;
    return sentenceStyle || (!ascii && holds(FULL_WIDTH_COMMA, bytes, start, end)) ? EITHER : TITLE;
  }

  private static boolean isLong(byte[] bytes, int start, int end) {
    if (end - start <= LONGEST_TITLE) {
      return false;
    }
    int codePoints = 0;
    for (int i = start; i < end && codePoints <= LONGEST_TITLE; i++) {
      codePoints += bytes[i] > (byte) 0xBF ? 1 : 0;
    }
    return codePoints > LONGEST_TITLE;
  }

  private static boolean holdsAddress(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      boolean address =
          (b == '/' && (endsAt(SCHEME, bytes, start, i + 1) || endsAt(HOST, bytes, start, i + 1)))
              || (b == '.' && endsAt(WWW, bytes, start, i + 1));
      if (address) {
        return true;
      }
    }
    return false;
  }

  /** {@code (12) }, {@code (iv) }, {@code (a) }. */
  private static boolean isListItem(byte[] bytes, int start, int end) {
    if (bytes[start] != '(') {
      return false;
    }
    int i = start + 1;
    while (i < end && i <= start + LONGEST_ITEM_NUMBER && isOfItemNumber(bytes[i])) {
      i++;
    }
    return i > start + 1 && i + 1 < end && bytes[i] == ')' && isBlank(bytes[i + 1]);
  }

  private static boolean isOfItemNumber(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'h') || b == 'i' || b == 'v' || b == 'x';
  }

  /** In any case of letters. */
  private static boolean startsWith(byte[] label, byte[] bytes, int start, int end) {
    if (end - start < label.length) {
      return false;
    }
    for (int i = 0; i < label.length; i++) {
      byte b = bytes[start + i];
      if ((b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b) != label[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(byte[] sign, byte[] bytes, int start, int end) {
    for (int i = start + sign.length; i <= end; i++) {
      if (bytes[i - 1] == sign[sign.length - 1] && endsAt(sign, bytes, start, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsLikeSentence(byte[] bytes, int start, int end) {
    int last = end;
    for (int closer; (closer = lengthBefore(CLOSERS, bytes, start, last)) > 0; ) {
      last -= closer;
    }
    return lengthBefore(SENTENCE_ENDS, bytes, start, last) > 0;
  }

  /**
   * Counts words, packed into one number: from the lowest bits up, content words that begin with a
   * small letter, those that begin with a capital, and all words. A content word has four letters
   * or more: "of" and "The" say nothing of a style.
   */
  private static long words(byte[] bytes, int start, int end) {
    long words = 0;
    for (int i = start; i < end; i++) {
      if (!isBlank(bytes[i]) && (i == start || isBlank(bytes[i - 1]))) {
        words += 1L << (2 * COUNT_BITS);
        if (isContentWord(bytes, i, end)) {
          words += bytes[i] >= 'a' ? 1 : 1L << COUNT_BITS;
        }
      }
    }
    return words;
  }

  private static boolean isContentWord(byte[] bytes, int i, int end) {
    return i + SHORTEST_CONTENT_WORD <= end
        && isLetter(bytes[i])
        && isLetter(bytes[i + 1])
        && isLetter(bytes[i + 2])
        && isLetter(bytes[i + 3]);
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static int lengthBefore(byte[][] signs, byte[] bytes, int start, int end) {
    for (byte[] sign : signs) {
      if (endsAt(sign, bytes, start, end)) {
        return sign.length;
      }
    }
    return 0;
  }

  private static boolean endsAt(byte[] sign, byte[] bytes, int start, int end) {
    int from = end - sign.length;
    return from >= start && Arrays.equals(bytes, from, end, sign, 0, sign.length);
  }

  private static byte[] ascii(String sign) {
    return sign.getBytes(US_ASCII);
  }
}
