package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;

/** Says whether words are a model's name, and where it begins and ends; knows none by heart. */
final class NameBounds {
  private static final int MOST_CLUSTERS = 4;

  /** Families that are also written in small letters, or with a space before what follows. */
  private static final WordSet FAMILIES =
      WordSet.of("gpt llama qwen mistral gemma phi deepseek pythia bert");

  /** "FP16", "INT8": how weights are written. */
  private static final WordSet PRECISION = WordSet.of("fp int bf nf");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final GenericNames generic;
  private final boolean title;

  /**
   * Names in one field.
   *
   * @param title whether the field is a title, in which ordinary words have capitals
   */
  NameBounds(Tokens tokens, NameShapes shapes, GenericNames generic, boolean title) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.generic = generic;
    this.title = title;
  }

  boolean isNamePart(int first, int last, Mention mention) {
    if (isFamily(first, last) || isNamedBySize(first, last)) {
      return true;
    }
    if (first > last || generic.isGeneric(first, last)) {
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

  // "foo-bar-135m": a size joined to it makes words in small letters a name.
  private boolean isNamedBySize(int first, int last) {
    int name = first < last ? shapes.withoutSize(first, last) : last;
    return name < last
        && !tokens.startsUpper(first)
        && !generic.isDerived(first, name)
        && !tokens.has(name, Words.MODEL | Words.SERIES | Words.SCALE | Words.DATASET);
  }

  // "gpt-oss", "llama": in small letters, too
  private boolean isFamily(int first, int last) {
    return first <= last
        && FAMILIES.has(tokens, first)
        && !generic.isDerived(first, last)
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
      return isWithinName(before, start);
    }
    if (isMethodBefore(before, start - 1)) {
      return false;
    }
    boolean named =
        tokens.is(start, Tokens.NUMBER)
            || tokens.has(start, Words.VARIANT)
            || shapes.isVersion(start);
    return named
        || ((!shapes.isSentenceStart(before) || shapes.isStrong(before, start - 1))
            && (tokens.startsUpper(before) || shapes.isVersion(before))
            && tokens.startsUpper(start)
            && (!shapes.isStrong(start, start)
                || shapes.isCompound(before, start - 1)
                || shapes.isVersion(before)
                || (!title && isFirstName(before, start - 1))));
  }

  // "a fine-tuned ABCD Foo": an acronym behind an adjective says how
  private boolean isMethodBefore(int first, int last) {
    return first == last
        && shapes.isAcronym(first)
        && (tokens.isWord(first - 1, "a")
            || tokens.isWord(first - 1, "an")
            || (tokens.is(first - 1, Tokens.WORD) && shapes.endsWith(first - 1, "ed")));
  }

  // "Foo 5.0 Video Lite": behind a version and before another word of the name.
  private boolean isWithinName(int word, int next) {
    return tokens.startsUpper(word)
        && tokens.startsUpper(next)
        && tokens.has(word, Words.MODALITY | Words.FIELD)
        && tokens.is(word - 1, Tokens.NUMBER)
        && tokens.spaced(word - 1)
        && tokens.startsUpper(shapes.clusterBefore(word - 1));
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
        && !generic.isGeneric(next, shapes.clusterEnd(next))
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
            || generic.isGeneric(first, last)
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
            && !generic.isGeneric(first, last)
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
}
