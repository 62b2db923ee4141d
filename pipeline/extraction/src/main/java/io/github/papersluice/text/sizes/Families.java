package io.github.papersluice.text.sizes;

/**
 * Sizes that are those of a family: "Foo comes in two sizes, 1B and 7B", "the 7B variant of Foo".
 */
final class Families {
  private static final int REACH = 40;
  private static final int PHRASE = 35;
  private static final int ADJECTIVES = 3;
  private static final int SECOND = 8;

  /** Says that there are several of a kind. */
  private static final WordSet SIZES =
      WordSet.of(
          "sizes scales variants versions configurations flavors flavours checkpoints members"
              + " series family suite lineup editions releases");

  private static final WordSet MEMBER =
      WordSet.of(
          "version versions variant variants checkpoint checkpoints member members edition editions"
              + " size sizes");

  /** Comes between a family's name and its sizes. */
  private static final WordSet HOLDS =
      WordSet.of(
          "includes comprises consists spans comes ranges encompasses contains covers offers ships"
              + " provides features has encompassing comprising spanning include comprise consist span come range");

  private static final WordSet OFFERED =
      WordSet.of(
          "available released offered provided open developed built instantiated implemented"
              + " trained designed");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final GenericNames generic;
  private final NameBounds bounds;
  private final NameEnds ends;
  private final Heads heads;

  Families(FieldNames field, Heads heads) {
    tokens = field.tokens;
    shapes = field.shapes;
    generic = field.generic;
    bounds = field.bounds;
    ends = field.ends;
    this.heads = heads;
  }

  /** "X, a family of models, ... 4B and 9B": all sizes of a family are its members'. */
  String seriesName(Mention first) {
    for (int token = first.first - 1; token > first.first - PHRASE && token > 0; token--) {
      if (tokens.endsSentence(token)
          || tokens.has(token, Words.ACTING | Words.VERB)
          || tokens.isWord(token, "than")) {
        return null;
      }
      if (tokens.has(token, Words.SERIES) && tokens.isWord(token + 1, "of")) {
        String name = heads.nameOf(token, first);
        if (name != null || !tokens.is(token - 1, Tokens.WORD)) {
          return name;
        }
      }
    }
    return null;
  }

  /** "Foo comes in two sizes: a 1B and a 7B model", "Two variants of Foo are available: 1B and". */
  String offeredName(Mention first) {
    boolean several = false;
    int sizes = -1;
    for (int token = first.first - 1; token > first.first - REACH && token > 0; token--) {
      if (tokens.endsSentence(token)
          || tokens.has(token, Words.ACTING)
          || tokens.isWord(token, "than")
          || tokens.isWord(token, "that")) {
        return null;
      }
      if (SIZES.has(tokens, token)) {
        several = true;
        sizes = token;
      }
      if (tokens.isWord(token, "in") && sizes - token > 0 && sizes - token < ADJECTIVES) {
        String name = ends.nameEndingAt(token - 1, first);
        if (name != null) {
          return name;
        }
      }
      if (MEMBER.has(tokens, token) && tokens.isWord(token + 1, "of")) {
        return nameAfter(token + 2);
      }
      if (isOffer(token)) {
        int before = tokens.is(token - 1, ',') ? token - 2 : token - 1;
        several |= SIZES.has(tokens, before);
        if (several) {
          return ends.nameEndingAt(before, first);
        }
      }
    }
    return null;
  }

  private boolean isOffer(int token) {
    boolean offered =
        (tokens.isWord(token, "is") || tokens.isWord(token, "are"))
            && OFFERED.has(tokens, token + 1);
    return offered || HOLDS.has(tokens, token);
  }

  /** "the 7B variant of Foo", "both 2B and 7B versions of Foo". */
  String memberName(Mention last) {
    int token = last.last + 1;
    while (tokens.is(token, '-') || tokens.is(token, ')') || tokens.has(token, Words.PARAMETER)) {
      token++;
    }
    token = afterSecond(token);
    int limit = token + ADJECTIVES;
    while (token < limit && !MEMBER.has(tokens, token)) {
      if (!tokens.is(token, Tokens.WORD) || tokens.has(token, Words.STOP)) {
        return null;
      }
      token++;
    }
    return MEMBER.has(tokens, token) && tokens.isWord(token + 1, "of")
        ? nameAfter(token + 2)
        : null;
  }

  // "both base (150M parameters) and large (396M parameters) versions of Foo"
  private int afterSecond(int start) {
    if (!tokens.is(start - 1, ')') || !tokens.isWord(start, "and")) {
      return start;
    }
    int token = start;
    while (token < start + SECOND && !tokens.is(token, ')')) {
      token++;
    }
    return token + 1;
  }

  private String nameAfter(int start) {
    int first = shapes.skipMarks(start);
    if (tokens.isWord(first, "the") || tokens.isWord(first, "our")) {
      first = shapes.skipMarks(first + 1);
    }
    int last = bounds.endOf(first);
    return tokens.startsUpper(first) && !generic.isGeneric(first, last) && !shapes.isPlural(last)
        ? shapes.text(first, shapes.withoutSize(first, last))
        : null;
  }
}
