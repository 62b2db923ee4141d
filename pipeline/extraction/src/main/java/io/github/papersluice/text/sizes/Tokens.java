package io.github.papersluice.text.sizes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.papersluice.model.Utf8Text;
import java.util.Arrays;

/**
 * A field cut into words, numbers and marks, with LaTeX and typography evened out: spaces of any
 * kind and LaTeX commands are left out, signs that mean the same have one code.
 */
final class Tokens {
  /** A run of letters. */
  static final byte WORD = 1;

  /** A run of digits with the separators within it. */
  static final byte NUMBER = 2;

  /** A dash that is longer than a hyphen, or several hyphens. */
  static final byte DASH = 3;

  /** A sign for "about". */
  static final byte ABOUT = 4;

  /** A multiplication sign. */
  static final byte TIMES = 5;

  /** A currency sign, or an escaped dollar. */
  static final byte MONEY = 6;

  private static final int SPACED = 1 << 30;

  /** The word's classes have not been looked up; those of most words are never asked for. */
  private static final int UNREAD = 1 << 29;

  private static final byte END = 0;

  private final byte[] text;
  private final int textEnd;
  private byte[] kinds = new byte[128];
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int[] words = new int[128];
  private int count;
  private boolean spaceBefore = true;

  private Tokens(Utf8Text field) {
    text = field.array();
    textEnd = field.end();
  }

  /** Cuts a field. */
  static Tokens of(Utf8Text field) {
    Tokens tokens = new Tokens(field);
    int at = field.start();
    while (at < tokens.textEnd) {
      at = tokens.next(at);
    }
    return tokens;
  }

  int count() {
    return count;
  }

  /** The kind of a token: one of the constants, or the ASCII mark itself; 0 outside the field. */
  byte kind(int token) {
    return token >= 0 && token < count ? kinds[token] : END;
  }

  boolean is(int token, int kind) {
    return kind(token) == kind;
  }

  /** Whether a space, or the field's start, stands before the token. */
  boolean spaced(int token) {
    return token < 0 || token >= count || (words[token] & SPACED) != 0;
  }

  /** Whether the token follows another one with nothing between them. */
  boolean glued(int token) {
    return token > 0 && !spaced(token);
  }

  /** Index of the token's first byte in the field's array. */
  int start(int token) {
    return starts[token];
  }

  /** Index after the token's last byte. */
  int end(int token) {
    return ends[token];
  }

  byte[] text() {
    return text;
  }

  /** The classes of a word; 0 for everything else. */
  int classes(int token) {
    if (kind(token) != WORD) {
      return 0;
    }
    if ((words[token] & UNREAD) != 0) {
      words[token] ^= UNREAD | Words.of(text, starts[token], ends[token]);
    }
    return words[token] & ~SPACED;
  }

  boolean has(int token, int wordClasses) {
    return (classes(token) & wordClasses) != 0;
  }

