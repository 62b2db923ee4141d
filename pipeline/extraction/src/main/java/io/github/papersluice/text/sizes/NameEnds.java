package io.github.papersluice.text.sizes;

/** Reads the name that ends before a place, and sets it apart from the nouns that go with it. */
final class NameEnds {
  private static final int MOST_NOUNS = 6;
  private static final int LONGEST_FORMULA = 10;
  private static final String CLOSING = "}$*\"'";

  /** Says between a name and its noun which kind of model it is. */
  private static final WordSet KINDS =
      WordSet.of("thinking instruct chat base dense sparse pretrained distilled parameter");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final NameBounds bounds;
  private final boolean title;

  NameEnds(Tokens tokens, NameShapes shapes, NameBounds bounds, boolean title) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.bounds = bounds;
    this.title = title;
  }

  // The name may be followed by what it is: "OLMo architectures (", "Qwen-2.5 family (".
  String nameEndingAt(int end, Mention mention) {
    String formula = formulaName(end);
    if (formula != null) {
      return formula;
    }
    int last = beforeNouns(end);
    if (!shapes.isWordOrNumber(last) && !(tokens.is(last, '+') && tokens.glued(last))) {
      return null;
    }
    int first = shapes.clusterStart(last);
    if (isSeveral(last, end) && isCoordinated(first)) {
      return null;
    }
    if (isSuffix(first, last)) {
      first = shapes.clusterStart(first - 2);
    }
    if (last < end && !standsAlone(first, last, isKind(last + 1))) {
      return null;
    }
    int before = shapes.clusterBefore(first);
    if (first == last
        && tokens.has(last, Words.VARIANT)
        && before < first
        && shapes.isStrong(before, first - 1)
        && bounds.isNamePart(before, first - 1, mention)) {
      return shapes.text(before, last);
    }
    boolean name =
        tokens.is(first, Tokens.NUMBER)
            ? shapes.clusterBefore(first) < first
                && bounds.isNamePart(shapes.clusterBefore(first), first - 1, mention)
            : bounds.isNamePart(first, last, mention)
                && (tokens.startsUpper(first)
                    || shapes.isStrong(first, last)
                    || shapes.withoutSize(first, last) < last);
    int start = name ? bounds.extend(first, mention) : first;
    boolean variant = start == first && first == last && tokens.has(last, Words.VARIANT);
    variant |= start == first && tokens.isWord(first, "v") && shapes.isVersion(first);
    // "Building Strong Translation LLM": words of a title
    variant |= title && start < first && !shapes.isStrong(first, last);
    return name && !variant ? shapes.text(start, shapes.withoutSize(first, last)) : null;
  }

  private int beforeNouns(int end) {
    int last = end;
    while (last > end - MOST_NOUNS) {
      if (isNoun(last, end)) {
        last = shapes.clusterStart(last) - 1;
      } else if (CLOSING.indexOf(tokens.kind(last)) >= 0) {
        last--;
      } else {
        return last;
      }
    }
    return last;
  }

  // "Foo foundation model", "Foo cross-encoder", "Foo family"
  private boolean isNoun(int token, int end) {
    int first = shapes.clusterStart(token);
    boolean named = first < token && (tokens.startsUpper(first) || tokens.startsUpper(token));
    if (named || !tokens.spaced(first)) {
      return false;
    }
    return tokens.has(token, Words.MODEL | Words.SCALE | Words.SERIES)
        || (token < end && first == token && !tokens.startsUpper(token) && isKind(token));
  }

  // "an RS foundation model", "Unlike large models": the word goes with the noun.
  private boolean standsAlone(int first, int last, boolean ofKind) {
    boolean part = ofKind && shapes.isAcronym(first);
    boolean opening = shapes.isSentenceStart(first) && shapes.isCapitalised(first);
    return first < last || (!part && !opening);
  }

  private boolean isKind(int token) {
    return tokens.has(token, Words.FIELD | Words.MODALITY) || KINDS.has(tokens, token);
  }

  // "ViT-B/16", "Foo-ViT/Ti"
  private boolean isSuffix(int first, int last) {
    return first == last
        && tokens.is(first - 1, '/')
        && tokens.glued(first)
        && tokens.glued(first - 1)
        && tokens.length(first) <= 2
        && tokens.startsUpper(shapes.clusterStart(first - 2));
  }

  /** "$\phi_2$", "Foo-$\alpha$": a name that ends in a formula with letters; null if none does. */
  String formulaName(int close) {
    if (!tokens.is(close, '$') || !tokens.glued(close)) {
      return null;
    }
    int open = close - 1;
    while (open > close - LONGEST_FORMULA && !tokens.is(open, '$')) {
      open--;
    }
    if (!tokens.is(open, '$') || !isLetters(open, close)) {
      return null;
    }
    boolean joined = tokens.glued(open) && tokens.is(open - 1, '-');
    return shapes.text(joined ? shapes.clusterStart(open - 1) : open, close);
  }

  // A command, as in "\alpha", has no token, but takes room.
  private boolean isLetters(int open, int close) {
    int length = 0;
    for (int token = open + 1; token < close; token++) {
      boolean within = tokens.is(token, Tokens.NUMBER) || "_{}^".indexOf(tokens.kind(token)) >= 0;
      if (!within) {
        return false;
      }
      length += tokens.length(token);
    }
    return tokens.start(close) - tokens.end(open) > length + 2;
  }

  // A plural noun after the name: "families", "family models".
  private boolean isSeveral(int name, int end) {
    int noun = tokens.has(end + 1, Words.MODEL) ? end + 1 : end;
    return noun > name
        && tokens.is(noun, Tokens.WORD)
        && tokens.at(noun, tokens.length(noun) - 1) == 's';
  }

  /** "Foo 3, Bar 2, and Baz 1": whether the name that ends at a place is the last of a list. */
  boolean isLastOfSeveral(int end) {
    int first = nameStart(beforeNouns(end));
    int joiner = first - 1;
    if (!tokens.isWord(joiner, "and") && !tokens.is(joiner, '&')) {
      return false;
    }
    int previous = tokens.is(joiner - 1, ',') ? joiner - 2 : joiner - 1;
    return shapes.isWordOrNumber(previous) && tokens.startsUpper(nameStart(previous));
  }

  private int nameStart(int last) {
    int first = shapes.clusterStart(last);
    return tokens.is(first, Tokens.NUMBER) ? shapes.clusterBefore(first) : first;
  }

  // "X and Y models": the numbers are those of neither alone.
  boolean isCoordinated(int first) {
    boolean joiner =
        tokens.isWord(first - 1, "and")
            || tokens.isWord(first - 1, "or")
            || tokens.is(first - 1, '&')
            || tokens.is(first - 1, '/');
    int before = tokens.is(first - 2, ',') ? first - 3 : first - 2;
    return joiner
        && shapes.isWordOrNumber(before)
        && tokens.startsUpper(shapes.clusterStart(before));
  }
}
