package io.github.papersluice.text.sizes;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The shapes of names, and the runs of characters without a space ("clusters") that hold them. */
final class NameShapes {
  private static final int LONGEST_CLUSTER = 40;

  private final Tokens tokens;

  NameShapes(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean hasLower(int word) {
    for (int i = 0; i < tokens.length(word); i++) {
      if (tokens.at(word, i) >= 'a') {
        return true;
      }
    }
    return false;
  }

  /** First token of the run that holds a token. */
  int clusterStart(int token) {
    int start = token;
    while (start > token - LONGEST_CLUSTER
        && tokens.glued(start)
        && isNameKind(tokens.kind(start - 1))) {
      start--;
    }
    while (start < token && !isWordOrNumber(start)) {
      start++;
    }
    return start;
  }

  private static boolean isNameKind(byte kind) {
    return kind == Tokens.WORD
        || kind == Tokens.NUMBER
        || kind == '-'
        || kind == '_'
        || kind == '.'
        || kind == '+'
        || kind == '*'
        || kind == '@'
        || kind == ':'
        || kind == '^';
  }

  boolean isWordOrNumber(int token) {
    return tokens.is(token, Tokens.WORD) || tokens.is(token, Tokens.NUMBER);
  }

  String text(int first, int last) {
    return new String(
        tokens.text(), tokens.start(first), tokens.end(last) - tokens.start(first), UTF_8);
  }

  /** A digit, a capital within a word, or several capitals: "GPT2", "LLaMA", "OPT", "T5". */
  boolean isStrong(int first, int last) {
    int capitals = 0;
    for (int token = first; token <= last; token++) {
      if (tokens.is(token, Tokens.NUMBER) && token > first) {
        return hasLetters(first, last);
      }
      if (tokens.is(token, Tokens.WORD)) {
        if (isMixed(token)) {
          return true;
        }
        capitals += tokens.startsUpper(token) ? 1 : 0;
        capitals += allUpper(token) ? 1 : 0;
      }
    }
    return capitals > 1;
  }

  private boolean hasLetters(int first, int last) {
    for (int token = first; token <= last; token++) {
      if (tokens.is(token, Tokens.WORD)) {
        return true;
      }
    }
    return false;
  }

  boolean isMixed(int word) {
    boolean lower = false;
    boolean innerUpper = false;
    for (int i = 0; i < tokens.length(word); i++) {
      byte letter = tokens.at(word, i);
      lower |= letter >= 'a';
      innerUpper |= i > 0 && Tokens.isUpper(letter);
    }
    return lower && innerUpper;
  }

  /** "Foo", and not "FOO" or "FooNet". */
  boolean isCapitalised(int word) {
    return tokens.startsUpper(word) && !isMixed(word) && hasLower(word);
  }

  boolean allUpper(int word) {
    return tokens.length(word) > 1 && !hasLower(word);
  }

  /** "Megatron-Turing" before "NLG": two capitalised words in one. */
  boolean isCompound(int first, int last) {
    return last == first + 2
        && tokens.is(first + 1, '-')
        && tokens.startsUpper(first)
        && tokens.startsUpper(last);
  }

  /** "Ultra-Compact": ordinary words with capitals, as in a title. */
  boolean isHyphened(int first, int last) {
    for (int token = first; token <= last; token++) {
      boolean ordinary = tokens.is(token, '-') || (tokens.startsUpper(token) && isPlain(token));
      if (!ordinary) {
        return false;
      }
    }
    return first < last;
  }

  private boolean isPlain(int word) {
    return tokens.length(word) > 3 && !isMixed(word) && !allUpper(word);
  }

  /** The cluster that ends before a token; the token itself if none does. */
  int clusterBefore(int token) {
    return isWordOrNumber(token - 1) && tokens.spaced(token) ? clusterStart(token - 1) : token;
  }

  boolean isSentenceStart(int token) {
    return token == 0 || tokens.endsSentence(token - 1);
  }

  boolean endsWith(int word, String ending) {
    int offset = tokens.length(word) - ending.length();
    for (int i = 0; i < ending.length(); i++) {
      if (offset < 0 || tokens.at(word, offset + i) != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  // "v3", "V2.5", "K2", "R1"
  boolean isVersion(int token) {
    return tokens.is(token, Tokens.WORD)
        && tokens.length(token) == 1
        && (tokens.startsUpper(token) || tokens.isWord(token, "v"))
        && tokens.glued(token + 1)
        && tokens.is(token + 1, Tokens.NUMBER);
  }

  boolean isPlural(int word) {
    int length = tokens.length(word);
    return tokens.is(word, Tokens.WORD)
        && length > 2
        && tokens.at(word, length - 1) == 's'
        && Tokens.isUpper(tokens.at(word, length - 2));
  }

  boolean hasLowerPart(int first, int last) {
    for (int token = first + 1; token <= last; token++) {
      if (tokens.is(token, Tokens.WORD)
          && !tokens.startsUpper(token)
          && tokens.is(token - 1, '-')
          && !tokens.has(token, Words.STOP)
          && !isVersion(token)) {
        return true;
      }
    }
    return false;
  }

  int clusterEnd(int first) {
    int last = first;
    while (last < first + LONGEST_CLUSTER
        && tokens.glued(last + 1)
        && isNameKind(tokens.kind(last + 1))
        && !tokens.is(last + 1, '*')) {
      last++;
    }
    while (last > first && !isWordOrNumber(last) && !tokens.is(last, '+')) {
      last--;
    }
    return last;
  }

  int skipMarks(int token) {
    int at = token;
    while (tokens.is(at, '{')
        || tokens.is(at, '"')
        || tokens.is(at, '*')
        || tokens.is(at, '`')
        || tokens.is(at, '\'')) {
      at++;
    }
    return at;
  }

  /** "establishes", "consistently": behind a name that opens a clause. */
  boolean isVerbLike(int token) {
    return tokens.is(token, Tokens.WORD)
        && !tokens.startsUpper(token)
        && tokens.length(token) > 3
        && (endsWith(token, "s") || endsWith(token, "ly"))
        && !tokens.has(token, Words.MODEL | Words.DATA | Words.DATASET);
  }

  /** "German", "Chinese", "Danish": says where from. */
  boolean isOrigin(int word) {
    return endsWith(word, "an") || endsWith(word, "ese") || endsWith(word, "ish");
  }

  /** The first token that closes nothing. */
  int skipClosing(int token) {
    int at = token;
    while (tokens.is(at, '}') || tokens.is(at, '"') || tokens.is(at, '*') || tokens.is(at, '$')) {
      at++;
    }
    return at;
  }

  // "KORMo-10B, a 10.8B-parameter model": the name ends before its own size.
  int withoutSize(int first, int last) {
    for (int token = first + 1; token < last; token++) {
      boolean size =
          tokens.is(token, Tokens.NUMBER)
              && tokens.glued(token + 1)
              && tokens.has(token + 1, Words.UNIT)
              && tokens.length(token + 1) == 1
              && (tokens.is(token - 1, '-') || tokens.is(token - 1, ':'));
      if (size && token - 2 >= first) {
        return token - 2;
      }
    }
    return last;
  }

  boolean isAcronym(int word) {
    return allUpper(word) || isPlural(word);
  }
}
