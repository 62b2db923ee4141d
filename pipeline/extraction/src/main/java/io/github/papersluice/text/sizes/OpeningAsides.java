package io.github.papersluice.text.sizes;

/** Numbers in the words that open a sentence: "With only 3M parameters, Foo outperforms". */
final class OpeningAsides {
  private static final int LONGEST = 16;
  private static final int CLAUSE = 28;

  /** Begins an aside whose subject is that of the clause behind it. */
  private static final WordSet OPENERS =
      WordSet.of(
          "with despite using having requiring containing comprising featuring released activating"
              + " boasting at by being when while even though although scaled built implemented"
              + " employing");

  /** The subject is another one, or none with a name. */
  private static final WordSet OTHERS = WordSet.of("each it we this they can");

  private static final WordSet ADVERBS = WordSet.of("also still even not");

  private static final WordSet BEFORE_NAME = WordSet.of("the our proposed resulting");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final GenericNames generic;
  private final NameBounds bounds;
  private final Subjects subjects;

  OpeningAsides(FieldNames field, Subjects subjects) {
    tokens = field.tokens;
    shapes = field.shapes;
    generic = field.generic;
    bounds = field.bounds;
    this.subjects = subjects;
  }

  /** The subject of the clause that follows the aside; null if the number is in none. */
  String subject(Mention first, Mention last) {
    if (!isInAside(first.first)) {
      return null;
    }
    for (int token = last.last + 1; token < last.last + CLAUSE && !ends(token); token++) {
      if (tokens.is(token, '(')) {
        token = closing(token) - 1;
      }
      String name = tokens.is(token, ',') ? subjectAt(afterArticle(token + 1)) : null;
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  // "With ten models of 7B each, Foo wins", "With 7B, it wins, and Foo does"
  private boolean ends(int token) {
    return tokens.endsSentence(token)
        || tokens.is(token, ';')
        || tokens.has(token, Words.VERB)
        || OTHERS.has(tokens, token);
  }

  private int afterArticle(int start) {
    int name = shapes.skipMarks(start);
    while (BEFORE_NAME.has(tokens, name)) {
      name++;
    }
    return name;
  }

  private boolean isInAside(int number) {
    for (int token = number - 1; token > number - LONGEST && token >= 0; token--) {
      if (shapes.isSentenceStart(token)) {
        return OPENERS.has(tokens, token) || shapes.endsWith(token, "ing");
      }
      if (OPENERS.has(tokens, token) && opensClause(token - 1)) {
        return true;
      }
    }
    return false;
  }

  // "show that with only 3M parameters, Foo", "show that, with 3M, Foo"
  private boolean opensClause(int before) {
    int word = tokens.is(before, ',') ? before - 1 : before;
    return tokens.isWord(word, "that") || (word < before && isOpeningAdverb(word));
  }

  private boolean isOpeningAdverb(int word) {
    return tokens.is(word, Tokens.WORD)
        && shapes.isSentenceStart(word)
        && shapes.endsWith(word, "ly");
  }

  private int closing(int bracket) {
    int token = bracket;
    while (token < bracket + LONGEST && !tokens.is(token, ')')) {
      token++;
    }
    return token + 1;
  }

  private String subjectAt(int first) {
    boolean digit = tokens.is(first, Tokens.NUMBER) && tokens.glued(first + 1);
    if (!tokens.startsUpper(digit ? first + 1 : first)) {
      return null;
    }
    int last = bounds.endOf(first);
    int verb = shapes.skipClosing(last + 1);
    verb = ADVERBS.has(tokens, verb) ? verb + 1 : verb;
    return subjects.isFinite(verb) && !generic.isGeneric(first, last) && !shapes.isPlural(last)
        ? shapes.text(first, shapes.withoutSize(first, last))
        : null;
  }
}
