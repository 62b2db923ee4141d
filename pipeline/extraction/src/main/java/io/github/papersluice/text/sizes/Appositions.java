package io.github.papersluice.text.sizes;

/** Reads the name that a phrase with a number explains or is followed by: "X, a 7B model". */
final class Appositions {
  private static final int PHRASE = 9;
  private static final int LONGEST_BRACKET = 14;

  private final Tokens tokens;
  private final NameShapes shapes;
  private final NameBounds bounds;

  Appositions(Tokens tokens, NameShapes shapes, NameBounds bounds) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.bounds = bounds;
  }

  /** The name that the number's phrase explains: "X, a 7B model", "X is a 7B", "X: A 7B". */
  String explainedName(Mention first) {
    int token = first.first - 1;
    int limit = token - PHRASE;
    while (token > limit
        && !tokens.isWord(token, "a")
        && !tokens.isWord(token, "an")
        && !tokens.isWord(token, "the")) {
      byte kind = tokens.kind(token);
      boolean adjective =
          (kind == Tokens.WORD && !tokens.has(token, Words.STOP))
              || tokens.has(token, Words.TRAINING | Words.MORE)
              || kind == '-'
              || kind == ','
              || kind == '$'
              || kind == Tokens.ABOUT
              || kind == '{';
      if (!adjective) {
        return null;
      }
      token--;
    }
    return token > limit ? nameBeforeArticle(token - 1, first) : null;
  }

  String nameBeforeArticle(int end, Mention mention) {
    byte kind = tokens.kind(end);
    boolean link =
        kind == ','
            || kind == ':'
            || kind == Tokens.DASH
            || tokens.isWord(end, "is")
            || tokens.isWord(end, "as")
            || (kind == '-' && tokens.spaced(end));
    if (!link) {
      return null;
    }
    int last = end - 1;
    if (kind == ':'
        && (tokens.has(last, Words.MODEL | Words.SCALE) || tokens.isWord(end + 1, "the"))) {
      return null;
    }
    if (kind == ',' && isMeans(shapes.clusterStart(last) - 1)) {
      return null;
    }
    if (tokens.is(last, ')')) {
      last = closingName(last) < 0 ? beforeBracket(last) : closingName(last);
    }
    // "Our largest model, X, is a 7B"
    if (tokens.is(last, ',')
        && tokens.isWord(end, "is")
        && tokens.is(shapes.clusterStart(last - 1) - 1, ',')) {
      last--;
    }
    return last < 0 ? null : bounds.nameEndingAt(last, mention);
  }

  // "When trained with X, a 7B model": the model is another one than X.
  private boolean isMeans(int token) {
    return tokens.isWord(token, "with")
        || tokens.isWord(token, "using")
        || tokens.isWord(token, "by")
        || tokens.isWord(token, "via")
        || tokens.isWord(token, "on");
  }

  /** The name in "a 65.8M parameter CNN3D" or "a 7B LLaMA model"; null if none follows. */
  String followingName(Mention mention) {
    int token = mention.last + 1;
    while (tokens.is(token, '-')
        || tokens.is(token, '$')
        || tokens.has(token, Words.PARAMETER)
        || tokens.isWord(token, "sized")
        || tokens.isWord(token, "scale")) {
      token++;
    }
    if (tokens.isWord(token, "for") && tokens.has(token - 1, Words.PARAMETER)) {
      token++;
    }
    if (tokens.isWord(token, "of") && token == mention.last + 1) {
      token++;
    }
    String direct = bounds.nameAt(token);
    if (direct != null) {
      return direct;
    }
    return namedAfter(token);
  }

  // "a 7B model named X", "our 7B model, X, ", "a 7B language model (X)".
  private String namedAfter(int start) {
    for (int token = start; token < start + 8; token++) {
      if (tokens.has(token, Words.MODEL) && bounds.nameAt(token + 1) != null) {
        return bounds.nameAt(token + 1);
      }
      if (tokens.has(token, Words.NAMING)) {
        int first = shapes.skipMarks(token + 1);
        return tokens.startsUpper(first) ? shapes.text(first, shapes.clusterEnd(first)) : null;
      }
      if (tokens.is(token, '(') || tokens.is(token, ',')) {
        return tokens.has(token - 1, Words.MODEL)
            ? bounds.enclosedName(token + 1, tokens.kind(token))
            : null;
      }
      if ((!tokens.is(token, Tokens.WORD) && !tokens.is(token, '-'))
          || tokens.has(token, Words.STOP)) {
        return null;
      }
    }
    return null;
  }

  /** "Masked Autoencoder (MAE-X) with": the short name that a bracket gives a model. */
  String acronymBefore(int bracket) {
    int last = closingName(bracket);
    if (last < 0) {
      return null;
    }
    int first = shapes.clusterStart(last);
    return tokens.has(first - 2, Words.MODEL)
            && tokens.startsUpper(first)
            && !tokens.is(bracket + 1, ',')
            && !shapes.isGeneric(first, last)
            && !shapes.isPlural(last)
        ? shapes.text(first, shapes.withoutSize(first, last))
        : null;
  }

  // "Foo (First of Ours), a 7B", "Foo (7B), a": the name stands before the bracket.
  private int beforeBracket(int bracket) {
    int token = bracket - 1;
    while (token > bracket - LONGEST_BRACKET && !tokens.is(token, '(') && !tokens.is(token, ')')) {
      token--;
    }
    return tokens.is(token, '(') ? token - 1 : -1;
  }

  // "Dynamic Programming Language Model (DPLM), a 7B": the short name in the bracket.
  private int closingName(int bracket) {
    int last = bracket - 1;
    if (!shapes.isWordOrNumber(last)) {
      return -1;
    }
    int first = shapes.clusterStart(last);
    boolean name = tokens.startsUpper(first) && !tokens.has(last, Words.UNIT | Words.PARAMETER);
    return name && tokens.is(first - 1, '(') ? last : -1;
  }
}
