package io.github.papersluice.text.sizes;

import java.util.List;

/**
 * Finds the model that a number belongs to when its name stands at a distance: the head of the
 * phrase that the number qualifies, or the sentence's subject.
 */
final class Subjects {
  private static final int SENTENCE = 70;
  private static final int ADVERB = 14;

  private static final WordSet ADVERBIAL =
      WordSet.of("while using despite yet requiring resulting although employing maintaining");

  private static final WordSet ELSEWHERE = WordSet.of("across on for among between");

  private static final WordSet RANGE =
      WordSet.of("from ranging spanning of with various different multiple varying parameter");

  private static final WordSet BEFORE_NAME = WordSet.of("the our proposed");

  private static final WordSet PAST =
      WordSet.of(
          "achieved outperformed reached surpassed showed demonstrated obtained delivered required"
              + " used had attained scored yielded matched exceeded");

  private final Tokens tokens;
  private final NameShapes shapes;
  private final GenericNames generic;
  private final NameBounds bounds;
  private final boolean title;
  private final Appositions appositions;
  private final Heads heads;

  Subjects(FieldNames field, Appositions appositions, Heads heads) {
    tokens = field.tokens;
    shapes = field.shapes;
    generic = field.generic;
    bounds = field.bounds;
    title = field.title;
    this.appositions = appositions;
    this.heads = heads;
  }

  /**
   * The name that governs the number from a distance: "CodeGen2 models in size 1B", "X, a series of
   * models, ranging from 1B", "X achieves this with only 5M parameters".
   */
  String governingName(Mention first, List<Mention> mentions, int index, boolean mayBeAfar) {
    int start = clauseStart(first.first);
    boolean fromAfar = mayBeAfar && !isElsewhere(first.first);
    if (fromAfar && isAdverbial(first.first, start)) {
      String name = subject(start, first, mentions, index);
      if (name != null) {
        return name;
      }
    }
    boolean part = false;
    for (int token = first.first - 1; token >= start && !(part && tokens.is(token, ',')); token--) {
      if (tokens.is(token, ')')) {
        String acronym = appositions.acronymBefore(token);
        if (acronym != null) {
          return acronym;
        }
        token = heads.opening(token, start);
      } else if (heads.isHead(token) && !heads.isRival(token, first)) {
        String name = heads.nameOf(token, first);
        part = name == null && heads.isPart(token);
        if (name == null && title) {
          return subject(start, first, mentions, index);
        }
        if (!part) {
          return name;
        }
      }
    }
    return fromAfar ? subject(start, first, mentions, index) : null;
  }

  // "improves models across 0.8B to 9B", "gains of 3.1 on 3B": sizes of what the subject acts on.
  private boolean isElsewhere(int number) {
    for (int token = number - 1; token > number - ADVERB; token--) {
      if (ELSEWHERE.has(tokens, token)) {
        return true;
      }
      boolean link =
          tokens.has(token, Words.SCALE | Words.MODEL | Words.ABOUT | Words.DETERMINER)
              || RANGE.has(tokens, token)
              || tokens.is(token, '$')
              || tokens.is(token, Tokens.ABOUT);
      if (!link) {
        return false;
      }
    }
    return false;
  }

  private int clauseStart(int end) {
    int stop = Math.max(0, end - SENTENCE);
    for (int token = end - 1; token >= stop; token--) {
      if (tokens.endsSentence(token) || tokens.is(token, ';')) {
        return token + 1;
      }
    }
    return stop;
  }

  // ", with only 5M parameters", "while using 5M": said of the subject, not of the noun before.
  private boolean isAdverbial(int number, int start) {
    for (int token = number - 1; token > number - ADVERB && token > start; token--) {
      if (tokens.is(token, ',') || ADVERBIAL.has(tokens, token)) {
        return true;
      }
      if (heads.isHead(token) && !heads.isPart(token)) {
        return false;
      }
    }
    return false;
  }

