package io.github.papersluice.text.sizes;

import static io.github.papersluice.text.sizes.Tokens.ABOUT;
import static io.github.papersluice.text.sizes.Tokens.DASH;
import static io.github.papersluice.text.sizes.Tokens.END;
import static io.github.papersluice.text.sizes.Tokens.MONEY;
import static io.github.papersluice.text.sizes.Tokens.NUMBER;
import static io.github.papersluice.text.sizes.Tokens.WORD;

import io.github.papersluice.model.Utf8Text;

/** Cuts a field into tokens: spaces and LaTeX commands without a meaning here are left out. */
final class TokenReader {
  private final byte[] text;
  private final int textStart;
  private final int textEnd;
  private final Tokens tokens;
  private boolean spaceBefore = true;

  TokenReader(Utf8Text field) {
    text = field.array();
    textStart = field.start();
    textEnd = field.end();
    tokens = new Tokens(text);
  }

  Tokens read() {
    int at = textStart;
    while (at < textEnd) {
      at = next(at);
    }
    return tokens;
  }

  private int add(byte kind, int start, int end) {
    tokens.add(kind, start, end, spaceBefore);
    spaceBefore = false;
    return end;
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
    if (Typography.isLetter(first)) {
      return word(at);
    }
    if (Tokens.isDigit(first)) {
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
    int last = tokens.count() - 1;
    byte before = spaceBefore ? END : tokens.kind(last);
    byte after = peek(at + 1);
    boolean afterSize =
        before == NUMBER
            || (before == WORD && tokens.length(last) == 1 && tokens.is(last - 1, NUMBER));
    if (afterSize && Tokens.isDigit(after)) {
      return add(DASH, at, at + 1);
    }
    boolean hardSpace = before == WORD || before == NUMBER || before == ')' || before == '.';
    if (hardSpace && after != ' ') {
      spaceBefore = true;
      return at + 1;
    }
    return add(ABOUT, at, at + 1);
  }

  private int word(int start) {
    boolean ideographs = isIdeograph(start);
    int at = start;
    while (at < textEnd
        && (text[at] < 0 ? isForeignLetter(at, ideographs) : isWithin(at, ideographs))) {
      at = after(at);
    }
    add(WORD, start, at);
    // Chinese and Japanese have no spaces, and names in Latin letters are words of their own.
    spaceBefore = ideographs || isIdeograph(at);
    return at;
  }

  private boolean isIdeograph(int at) {
    return at < textEnd
        && text[at] < 0
        && Typography.isIdeograph(Typography.decode(text, at, after(at)));
  }

  private boolean isWithin(int at, boolean ideographs) {
    return Typography.isLetter(text[at]) && !ideographs;
  }

  private boolean isForeignLetter(int at, boolean ideographs) {
    int character = Typography.decode(text, at, after(at));
    return !Typography.isSpace(character)
        && Typography.twin(character) == END
        && Typography.isIdeograph(character) == ideographs;
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
      } else if (text[at] == '.' && Tokens.isDigit(peek(at + 1))) {
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
    while (end < textEnd && Tokens.isDigit(text[end])) {
      end++;
    }
    return end;
  }

  private int command(int start) {
    int at = start + 1;
    byte next = peek(at);
    if (!Typography.isLetter(next)) {
      return escape(start, next);
    }
    while (at < textEnd && Typography.isLetter(text[at])) {
      at++;
    }
    byte sign = Typography.sign(text, start + 1, at);
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

  /** A character beyond ASCII: a space, a sign that has an ASCII twin, or a letter. */
  private int foreign(int start) {
    int at = after(start);
    int character = Typography.decode(text, start, at);
    if (Typography.isSpace(character)) {
      spaceBefore = true;
      return at;
    }
    byte twin = Typography.twin(character);
    return twin == END ? word(start) : add(twin, start, at);
  }
}
