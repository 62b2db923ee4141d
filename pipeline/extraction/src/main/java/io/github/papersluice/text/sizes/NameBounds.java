package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;

/** Says whether words are a model's name, and where it begins and ends; knows none by heart. */
final class NameBounds {
  private static final int MOST_CLUSTERS = 4;
  private static final int MOST_NOUNS = 6;
  private static final int LONGEST_FORMULA = 10;

  /** Families that are also written in small letters, or with a space before what follows. */
  private static final WordSet FAMILIES =
      WordSet.of("gpt llama qwen mistral gemma phi deepseek pythia bert");

  private static final String CLOSING = "}$*\"'";

  /** Says between a name and its noun which kind of model it is. */
  private static final WordSet KINDS =
      WordSet.of("thinking instruct chat base dense sparse pretrained distilled parameter");

  /** "FP16", "INT8": how weights are written. */
  private static final WordSet PRECISION = WordSet.of("fp int bf nf");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final boolean title;

  /**
   * Names in one field.
   *
   * @param title whether the field is a title, in which ordinary words have capitals
   */
  NameBounds(Tokens tokens, NameShapes shapes, boolean title) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.title = title;
  }

  boolean isNamePart(int first, int last, Mention mention) {
    if (isFamily(first, last)) {
      return true;
    }
    if (first > last || shapes.isGeneric(first, last)) {
      return false;
    }
    if (shapes.isStrong(first, last) || (first < last && tokens.startsUpper(first))) {
      return true;
    }
    if (!tokens.startsUpper(first)) {
      return mention.unitIsLower
          && !mention.unitIsWord
          && mention.unit == Unit.BILLION
          && !tokens.has(last, Words.VERB)
          && first == last
          && tokens.is(first, Tokens.WORD);
    }
    return !isOrdinary(first);
  }

  // "gpt-oss", "llama": in small letters, too
  private boolean isFamily(int first, int last) {
    return first <= last
        && FAMILIES.has(tokens, first)
        && !shapes.isDerived(first, last)
        && (first == last || !tokens.has(last, Words.MODEL | Words.SERIES | Words.SCALE));
  }

  // A capital alone makes no name of a sentence's first word in -ing or -ed, nor of a title's word
  // behind an article.
  boolean isOrdinary(int word) {
    if (tokens.has(word, Words.VARIANT)) {
      return tokens.has(word - 1, Words.DETERMINER | Words.STOP)
          || tokens.is(word - 1, ':')
          || shapes.isSentenceStart(word);
    }
    if (title && shapes.endsWith(word, "s") && tokens.is(word - 1, Tokens.WORD)) {
      return true;
    }
    if (shapes.isSentenceStart(word)
        && (shapes.endsWith(word, "ing")
            || shapes.endsWith(word, "ed")
            || shapes.endsWith(word, "ly")
            || tokens.has(word + 1, Words.MODEL))) {
      return true;
    }
    boolean capitals = title || (tokens.startsUpper(word + 1) && tokens.has(word + 1, Words.MODEL));
    for (int before = word - 1; capitals && before > word - 4; before--) {
      if (tokens.isWord(before, "a") || tokens.isWord(before, "an")) {
        return true;
      }
      if (!tokens.startsUpper(before)) {
        return false;
      }
    }
    return false;
  }

  /** Where a name of several words begins whose last one begins at a token. */
  int extend(int first, Mention mention) {
    int start = first;
    for (int step = 0; step < MOST_CLUSTERS; step++) {
      int before = shapes.clusterBefore(start);
      if (before == start || !continues(before, start, mention)) {
        return start;
      }
      start = before;
    }
    return start;
  }

  private boolean continues(int before, int start, Mention mention) {
    if (tokens.is(before, Tokens.NUMBER)) {
      return (tokens.has(start, Words.VARIANT) || tokens.startsUpper(start))
          && shapes.clusterEnd(before) == before
          && tokens.length(before) <= 4
          && shapes.clusterBefore(before) < before
          && isNamePart(shapes.clusterBefore(before), before - 1, mention);
    }
    if (!isNamePart(before, start - 1, mention)) {
      return false;
    }
    boolean named =
        tokens.is(start, Tokens.NUMBER)
            || tokens.has(start, Words.VARIANT)
            || shapes.isVersion(start);
    return named
        || ((!shapes.isSentenceStart(before) || shapes.isStrong(before, start - 1))
            && tokens.startsUpper(before)
            && tokens.startsUpper(start)
            && (!shapes.isStrong(start, start)
                || shapes.isCompound(before, start - 1)
                || (!title && isFirstName(before, start - 1))));
  }

  // "DeepSeek R1", "Meta LLaMA", "Danish BERT": a name or a word with a capital, no acronym.
  private boolean isFirstName(int first, int last) {
    return first == last
        && (!shapes.isAcronym(first) || FAMILIES.has(tokens, first))
        && !tokens.has(first, Words.VARIANT)
        && !shapes.endsWith(first, "ing")
        && !shapes.endsWith(first, "ed");
  }

  /**
   * Last token of the name that begins at a token, with a version after a space: "Foo-Image 2.0".
   */
  int endOf(int first) {
    int last = shapes.clusterEnd(first);
    int next = last + 1;
    for (int step = 0; step < MOST_CLUSTERS && isFurther(next); step++) {
      last = shapes.clusterEnd(next);
      next = last + 1;
    }
    int version = last + 1;
    boolean follows =
        tokens.is(version, Tokens.NUMBER)
            && tokens.spaced(version)
            && tokens.length(version) <= 3
            && (tokens.spaced(version + 1) || !shapes.isWordOrNumber(version + 1))
            && !tokens.has(version + 1, Words.UNIT | Words.DATA | Words.PARAMETER)
            && !tokens.is(version + 1, '%');
    return follows ? version : last;
  }

  private boolean isFurther(int next) {
    return !title
        && tokens.startsUpper(next)
        && tokens.spaced(next)
        && !shapes.isGeneric(next, shapes.clusterEnd(next))
        && !shapes.isPlural(shapes.clusterEnd(next));
  }

  String nameAt(int first) {
    if (!tokens.startsUpper(first)
        && tokens.spaced(first)
        && isFamily(first, shapes.clusterEnd(first))) {
      return shapes.text(first, shapes.withoutSize(first, endOf(first)));
    }
    if (!tokens.startsUpper(first) || !tokens.spaced(first)) {
      return null;
    }
    int last = shapes.clusterEnd(first);
    boolean acronym = first == last && !shapes.isMixed(first);
    return acronym
            || shapes.isGeneric(first, last)
            || !shapes.isStrong(first, last)
            || shapes.isHyphened(first, last)
            || shapes.hasLowerPart(first, last)
            || tokens.has(first, Words.VARIANT)
            || shapes.isPlural(last)
            || PRECISION.has(tokens, first)
        ? null
        : shapes.text(first, shapes.withoutSize(first, last));
  }

  /** The name in "our model, X, has" or "our model X has"; null if none follows the noun. */
  String nameOf(int noun) {
    return tokens.is(noun + 1, ',') ? enclosedName(noun + 2, (byte) ',') : nameAt(noun + 1);
  }

  String enclosedName(int start, byte opening) {
    int first = shapes.skipMarks(start);
    if (!tokens.startsUpper(first)) {
      return null;
    }
    int last = shapes.clusterEnd(first);
    int after = last + 1;
    while (tokens.is(after, '}')) {
      after++;
    }
    boolean closed =
        opening == '('
            ? tokens.is(after, ')')
            : (tokens.is(after, ',') && !tokens.isWord(after + 1, "and"))
                || tokens.is(after, '.')
                || tokens.is(after, ';');
    return closed
            && (shapes.isStrong(first, last) || isAside(first, after))
            && !shapes.isGeneric(first, last)
            && !shapes.isPlural(last)
        ? shapes.text(first, shapes.withoutSize(first, last))
        : null;
  }

  // "our model, Foo, is": a word with a capital, unless a list goes on.
  private boolean isAside(int word, int after) {
    return !title
        && tokens.is(word - 1, ',')
        && tokens.is(after, ',')
        && shapes.clusterEnd(word) == word
        && tokens.length(word) > 3
        && !shapes.isOrigin(word)
        && !tokens.startsUpper(after + 1);
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
        && isNamePart(before, first - 1, mention)) {
      return shapes.text(before, last);
    }
    boolean name =
        tokens.is(first, Tokens.NUMBER)
            ? shapes.clusterBefore(first) < first
                && isNamePart(shapes.clusterBefore(first), first - 1, mention)
            : isNamePart(first, last, mention)
                && (tokens.startsUpper(first) || shapes.isStrong(first, last));
    int start = name ? extend(first, mention) : first;
    boolean variant = start == first && first == last && tokens.has(last, Words.VARIANT);
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

  /**
   * "$\\phi_2$", "Foo-$\\alpha$": a name that ends in a formula with letters; null if none does.
   */
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

  // A command, as in "\\alpha", has no token, but takes room.
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