  /** Whether the token is this word; its case is ignored. */
  boolean isWord(int token, String lowerCase) {
    if (kind(token) != WORD || ends[token] - starts[token] != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if ((text[starts[token] + i] | 0x20) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int length(int token) {
    return ends[token] - starts[token];
  }

  /** The byte at a place of a token. */
  byte at(int token, int index) {
    return text[starts[token] + index];
  }

  boolean startsUpper(int token) {
    return kind(token) == WORD && isUpper(text[starts[token]]);
  }

  /**
   * A full stop, question or exclamation mark that ends a sentence: what follows is set off by a
   * space and no lower-case word, and what precedes is no single letter as in "e.g.".
   */
  boolean endsSentence(int token) {
    byte kind = kind(token);
    if ((kind != '.' && kind != '!' && kind != '?') || !spaced(token + 1)) {
      return false;
    }
    if (kind(token + 1) == WORD && !startsUpper(token + 1)) {
      return false;
    }
    return !isAbbreviation(token - 1);
  }

  private boolean isAbbreviation(int token) {
    return kind(token) == WORD
        && ((length(token) == 1 && !(glued(token) && kind(token - 1) == NUMBER))
            || isWord(token, "vs")
            || isWord(token, "al")
            || isWord(token, "approx"));
  }

  static boolean isUpper(byte letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private byte peek(int at) {
    return at < textEnd ? text[at] : END;
  }

  private int next(int at) {
    byte first = text[at];
    if (first == ' ' || first == '\t' || first == '\n' || first == '\r') {
      spaceBefore = true;
      return at + 1;
    }
    if (isLetter(first)) {
      return word(at);
    }
    if (isDigit(first)) {
      return number(at);
    }
    if (first < 0) {
      return foreign(at);
    }
    if (first == '\\') {
      return command(at);
    }
    if (first == '-' && peek(at + 1) == '-') {
      return add(DASH, at, peek(at + 2) == '-' ? at + 3 : at + 2);
    }
    return first == '~' ? tilde(at) : add(first, at, at + 1);
  }

  /** LaTeX's hard space between words, a range between numbers, else "about". */
  private int tilde(int at) {
    byte before = spaceBefore || count == 0 ? END : kinds[count - 1];
    byte after = peek(at + 1);
    boolean afterSize =
        before == NUMBER || (before == WORD && length(count - 1) == 1 && is(count - 2, NUMBER));
    if (afterSize && isDigit(after)) {
      return add(DASH, at, at + 1);
    }
    boolean hardSpace = before == WORD || before == NUMBER || before == ')' || before == '.';
    if (hardSpace && after != ' ') {
      spaceBefore = true;
      return at + 1;
    }
    return add(ABOUT, at, at + 1);
  }

  private static boolean isLetter(byte letter) {
    int lower = letter | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private int word(int start) {
    int at = start;
    while (at < textEnd && (isLetter(text[at]) || (text[at] < 0 && isForeignLetter(at)))) {
      at = after(at);
    }
    add(WORD, start, at);
    words[count - 1] |= UNREAD;
    return at;
  }

  private boolean isForeignLetter(int at) {
    int character = decode(at, after(at));
    return !isSpace(character) && twin(character) == END;
  }

  /** The place after the character at a place. */
  private int after(int start) {
    int at = start + 1;
    while (at < textEnd && text[at] <= (byte) 0xBF) {
      at++;
    }
    return at;
  }

  /**
   * Digits; a point before a digit; a comma, a LaTeX {@code {,}} or thin space before exactly three
   * digits, if at most three stand before the first of them.
   */
  private int number(int start) {
    int at = digits(start);
    boolean grouped = at - start <= 3;
    while (at < textEnd) {
      int group = grouped ? thousands(at) : -1;
      if (group > 0) {
        at = group;
      } else if (text[at] == '.' && isDigit(peek(at + 1))) {
        grouped = false;
        at = digits(at + 1);
      } else {
        break;
      }
    }
    return add(NUMBER, start, at);
  }

  private int thousands(int at) {
    int digits =
        switch (text[at]) {
          case ',' -> at + 1;
          case '{' -> peek(at + 1) == ',' && peek(at + 2) == '}' ? at + 3 : -1;
          case '\\' -> peek(at + 1) == ',' ? at + 2 : -1;
          default -> -1;
        };
    return digits > 0 && digits < textEnd && digits(digits) == digits + 3 ? digits + 3 : -1;
  }

  private int digits(int at) {
    int end = at;
    while (end < textEnd && isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private int command(int start) {
    int at = start + 1;
    byte next = peek(at);
    if (!isLetter(next)) {
      return escape(start, next);
    }
    while (at < textEnd && isLetter(text[at])) {
      at++;
    }
    byte sign = sign(start + 1, at);
    if (sign != END) {
      add(sign, start, at);
      // The space that ends a command's name is none.
      return peek(at) == ' ' ? at + 1 : at;
    }
    return at;
  }

  private int escape(int start, byte next) {
    switch (next) {
      case ',', ';', ':', '!', ' ' -> spaceBefore = true;
      case '$' -> add(MONEY, start, start + 2);
      case '(', ')', '[', ']' -> add((byte) '$', start, start + 2);
      case END -> add((byte) '\\', start, start + 1);
      default -> {
        return next < 0 ? start + 1 : add(next, start, start + 2);
      }
    }
    return Math.min(start + 2, textEnd);
  }

  private byte sign(int start, int end) {
    String name = new String(text, start, Math.min(end - start, 16), ISO_8859_1);
    return switch (name) {
      case "sim", "approx", "simeq", "thicksim", "thickapprox", "textasciitilde" -> ABOUT;
      case "times" -> TIMES;
      case "leq", "le", "lt", "leqslant", "lesssim", "textless" -> (byte) '<';
      case "geq", "ge", "gt", "geqslant", "gtrsim", "textgreater" -> (byte) '>';
      case "textendash", "textemdash" -> DASH;
      case "texteuro", "pounds", "euro" -> MONEY;
      default -> END;
    };
  }

  /** A character beyond ASCII: a space, a sign that has an ASCII twin, or a letter. */
  private int foreign(int start) {
    int at = after(start);
    int character = decode(start, at);
    if (isSpace(character)) {
      spaceBefore = true;
      return at;
    }
    byte twin = twin(character);
    return twin == END ? word(start) : add(twin, start, at);
  }

  private int decode(int start, int end) {
    int lead = text[start] & 0xFF;
    int character = lead >= 0xF0 ? lead & 0x07 : lead >= 0xE0 ? lead & 0x0F : lead & 0x1F;
    for (int i = start + 1; i < end && i < start + 4; i++) {
      character = character << 6 | (text[i] & 0x3F);
    }
    return character;
  }

  private static boolean isSpace(int character) {
    return character == 0xA0
        || (character >= 0x2000 && character <= 0x200D)
        || character == 0x202F
        || character == 0x205F
        || character == 0x2060
        || character == 0x3000
        || character == 0xFEFF;
  }

  private static byte twin(int character) {
    if (character > 0xFF00 && character <= 0xFF5E) {
      byte ascii = (byte) (character - 0xFF00 + 0x20);
      return isLetter(ascii) || isDigit(ascii) ? END : ascii;
    }
    return switch (character) {
      case 0x2010, 0x2011 -> (byte) '-';
      case 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> DASH;
      case 0x223C, 0x2248, 0x2243, 0x2245, 0x301C -> ABOUT;
      case 0xD7, 0x2715, 0x2A09 -> TIMES;
      case 0x2264, 0x2A7D, 0x2272 -> (byte) '<';
      case 0x2265, 0x2A7E, 0x2273 -> (byte) '>';
      case 0x20AC, 0xA3, 0xA5, 0x20B9 -> MONEY;
      case 0x2018, 0x2019 -> (byte) '\'';
      case 0x201C, 0x201D, 0xAB, 0xBB -> (byte) '"';
      case 0x3001 -> (byte) ',';
      case 0x3002 -> (byte) '.';
      case 0x2022, 0xB7, 0x2026 -> (byte) ';';
      default -> (character < 0x3000 && character >= 0x2000) || character < 0xC0 ? (byte) '#' : END;
    };
  }

  private int add(byte kind, int start, int end) {
    if (count == kinds.length) {
      grow();
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    words[count] = spaceBefore ? SPACED : 0;
    count++;
    spaceBefore = false;
    return end;
  }

  private void grow() {
    int length = Math.multiplyExact(count, 2);
    kinds = Arrays.copyOf(kinds, length);
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    words = Arrays.copyOf(words, length);
  }
}
