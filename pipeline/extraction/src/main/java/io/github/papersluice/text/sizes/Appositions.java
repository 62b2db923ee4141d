package io.github.papersluice.text.sizes;

/** Reads the name that a phrase with a number explains : "X, a 7B model", "X is a 7B model". */
final class Appositions {
  private static final int PHRASE = 14;
  private static final int OPENING = 20;

  /** Begins a sentence that comes to another model after a comma. */
  private static final WordSet OPENERS =
      WordSet.of(
          "when with using by via on after once trained based built combined equipped applied"
              + " integrated fine finetuned");

  private static final int LONGEST_BRACKET = 24;

  private static final WordSet ACTS = WordSet.of("can was could may achieve outperform surpass");

  private static final WordSet RELATIVE = WordSet.of("that which trained designed");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final boolean title;
  private final GenericNames generic;
  private final NameEnds ends;

  Appositions(FieldNames field) {
    tokens = field.tokens;
    shapes = field.shapes;
    title = field.title;
    generic = field.generic;
    ends = field.ends;
  }

  /** The name that the number's phrase explains: "X, a 7B model", "X is a 7B", "X: A 7B". */
  String explainedName(Mention first) {
    int token = first.first - 1;
    int limit = token - PHRASE;
    while (token > limit && !isArticle(token)) {
      if (!isAdjective(token)) {
        return null;
      }
      token--;
    }
    return token > limit ? nameBeforeArticle(token - 1, first) : null;
  }

  private boolean isArticle(int token) {
    return (tokens.isWord(token, "a")
            || tokens.isWord(token, "an")
            || tokens.isWord(token, "the")
            || (tokens.isWord(token, "our") && tokens.isWord(token - 1, "is")))
        && !isHyphened(token);
  }

  private boolean isAdjective(int token) {
    byte kind = tokens.kind(token);
    return (kind == Tokens.WORD && (!tokens.has(token, Words.STOP) || isHyphened(token)))
        || tokens.isWord(token, "and")
        || tokens.has(token, Words.TRAINING | Words.MORE)
        || kind == '-'
        || kind == ','
        || kind == '$'
        || kind == '('
        || kind == Tokens.ABOUT
        || kind == '{';
  }

  // "state-of-the-art"
  private boolean isHyphened(int token) {
    return (tokens.is(token - 1, '-') && tokens.glued(token))
        || (tokens.is(token + 1, '-') && tokens.glued(token + 1));
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
    if (kind == ':' && isNoName(last, end + 1)) {
      return null;
    }
    if (kind == ','
        && isMeans(shapes.clusterStart(last) - 1)
        && (opensSentence(last) || acts(mention.last))) {
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
    String name = last < 0 ? null : ends.nameEndingAt(last, mention);
    return name == null && kind == ',' ? spelledOut(last, mention) : name;
  }

  // "FooLM - Few Obvious Language Models, a suite": the name stands before what it is short for.
  private String spelledOut(int last, Mention mention) {
    int token = last;
    while (token > last - LONGEST_BRACKET && tokens.is(token, Tokens.WORD)) {
      token--;
    }
    boolean dash = tokens.is(token, Tokens.DASH) || (tokens.is(token, '-') && tokens.spaced(token));
    return dash && token < last - 1 && tokens.startsUpper(token + 1)
        ? ends.nameEndingAt(token - 1, mention)
        : null;
  }

  // "When trained with X, a 7B model": the model is another one than X.
  private boolean isMeans(int token) {
    return tokens.isWord(token, "with")
        || tokens.isWord(token, "using")
        || tokens.isWord(token, "by")
        || tokens.isWord(token, "via")
        || tokens.isWord(token, "on");
  }

  // "Two models: a", "X: the smallest", and in a title "Small but Mighty: A"
  private boolean isNoName(int last, int article) {
    boolean ordinary =
        title && tokens.spaced(last) && shapes.isCapitalised(last) && !shapes.isSentenceStart(last);
    return ordinary || tokens.has(last, Words.MODEL | Words.SCALE) || tokens.isWord(article, "the");
  }

  // "with X, a 7B model can": what has a verb of its own explains nothing.
  private boolean acts(int number) {
    for (int token = number + 1; token < number + PHRASE; token++) {
      if (ACTS.has(tokens, token) || tokens.has(token, Words.VERB)) {
        return true;
      }
      if (RELATIVE.has(tokens, token) || tokens.is(token, ',') || tokens.endsSentence(token)) {
        return false;
      }
    }
    return false;
  }

  private boolean opensSentence(int last) {
    for (int token = last; token > last - OPENING && token >= 0; token--) {
      if (shapes.isSentenceStart(token)) {
        return OPENERS.has(tokens, token);
      }
    }
    return false;
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
            && !generic.isGeneric(first, last)
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
