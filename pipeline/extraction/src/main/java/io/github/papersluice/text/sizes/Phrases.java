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
    return tokens.isWord(next, "the") || tokens.isWord(next, "our") || tokens.isWord(next, "all");
  }

  private Noun hint(int token, Noun hint) {
    if (tokens.has(token, Words.ACTIVE)) {
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
    return hint == Noun.NONE && tokens.has(token, Words.MODALITY) ? Noun.DATA : hint;
  }

  /**
   * What a name that ends in a number is said to be: "X-1M, a large dataset of", "X-300M and Y
   * models".
   *
   * @param data the classes of the nouns that mean data
   */
  Noun apposition(int last, int data) {
    int token = skipName(last + 1);
    for (int names = 0; names < 4 && isListed(token); names++) {
      token = skipName(listed(token) + 1);
      if (tokens.has(token, Words.MODEL)) {
        return Noun.MODEL;
      }
      if (tokens.has(token, Words.DATASET | Words.AMOUNT)) {
        return Noun.DATA;
      }
    }
    byte link = tokens.kind(token);
    if (tokens.isWord(token + 1, "which") && tokens.isWord(token + 2, "is")) {
      token += 2;
    }
    boolean article =
        tokens.isWord(token + 1, "a")
            || tokens.isWord(token + 1, "an")
            || tokens.isWord(token + 1, "the");
    return article && (link == ',' || link == ':' || link == Tokens.DASH)
        ? head(token + 2, data)
        : Noun.NONE;
  }

  // ", Y", "and Y", ", and Y": a name has a capital or is not of letters only.
  private boolean isListed(int token) {
    int name = listed(token);
    return name > token
        && tokens.is(name, Tokens.WORD)
        && !tokens.has(name, Words.STOP)
        && (tokens.startsUpper(name) || tokens.glued(name + 1));
  }

  private int listed(int token) {
    int name = tokens.is(token, ',') ? token + 1 : token;
    return tokens.isWord(name, "and") ? name + 1 : name;
  }

  /** Whether the model or data set whose name ends in a number does what only models do. */
  boolean acts(int last) {
    int next = skipName(last + 1);
    return tokens.has(tokens.is(next, ')') ? next + 1 : next, Words.ACTING);
  }

  /** "outperforms X", "compared with X", "than X": models are measured against models. */
  boolean isRival(int name) {
    int before = name - 1;
    if (tokens.isWord(before, "with")
        || tokens.isWord(before, "to")
        || tokens.isWord(before, "against")) {
      return tokens.isWord(before - 1, "compare")
          || tokens.isWord(before - 1, "compared")
          || tokens.isWord(before - 1, "comparable");
    }
    return tokens.isWord(before, "than") || tokens.has(before, Words.ACTING);
  }

  private int skipName(int start) {
    int token = start;
    while (token < start + REACH
        && tokens.glued(token)
        && (tokens.is(token, Tokens.WORD) || isWithinPhrase(token))) {
      token++;
    }
    return token;
  }

  // The last telling noun of a phrase: in "a model merging dataset" it is the dataset.
  private Noun head(int start, int data) {
    Noun head = Noun.NONE;
    for (int token = start; token < start + 16; token++) {
      boolean word = tokens.is(token, Tokens.WORD);
      boolean ends =
          word
              ? tokens.has(token, Words.STOP) && !isCompound(token)
              : !isWithinPhrase(token) && !(tokens.is(token, ',') && head == Noun.NONE);
      if (ends) {
        return head;
      }
      if (tokens.has(token, data)) {
        head = Noun.DATA;
      } else if (tokens.has(token, Words.MODEL) && !tokens.is(token + 1, '-')) {
        head = Noun.MODEL;
      }
    }
    return head;
  }

  /** "Honey-Data-15M": a word for data in the name itself. */
  boolean isDataName(Mention mention) {
    for (int token = mention.cluster; token < mention.first; token++) {
      if (tokens.has(token, Words.DATASET | Words.AMOUNT)) {
        return true;
      }
    }
    return false;
  }

  /** "on X-1M", "using the X-1M": what one works on, and no model. */
  boolean isWorkedOn(int start) {
    int before = tokens.isWord(start - 1, "the") ? start - 2 : start - 1;
    return tokens.isWord(before, "on")
        || tokens.isWord(before, "using")
        || tokens.isWord(before, "from")
        || tokens.isWord(before, "with")
        || tokens.isWord(before, "of")
        || tokens.isWord(before, "complete");
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

  /** "10M fewer parameters", "3 million more weights" */
  boolean isDifference(int last) {
    return tokens.has(last + 1, Words.DIFFERENCE)
        && (tokens.has(last + 2, Words.PARAMETER) || tokens.has(last + 3, Words.PARAMETER));
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

  /** Whether the parameters in turn describe a model: "1B-parameter open-weight LLMs". */
  boolean describesModel(int last) {
    boolean parameter = false;
    for (int token = last + 1; token <= last + REACH; token++) {
      if (tokens.has(token, Words.STOP)
          || !(tokens.is(token, Tokens.WORD) || isWithinPhrase(token))) {
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
  private boolean isCompound(int token) {
    return tokens.glued(token) && tokens.is(token - 1, '-');
  }

  private boolean isWithinPhrase(int token) {
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

  /** The nearest telling noun on the left within the sentence and a number of tokens. */
  Noun left(int first, int reach) {
    return left(first, reach, Words.AMOUNT);
  }

  Noun left(int first, int reach, int data) {
    for (int token = first - 1; token >= first - reach && token >= 0; token--) {
      if (tokens.endsSentence(token) || tokens.is(token, ';')) {
        return Noun.NONE;
      }
      int classes = tokens.classes(token);
      if ((classes & Words.PARAMETER) != 0) {
        return Noun.PARAMETER;
      }
      if ((classes & (data | Words.DATASET)) != 0) {
        return Noun.DATA;
      }
      if (tokens.isWord(token, "on") && tokens.has(token - 1, Words.TRAINING)) {
        return Noun.DATA;
      }
      if ((classes & (Words.MODEL | Words.ACTIVE)) != 0) {
        return Noun.MODEL;
      }
      if ((classes & Words.SCALE) != 0) {
        return tokens.has(token - 1, Words.DATA | Words.DATASET | Words.MODALITY)
            ? Noun.DATA
            : Noun.SCALE;
      }
    }
    return Noun.NONE;
  }

  // "a corpus of 2B", "trained on up to 300B", "images (5B": only small words stand between.
  boolean isAmount(int first) {
    boolean on = false;
    for (int token = first - 1; token > first - 9 && token >= 0; token--) {
      if (on && tokens.has(token, Words.TRAINING)) {
        return true;
      }
      if (tokens.has(token, Words.DATASET | Words.AMOUNT)) {
        return true;
      }
      on |= tokens.isWord(token, "on");
      boolean small =
          tokens.has(
              token,
              Words.STOP | Words.MERE | Words.ABOUT | Words.MORE | Words.LESS | Words.JOINER);
      byte kind = tokens.kind(token);
      if (!small
          && kind != '('
          && kind != '$'
          && kind != Tokens.ABOUT
          && kind != '<'
          && kind != '>'
          && kind != ':') {
        return false;
      }
    }
    return false;
  }

  // "data sets such as X-2B", "a subset of X-1B", "images from X-5B".
  boolean isDataPhrase(int cluster) {
    for (int token = cluster - 1; token > cluster - 5; token--) {
      if (tokens.has(token, Words.DATASET | Words.AMOUNT)) {
        return token < cluster - 1 || tokens.has(token, Words.DATASET);
      }
      boolean link =
          tokens.isWord(token, "of")
              || tokens.isWord(token, "from")
              || tokens.isWord(token, "like")
              || tokens.isWord(token, "such")
              || tokens.isWord(token, "as")
              || tokens.isWord(token, "in")
              || tokens.isWord(token, "the");
      if (!link) {
        return false;
      }
    }
    return false;
  }

  // "model sizes from 1 billion", "the size of the model to 1 billion"; not "scale the number of
  // points to 1 million".
  boolean isModelScale(int first) {
    for (int token = first - 1;
        token > first - 16 && token >= 0 && !tokens.endsSentence(token);
        token--) {
      if (tokens.has(token, Words.MODEL | Words.PARAMETER)) {
        return true;
      }
      if (tokens.isWord(token, "number") || tokens.has(token, Words.DATA | Words.DATASET)) {
        return false;
      }
    }
    return false;
  }
}
