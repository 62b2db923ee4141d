package io.github.papersluice.text.sizes;

import io.github.papersluice.model.Exactness;

/** Reads how a number is qualified: "~7B", "over 1B", "100B+", "sub-1B". */
final class ExactnessReader {
  private final Tokens tokens;

  ExactnessReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** What stands directly before or after a number; null if nothing there qualifies it. */
  Exactness of(Mention mention) {
    Exactness after = after(mention.last + 1);
    if (after != null) {
      return after;
    }
    int before = mention.first - 1;
    while (isTransparent(before)) {
      before--;
    }
    if (tokens.is(before, '.') && tokens.has(before - 1, Words.ABOUT)) {
      return Exactness.APPROXIMATE;
    }
    if (tokens.is(before, '-') && tokens.isWord(before - 1, "sub")) {
      return Exactness.AT_MOST;
    }
    return switch (tokens.kind(before)) {
      case Tokens.ABOUT -> isRange(before) ? null : Exactness.APPROXIMATE;
      case '<' -> Exactness.AT_MOST;
      case '>' -> Exactness.AT_LEAST;
      case '=' -> sign(before - 1);
      case Tokens.WORD -> words(before);
      default -> null;
    };
  }

  // "0.5B$\sim$32B": the sign stands for a dash.
  private boolean isRange(int sign) {
    int before = tokens.is(sign - 1, '$') ? sign - 2 : sign - 1;
    boolean sized = tokens.has(before, Words.UNIT) && tokens.is(before - 1, Tokens.NUMBER);
    return sized
        || (tokens.has(before, Words.UNIT) && tokens.is(before - 1, '$'))
        || (tokens.glued(before + 1) && tokens.is(before, Tokens.NUMBER));
  }

  // "100B+", "7B or more", "7B parameters or fewer".
  private Exactness after(int token) {
    int at = tokens.is(token, '$') || tokens.is(token, '}') ? token + 1 : token;
    if (tokens.is(at, '+') && tokens.glued(at)) {
      boolean another = tokens.is(at + 1, Tokens.WORD) && tokens.glued(at + 1);
      return another ? null : Exactness.AT_LEAST;
    }
    if (tokens.has(at, Words.PARAMETER)) {
      at++;
    }
    if (!tokens.isWord(at, "or")) {
      return null;
    }
    if (tokens.isWord(at + 1, "more")
        || tokens.isWord(at + 1, "larger")
        || tokens.isWord(at + 1, "above")) {
      return Exactness.AT_LEAST;
    }
    if (tokens.isWord(at + 1, "fewer")
        || tokens.isWord(at + 1, "less")
        || tokens.isWord(at + 1, "smaller")
        || tokens.isWord(at + 1, "below")) {
      return Exactness.AT_MOST;
    }
    return tokens.isWord(at + 1, "so") ? Exactness.APPROXIMATE : null;
  }

  private boolean isTransparent(int token) {
    byte kind = tokens.kind(token);
    return kind == '$' || kind == '{' || kind == '}' || kind == '(';
  }

  private Exactness sign(int token) {
    return switch (tokens.kind(token)) {
      case '<' -> Exactness.AT_MOST;
      case '>' -> Exactness.AT_LEAST;
      case Tokens.ABOUT -> Exactness.APPROXIMATE;
      default -> null;
    };
  }

  private Exactness words(int token) {
    if (tokens.isWord(token, "than")) {
      return comparison(token - 1);
    }
    if (tokens.isWord(token, "to")) {
      return target(token - 1);
    }
    if (tokens.isWord(token, "least") || tokens.isWord(token, "minimum")) {
      return Exactness.AT_LEAST;
    }
    if (tokens.isWord(token, "most") || tokens.isWord(token, "maximum")) {
      return Exactness.AT_MOST;
    }
    if (tokens.isWord(token, "of") && tokens.isWord(token - 1, "maximum")) {
      return Exactness.AT_MOST;
    }
    if (tokens.isWord(token, "as")
        && (tokens.isWord(token - 1, "many") || tokens.isWord(token - 1, "much"))) {
      return Exactness.AT_MOST;
    }
    if (tokens.isWord(token, "some")) {
      return Exactness.APPROXIMATE;
    }
    if (tokens.has(token, Words.ABOUT) && !tokens.isWord(token, "close")) {
      return Exactness.APPROXIMATE;
    }
    return bound(token);
  }

  private Exactness bound(int token) {
    if (tokens.isWord(token, "over")
        || tokens.isWord(token, "above")
        || tokens.isWord(token, "beyond")
        || tokens.isWord(token, "exceeding")
        || tokens.isWord(token, "exceeds")
        || tokens.isWord(token, "exceed")) {
      return Exactness.AT_LEAST;
    }
    return tokens.isWord(token, "under")
            || tokens.isWord(token, "below")
            || tokens.isWord(token, "sub")
        ? Exactness.AT_MOST
        : null;
  }

  // "no more than 7B" is a bound above, "no less than" one below.
  private Exactness comparison(int token) {
    boolean negated = tokens.isWord(token - 1, "no") || tokens.isWord(token - 1, "not");
    boolean more =
        tokens.isWord(token, "more")
            || tokens.isWord(token, "larger")
            || tokens.isWord(token, "greater")
            || tokens.isWord(token, "bigger");
    boolean less =
        tokens.isWord(token, "less")
            || tokens.isWord(token, "fewer")
            || tokens.isWord(token, "smaller")
            || tokens.isWord(token, "lower");
    if (!more && !less) {
      return null;
    }
    return more == negated ? Exactness.AT_MOST : Exactness.AT_LEAST;
  }

  private Exactness target(int token) {
    if (tokens.isWord(token, "up")) {
      return Exactness.AT_MOST;
    }
    return tokens.isWord(token, "close") ? Exactness.APPROXIMATE : null;
  }
}
