package io.github.papersluice.text.sizes;

/** The nouns that a number may belong to, and the names that go with them: "the Foo model". */
final class Heads {
  private static final int PHRASE = 9;
  private static final int CLAUSE = 20;

  /** Of these a model has several, or one; without a name of their own they are not the owner. */
  private static final WordSet PARTS =
      WordSet.of(
          "architecture architectures configuration configurations version versions variant"
              + " variants family families expert experts");

  /** Between an article and its noun these are adjectives, and elsewhere they end the phrase. */
  private static final WordSet ADJECTIVES =
      WordSet.of(
          "trained pretrained finetuned tuned built best better improved released more most less"
              + " such");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final NameBounds bounds;
  private final NameEnds ends;
  private final Appositions appositions;

  Heads(FieldNames field, Appositions appositions) {
    tokens = field.tokens;
    shapes = field.shapes;
    bounds = field.bounds;
    ends = field.ends;
    this.appositions = appositions;
  }

  // "model size of 146M" speaks of the size, not of another model.
  boolean isHead(int token) {
    return tokens.has(token, Words.MODEL | Words.SERIES)
        && !tokens.is(token + 1, '-')
        && (tokens.spaced(token) || !tokens.startsUpper(token))
        && !tokens.has(token + 1, Words.SCALE | Words.PARAMETER)
        && (!tokens.startsUpper(token) || shapes.isAcronym(token));
  }

  /** "an architecture with 30B", "only one expert": a part, which has no size of a model. */
  boolean isPart(int head) {
    return (PARTS.has(tokens, head) || !tokens.has(head, Words.MODEL))
        && !tokens.startsUpper(head - 1)
        && !isOfName(head - 1);
  }

  // "the X and Y model families"
  private boolean isOfName(int noun) {
    return tokens.has(noun, Words.MODEL) && tokens.startsUpper(noun - 1);
  }

  // "outperforming all Foo models with only 5M parameters": whoever boasts of a small number is not
  // the one that is outdone.
  boolean isRival(int head, Mention first) {
    if (!tokens.has(first.first - 1, Words.MERE)) {
      return false;
    }
    for (int token = head - 1; token > head - PHRASE && !tokens.endsSentence(token); token--) {
      if (tokens.has(token, Words.ACTING)
          || tokens.isWord(token, "than")
          || tokens.isWord(token, "superior")) {
        return true;
      }
    }
    return false;
  }

  /** The name in "Foo models", "the model Foo", "Foo, a small model"; null if the noun has none. */
  String nameOf(int head, Mention mention) {
    String name = isPurpose(head) ? null : ends.nameEndingAt(head - 1, mention);
    name = name != null ? name : bounds.nameOf(head);
    return name != null ? name : explained(head, mention);
  }

  // "a pilot for the Foo series with 1B": the pilot has that size
  private boolean isPurpose(int head) {
    int before = shapes.clusterStart(head - 1) - 1;
    return tokens.has(head, Words.SERIES)
        && (tokens.isWord(before, "for") || tokens.isWord(before - 1, "for"));
  }

  private String explained(int head, Mention mention) {
    boolean several = shapes.endsWith(head, "s");
    for (int token = head - 1; token > head - CLAUSE && token > 0; token--) {
      if (tokens.is(token, ')')) {
        token = opening(token, head - CLAUSE);
      }
      if (isArticle(token)
          && (tokens.is(token - 1, ',')
              || tokens.is(token - 1, Tokens.DASH)
              || tokens.isWord(token - 1, "is"))) {
        // "a framework for testing models": the article is that of another noun.
        return several ? null : appositions.nameBeforeArticle(token - 1, mention);
      }
      several &= !(tokens.isWord(token, "of") && tokens.has(token - 1, Words.SERIES));
      if (tokens.has(token, Words.STOP) && tokens.spaced(token) && !isWithinPhrase(token)) {
        return null;
      }
    }
    return null;
  }

  private boolean isArticle(int token) {
    return tokens.isWord(token, "a") || tokens.isWord(token, "an") || tokens.isWord(token, "our");
  }

  private boolean isWithinPhrase(int token) {
    return tokens.isWord(token, "of")
        || tokens.isWord(token, "and")
        || ADJECTIVES.has(tokens, token);
  }

  /** The bracket that opens what a bracket closes, not before a place. */
  int opening(int close, int stop) {
    int token = close;
    while (token > stop && !tokens.is(token, '(')) {
      token--;
    }
    return tokens.is(token, '(') ? token : close;
  }
}
