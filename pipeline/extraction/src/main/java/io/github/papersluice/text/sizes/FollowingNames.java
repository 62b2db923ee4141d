package io.github.papersluice.text.sizes;

/** Reads the name that follows a number in its phrase: "a 7B Foo model", "a 7B model named Foo". */
final class FollowingNames {
  private static final int PHRASE = 8;
  private static final int MOST_ADJECTIVES = 2;

  /** Kinds of models that are written with a capital. */
  private static final WordSet KINDS =
      WordSet.of(
          "transformer mamba diffusion bayesian dense sparse hybrid mixture vision language"
              + " reasoning speech convolutional recurrent boolean gaussian fourier siamese"
              + " instruct chat base arabic turkic slavic nordic");

  private static final WordSet NAMELY = WordSet.of("i namely specifically");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final GenericNames generic;
  private final NameBounds bounds;
  private final boolean title;

  FollowingNames(FieldNames field) {
    tokens = field.tokens;
    shapes = field.shapes;
    generic = field.generic;
    bounds = field.bounds;
    title = field.title;
  }

  /** The name in "a 65.8M parameter CNN3D" or "a 7B LLaMA model"; null if none follows. */
  String nameAfter(Mention mention) {
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
    direct = direct != null || title ? direct : plainName(token);
    return direct != null ? direct : namedAfter(token);
  }

  // "a 7B Foo model", "an older 4B dense Foo", "a 14B FOOT beats": nothing but adjectives before
  // it.
  private String plainName(int start) {
    int first = start;
    while (first < start + MOST_ADJECTIVES && isAdjective(first)) {
      first++;
    }
    boolean word =
        tokens.startsUpper(first)
            && tokens.spaced(first)
            && shapes.clusterEnd(first) == first
            && !generic.isGeneric(first, first)
            && !tokens.has(first, Words.VARIANT)
            && !KINDS.has(tokens, first);
    int last = bounds.endOf(first);
    if (!word || tokens.startsUpper(last + 1) || tokens.is(last + 1, '(')) {
      return null;
    }
    return shapes.isCapitalised(first) ? afterSize(first, last) : acronym(first, last);
  }

  private boolean isAdjective(int token) {
    return tokens.is(token, Tokens.WORD)
        && !tokens.startsUpper(token)
        && tokens.spaced(token + 1)
        && !tokens.has(token, Words.STOP | Words.MODEL | Words.DATA | Words.SCALE);
  }

  private String afterSize(int word, int last) {
    return tokens.length(word) < 4 || shapes.isOrigin(word) || !endsPhrase(last + 1)
        ? null
        : shapes.text(word, last);
  }

  // LLM, VLM, DNN and GAN are kinds; a longer word of capitals is a name where the phrase ends.
  private String acronym(int word, int last) {
    boolean kind =
        tokens.length(word) < 4
            || shapes.isPlural(word)
            || shapes.endsWith(word, "LM")
            || shapes.endsWith(word, "NN")
            || tokens.has(last + 1, Words.MODEL);
    return kind || !shapes.isAcronym(word) || !endsPhrase(last + 1)
        ? null
        : shapes.text(word, last);
  }

  private boolean endsPhrase(int token) {
    return tokens.has(token, Words.MODEL | Words.STOP | Words.VERB | Words.VARIANT)
        || (tokens.is(token, Tokens.WORD) && shapes.isVerbLike(token))
        || (!tokens.is(token, Tokens.WORD) && !tokens.is(token, '-') && !tokens.is(token, '/'));
  }

  // "a 7B model named X", "our 7B model, X, ", "a 7B language model (X)".
  private String namedAfter(int start) {
    for (int token = start; token < start + PHRASE; token++) {
      if (tokens.has(token, Words.MODEL) && bounds.nameAt(token + 1) != null) {
        return bounds.nameAt(token + 1);
      }
      if (tokens.has(token, Words.NAMING)) {
        int first = shapes.skipMarks(token + 1);
        return tokens.startsUpper(first)
            ? shapes.text(first, shapes.withoutSize(first, shapes.clusterEnd(first)))
            : null;
      }
      if (tokens.is(token, '(') && tokens.is(token + 1, Tokens.NUMBER)) {
        token = afterBracket(token);
      }
      if (tokens.is(token, ',') && NAMELY.has(tokens, token + 1)) {
        return bounds.nameAt(afterNamely(token + 1));
      }
      if (tokens.is(token, '(') || (tokens.is(token, ',') && !isNaming(token + 1))) {
        return tokens.has(token - 1, Words.MODEL) || tokens.is(token, ',')
            ? bounds.enclosedName(token + 1, tokens.kind(token))
            : null;
      }
      boolean within =
          tokens.is(token, Tokens.WORD)
              || tokens.is(token, '-')
              || tokens.is(token, ')')
              || tokens.is(token, ',');
      if (!within || tokens.has(token, Words.STOP)) {
        return null;
      }
    }
    return null;
  }

  private boolean isNaming(int token) {
    return tokens.has(token, Words.NAMING);
  }

  // ", i.e., Foo", ", namely Foo"
  private int afterNamely(int word) {
    int token = word + 1;
    while (tokens.is(token, '.')
        || tokens.is(token, ',')
        || (tokens.is(token, Tokens.WORD) && tokens.length(token) == 1)) {
      token++;
    }
    return token;
  }

  // "with 7 billion parameters (7B) called X": the number once more.
  private int afterBracket(int bracket) {
    int token = bracket + 1;
    while (token < bracket + PHRASE && !tokens.is(token, ')')) {
      token++;
    }
    return token;
  }
}