  /** The first name of the sentence that is written as one, without a size joined to it. */
  private String subject(int start, Mention mention, List<Mention> mentions, int index) {
    int token = start;
    int found = -1;
    while (token < mention.first) {
      if (tokens.is(token, Tokens.WORD)) {
        int last = shapes.clusterEnd(token);
        if (last < mention.first
            && isSubject(token, last)
            && (found < 0 || opensClause(token, last))) {
          found = token;
        }
        token = last;
      }
      token++;
    }
    if (found < 0 || isOneOfSeveral(found)) {
      return null;
    }
    int last = shapes.clusterEnd(found);
    return shapes.isVersion(found)
        ? shapes.text(bounds.extend(found, mention), last)
        : nameWithoutSize(found, last, mentions, index);
  }

  // "X, Y and Z have": the sentence is about several.
  private boolean isOneOfSeveral(int first) {
    int after = shapes.skipClosing(bounds.endOf(first) + 1);
    boolean joined = tokens.isWord(after, "and") || tokens.is(after, '&') || tokens.is(after, ',');
    int next = shapes.skipMarks(after + 1);
    if (!joined || !tokens.startsUpper(next)) {
      return false;
    }
    int end = shapes.clusterEnd(next);
    int further = shapes.skipClosing(end + 1);
    return shapes.isStrong(next, end)
        && !generic.isGeneric(next, end)
        && (!tokens.is(after, ',') || tokens.is(further, ',') || tokens.isWord(further, "and"));
  }

  // "X achieves 89% with 3M, and Y reaches 87% with 1M": each clause has its subject.
  private boolean opensClause(int first, int last) {
    return tokens.has(last + 1, Words.VERB)
        && (tokens.isWord(first - 1, "and")
            || tokens.isWord(first - 1, "while")
            || tokens.isWord(first - 1, "whereas"));
  }

  private boolean isSubject(int first, int last) {
    if (!tokens.startsUpper(first)
        || generic.isGeneric(first, last)
        || shapes.isPlural(last)
        || isMetric(first)
        || !isIntroduced(first, last)) {
      return false;
    }
    boolean verb = tokens.has(last + 1, Words.STOP) && tokens.spaced(last + 1);
    return (shapes.isStrong(first, last) && !shapes.hasLowerPart(first, last))
        || (verb && first == last && !bounds.isOrdinary(first) && tokens.isWord(last + 1, "is"));
  }

  // What a sentence is about opens it, does something, or is presented: "X achieves", "Notably, X,
  // with", "we propose X", "cost of X is".
  private boolean isIntroduced(int first, int last) {
    int before = first - 1;
    while (tokens.is(before, '{')
        || tokens.is(before, '$')
        || tokens.is(before, '"')
        || BEFORE_NAME.has(tokens, before)) {
      before--;
    }
    if ((tokens.has(last + 1, Words.VERB) && !tokens.is(before, '('))
        || (tokens.is(before, ',') && isFinite(last + 1))) {
      return true;
    }
    boolean opens =
        before < 0
            || tokens.endsSentence(before)
            || (tokens.is(before, ':') && (title || isFinite(last + 1)))
            || tokens.is(before, ';');
    return opens
        || tokens.has(before, Words.PRESENTING)
        || (tokens.is(last + 1, ',') && tokens.isWord(last + 2, "which") && isFinite(last + 3))
        || (tokens.is(before, ',')
            && tokens.is(last + 1, ',')
            && tokens.has(last + 2, Words.STOP)
            && !tokens.has(last + 2, Words.JOINER));
  }

  /** "achieves", "consistently", "showed": what follows the subject of a clause. */
  boolean isFinite(int token) {
    return tokens.has(token, Words.VERB) || shapes.isVerbLike(token) || PAST.has(tokens, token);
  }

  // "57.8 AP", "19.5% mAP50": what has a number before it is measured in, and no model.
  boolean isMetric(int first) {
    return tokens.is(first - 1, Tokens.NUMBER) || tokens.is(first - 1, '%');
  }

  private String nameWithoutSize(int first, int last, List<Mention> mentions, int index) {
    for (int i = index - 1; i >= 0 && mentions.get(i).first >= first; i--) {
      if (mentions.get(i).first <= last && mentions.get(i).model != null) {
        return mentions.get(i).model;
      }
    }
    return shapes.text(first, shapes.withoutSize(first, last));
  }
}
