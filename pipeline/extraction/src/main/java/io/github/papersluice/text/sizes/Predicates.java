package io.github.papersluice.text.sizes;

/** Numbers that are said of something: "X with only 5M parameters", "X ranging from 1B to 7B". */
final class Predicates {
  private static final int PHRASE = 9;
  private static final int LONGEST_BRACKET = 12;

  private static final WordSet COUNT =
      WordSet.of("parameters parameter params footprint count budget");

  /** What follows these has a size of its own. */
  private static final WordSet ELSEWHERE = WordSet.of("for on across among between and or");

  private static final WordSet COMPARED = WordSet.of("over than against versus vs");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final NameEnds ends;
  private final boolean title;
  private final Subjects subjects;
  private final Heads heads;
  private final Phrases phrases;

  Predicates(FieldNames field, Subjects subjects, Heads heads, Phrases phrases) {
    tokens = field.tokens;
    shapes = field.shapes;
    ends = field.ends;
    title = field.title;
    this.subjects = subjects;
    this.heads = heads;
    this.phrases = phrases;
  }

  /** The name directly before "with 7B", "from 1B", "having 3M"; null if there is none. */
  String directName(Mention first) {
    int token = first.first - 1;
    int limit = token - PHRASE;
    while (token > limit && (isLink(token) || isOpening(token) || tokens.is(token, Tokens.ABOUT))) {
      token--;
    }
    if (token == first.first - 1) {
      return null;
    }
    String formula = ends.formulaName(token);
    if (formula != null) {
      return formula;
    }
    while (tokens.is(token, '}') || tokens.is(token, '$')) {
      token--;
    }
    if (tokens.is(token, ',') && (isAside(first.last) || isRelative(first))) {
      return ends.nameEndingAt(token - 1, first);
    }
    if (!shapes.isWordOrNumber(token)) {
      return null;
    }
    if (tokens.has(token, Words.MODEL) && heads.isRival(token, first)) {
      return null;
    }
    int start = shapes.clusterStart(token);
    boolean rival = shapes.withoutSize(start, token) < token;
    boolean simple = title && (!shapes.isStrong(start, token) || tokens.has(token, Words.MODEL));
    return rival
            || simple
            || isOutdone(start, first)
            || isCompared(start, token + 1)
            || isPlace(start - 1)
            || subjects.isMetric(start)
            || shapes.isPlural(token)
        ? null
        : ends.nameEndingAt(token, first);
  }

  private boolean isOpening(int token) {
    return tokens.is(token, '$') && (tokens.spaced(token) || !tokens.spaced(token + 1));
  }

  /** "X, which has 110M parameters": the number is that of what stands before. */
  boolean isRelative(Mention first) {
    for (int token = first.first - 1; token > first.first - PHRASE; token--) {
      if (tokens.isWord(token, "which")) {
        return tokens.is(token - 1, ',');
      }
      if (!isLink(token) && !tokens.is(token, '$') && !tokens.is(token, Tokens.ABOUT)) {
        return false;
      }
    }
    return false;
  }

  /** "X and Y have 3M and 8M parameters": the numbers are not all those of Y. */
  boolean isShared(Mention first) {
    int verb = first.first - 1;
    while (tokens.has(verb, Words.MERE | Words.ABOUT)) {
      verb--;
    }
    return tokens.isWord(verb, "have")
        && shapes.isWordOrNumber(verb - 1)
        && ends.isCoordinated(shapes.clusterStart(verb - 1));
  }

  // "outperforms Y while using only 2M", "the same as Y but with 2M": the number is not that of Y.
  private boolean isOutdone(int name, Mention first) {
    boolean own = tokens.has(first.first - 1, Words.MERE);
    for (int token = first.first - 1; token > name; token--) {
      if (tokens.isWord(token, "but")) {
        return true;
      }
      own |= tokens.isWord(token, "while");
    }
    return own && tokens.has(name - 1, Words.ACTING);
  }

  // "gains over Y at the 3B scale": Y is what something is compared to at that scale.
  private boolean isCompared(int name, int link) {
    if (!tokens.isWord(link, "at")) {
      return false;
    }
    int before = name - 1;
    while (before > name - 3 && tokens.is(before, Tokens.WORD) && !COMPARED.has(tokens, before)) {
      before--;
    }
    return COMPARED.has(tokens, before);
  }

  // "X, with only 38B parameters, delivers": the number stands in an aside on X.
  private boolean isAside(int last) {
    for (int token = last + 1; token < last + PHRASE; token++) {
      if (tokens.is(token, ',')) {
        return tokens.has(token + 1, Words.VERB) || shapes.isVerbLike(token + 1);
      }
      if (tokens.has(token, Words.VERB) || tokens.endsSentence(token)) {
        return false;
      }
    }
    return false;
  }

  private boolean isLink(int token) {
    if (ELSEWHERE.has(tokens, token)) {
      return false;
    }
    return (tokens.has(token, Words.STOP | Words.MERE | Words.ABOUT | Words.LESS | Words.MORE)
            && !tokens.startsUpper(token))
        || tokens.isWord(token, "ranging")
        || tokens.isWord(token, "contains")
        || tokens.isWord(token, "having")
        || tokens.isWord(token, "containing")
        || tokens.isWord(token, "comprising")
        || tokens.isWord(token, "total")
        || tokens.isWord(token, "comprises")
        || tokens.isWord(token, "features")
        || tokens.isWord(token, "featuring");
  }

  private boolean isPlace(int token) {
    int before = tokens.isWord(token, "the") ? token - 1 : token;
    return tokens.isWord(before, "on")
        || tokens.isWord(before, "in")
        || tokens.isWord(before, "across")
        || tokens.isWord(before, "for")
        || tokens.isWord(before, "at");
  }

  private boolean closes(int token) {
    return tokens.is(token, ')') || tokens.endsSentence(token);
  }

  // "with only 5M parameters", "ranging from 1B to 7B": no phrase of its own with an article, so
  // the number belongs to what the sentence speaks of.
  boolean isPredicate(Mention first, Mention last) {
    if (tokens.isWord(last.last + 1, "total") && !tokens.is(last.last + 2, Tokens.WORD)) {
      return true;
    }
    Phrases.Noun right = phrases.right(last.last);
    if (right == Phrases.Noun.MODEL || phrases.describesModel(last.last)) {
      return false;
    }
    if (right == Phrases.Noun.NONE && phrases.hasOwnNoun(last.last)) {
      return false;
    }

    for (int token = first.first - 1; token > first.first - 6; token--) {
      if (tokens.isWord(token, "a") || tokens.isWord(token, "an") || tokens.isWord(token, "our")) {
        return false;
      }
      if (!tokens.has(token, Words.STOP | Words.MERE | Words.ABOUT)) {
        break;
      }
    }
    return true;
  }

  // "model sizes (8B vs. 70B)", "larger models (e.g., 8B)" tell no owner, "its model size (26M)"
  // does.
  boolean isBracketed(int last) {
    int token = last;
    while (token > last - LONGEST_BRACKET && !tokens.is(token, '(') && !closes(token)) {
      token--;
    }
    if (!tokens.is(token, '(')) {
      return false;
    }
    for (int before = token - 1; before > token - 6; before--) {
      boolean owned = tokens.isWord(before, "its") || tokens.isWord(before, "has");
      if (owned || (before == token - 1 && COUNT.has(tokens, before))) {
        return false;
      }
    }
    return true;
  }
}
