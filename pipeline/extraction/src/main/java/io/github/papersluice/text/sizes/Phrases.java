package io.github.papersluice.text.sizes;

/** Reads the phrases on both sides of a number for the noun that tells what it counts. */
final class Phrases {
  /** What the nearest telling noun says. */
  enum Noun {
    NONE,
    PARAMETER,
    MODEL,
    SCALE,
    DATA
  }

  private static final int REACH = 14;

  private final Tokens tokens;

  Phrases(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean isDatasetNext(int last) {
    int next = tokens.is(last + 1, '-') ? last + 2 : last + 1;
    return tokens.has(next, Words.DATASET) || tokens.isWord(next, "subset");
  }

  /**
   * The noun of the phrase that the number begins: the first one that settles the matter, else the
   * last one that hints at it.
   */
  Noun right(int last) {
    Noun hint = Noun.NONE;
    for (int token = last + 1; token <= last + REACH; token++) {
      if (isEnd(token, last)) {
        return isActiveClause(token) || isInParameters(token) ? Noun.PARAMETER : hint;
      }
      if (tokens.has(token, Words.DIFFERENCE)) {
        return Noun.NONE;
      }
      Noun settled = settled(token, last);
      if (settled != Noun.NONE) {
        return hint == Noun.PARAMETER && settled != Noun.DATA ? hint : settled;
      }
      hint = hint(token, hint);
    }
    return hint;
  }

  private boolean isEnd(int token, int last) {
    return tokens.is(token, Tokens.WORD)
        ? tokens.has(token, Words.STOP)
            && !tokens.has(token, Words.TRAINED)
            && !isCompound(token)
            && !isOfKind(token)
        : !isWithinPhrase(token) && !closesBeforeNoun(token, last);
  }

  // "a 30M flow matching head"
  private boolean isOfKind(int token) {
    return tokens.isWord(token, "matching") && tokens.has(token + 1, Words.MODEL);
  }

  // A model's noun settles it, unless it is the first half of a compound ("model-made samples") or
  // goes with the parameters ("5 million model parameters").
  private Noun settled(int token, int last) {
    if (tokens.has(token, Words.PARAMETER)) {
      return Noun.PARAMETER;
    }
    if (tokens.has(token, Words.DATA | Words.DATASET)) {
      return isVerb(token) ? Noun.NONE : Noun.DATA;
    }
    if (tokens.has(token, Words.MODALITY) && token == last + 2 && tokens.is(last + 1, '-')) {
      return Noun.DATA;
    }
    if (!tokens.has(token, Words.MODEL) || tokens.is(token + 1, '-')) {
      return Noun.NONE;
    }
    return tokens.has(token + 1, Words.PARAMETER) ? Noun.PARAMETER : Noun.MODEL;
  }

  // "Foo 7B labels the data", "answers our questions"
  private boolean isVerb(int token) {
    int next = token + 1;
    return tokens.isWord(next, "the")
        || tokens.isWord(next, "our")
        || tokens.isWord(next, "all")
        || (tokens.has(token, Words.VERBAL) && tokens.is(next, Tokens.NUMBER));
  }

  // "2B Foo-Video"
  private boolean isPartOfName(int token) {
    return isCompound(token) && tokens.startsUpper(token);
  }

  // "22M trainable": nothing but parameters is
  private boolean isTrainable(int token) {
    return tokens.isWord(token, "trainable") || tokens.isWord(token, "learnable");
  }

  private Noun hint(int token, Noun hint) {
    if (tokens.has(token, Words.ACTIVE) || isTrainable(token)) {
      return Noun.PARAMETER;
    }
    if (hint == Noun.PARAMETER || hint == Noun.MODEL) {
      return hint;
    }
    if (tokens.has(token, Words.MODEL)) {
      return Noun.MODEL;
    }
    if (tokens.has(token, Words.SCALE)) {
      return hint == Noun.DATA ? hint : Noun.SCALE;
    }
    boolean data = tokens.has(token, Words.MODALITY) && !isPartOfName(token);
    return hint == Noun.NONE && data ? Noun.DATA : hint;
  }

  /** "1.8 million models", "over 1M models": so many models, and not of that size. */
  boolean countsModels(Mention first, Mention last) {
    boolean spelled =
        first.unitIsWord
            || tokens.has(first.first - 1, Words.MORE)
            || tokens.isWord(first.first - 1, "than");
    if (!spelled || first.attached) {
      return false;
    }
    for (int token = last.last + 1; token < last.last + 5; token++) {
      if (tokens.has(token, Words.PARAMETER | Words.STOP)) {
        return false;
      }
      if (tokens.has(token, Words.MODEL)) {
        return tokens.at(token, tokens.length(token) - 1) == 's' && tokens.spaced(last.last + 1);
      }
    }
    return false;
  }

  // "1M model queries" counts queries.
  boolean isModelOfData(int last) {
    for (int token = last + 1; token < last + REACH; token++) {
      boolean acronym = tokens.is(token, '(') && tokens.is(token + 2, ')');
      if (acronym) {
        token += 2;
      } else if (isEnd(token, last)) {
        return false;
      } else if (tokens.has(token, Words.DATA | Words.DATASET)) {
        return true;
      }
    }
    return false;
  }

  // "16B of which are activated", "6B are active"
  private boolean isActiveClause(int token) {
    boolean clause =
        tokens.isWord(token, "are")
            || tokens.isWord(token, "is")
            || (tokens.isWord(token, "of") && tokens.isWord(token + 1, "which"));
    return clause
        && (tokens.has(token + 1, Words.ACTIVE)
            || tokens.has(token + 2, Words.ACTIVE)
            || tokens.has(token + 3, Words.ACTIVE));
  }

  /** Whether an ordinary noun follows the number: "72B target". */
  boolean hasOwnNoun(int last) {
    return tokens.is(last + 1, Tokens.WORD) && !tokens.has(last + 1, Words.STOP);
  }

  // "parameters rivals larger models": a verb that no list holds
  private boolean isThirdPerson(int token) {
    int length = tokens.is(token, Tokens.WORD) ? tokens.length(token) : 0;
    return length > 4
        && !tokens.startsUpper(token)
        && tokens.at(token, length - 1) == 's'
        && tokens.at(token, length - 2) != 's'
        && tokens.spaced(token)
        && tokens.is(token + 1, Tokens.WORD)
        && tokens.classes(token) == 0;
  }

  /** Whether the parameters in turn describe a model: "1B-parameter open-weight LLMs". */
  boolean describesModel(int last) {
    boolean parameter = false;
    for (int token = last + 1; token <= last + REACH; token++) {
      if (tokens.has(token, Words.STOP)
          || !(tokens.is(token, Tokens.WORD) || isWithinPhrase(token))) {
        return false;
      }
      if (parameter && isThirdPerson(token)) {
        return false;
      }
      parameter |= tokens.has(token, Words.PARAMETER);
      if (parameter && tokens.has(token, Words.MODEL)) {
        return true;
      }
    }
    return false;
  }

  // "7B in parameters", "0.8M of the 86M parameters"
  private boolean isInParameters(int token) {
    if (!tokens.isWord(token, "in") && !tokens.isWord(token, "of")) {
      return false;
    }
    int noun = token + 1;
    while (noun < token + 6
        && (tokens.is(noun, Tokens.NUMBER)
            || tokens.has(noun, Words.UNIT | Words.DETERMINER)
            || tokens.isWord(noun, "total"))) {
      noun++;
    }
    return tokens.has(noun, Words.PARAMETER);
  }

  // "1 million (1M) additional parameters"
  private boolean closesBeforeNoun(int token, int last) {
    return tokens.is(token, ')')
        && token == last + 1
        && tokens.has(token + 1, Words.PARAMETER | Words.TRAINED | Words.MODEL);
  }

  // "image-to-video", "speech-only", "instruction-tuned"
  boolean isCompound(int token) {
    return tokens.glued(token) && tokens.is(token - 1, '-');
  }

  boolean isWithinPhrase(int token) {
    byte kind = tokens.kind(token);
    return (kind == Tokens.NUMBER && tokens.glued(token))
        || kind == '-'
        || kind == '+'
        || kind == '$'
        || kind == '}'
        || kind == '{'
        || kind == '/'
        || kind == '"'
        || kind == '\''
        || kind == '_';
  }
}
