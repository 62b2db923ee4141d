package io.github.papersluice.text.sizes;

import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.rules.TokenView;
import java.util.Arrays;

/**
 * A field cut into words, numbers and marks, with LaTeX and typography evened out: spaces of any
 * kind and LaTeX commands are left out, signs that mean the same have one code.
 */
final class Tokens implements TokenView {
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

  static final byte END = 0;

  private final byte[] text;
  private byte[] kinds = new byte[128];
  private int[] starts = new int[128];
  private int[] ends = new int[128];
  private int[] symbols = new int[128];
  private int count;

  Tokens(byte[] text) {
    this.text = text;
  }

  /** Cuts a field. */
  static Tokens of(Utf8Text field) {
    return new TokenReader(field).read();
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
    return token < 0 || token >= count || (symbols[token] & SPACED) != 0;
  }

  /** Whether the token follows another one with nothing between them. */
  @Override
  public boolean glued(int token) {
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

  /** The symbol of a word in the lexicon, else the kind; looked up when it is first asked for. */
  @Override
  public int symbol(int token) {
    if (token < 0 || token >= count) {
      return END;
    }
    int symbol = symbols[token] & ~SPACED;
    if (symbol == WORD) {
      symbol = Words.LEXICON.symbol(text, starts[token], ends[token]);
      symbols[token] += symbol - WORD;
    }
    return symbol;
  }

  /** The classes of a word; 0 for everything else. */
  int classes(int token) {
    return kind(token) == WORD ? Words.classes(symbol(token)) : 0;
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

  @Override
  public boolean startsUpper(int token) {
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

  /** Adds a token at the end. */
  void add(byte kind, int start, int end, boolean spaced) {
    if (count == kinds.length) {
      grow();
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    symbols[count] = spaced ? kind | SPACED : kind;
    count++;
  }

  private void grow() {
    int length = Math.multiplyExact(count, 2);
    kinds = Arrays.copyOf(kinds, length);
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    symbols = Arrays.copyOf(symbols, length);
  }
}
