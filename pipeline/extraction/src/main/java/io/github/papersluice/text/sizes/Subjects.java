package io.github.papersluice.text.sizes;

import java.util.List;

/**
 * Finds the model that a number belongs to when its name stands at a distance: the head of the
 * phrase that the number qualifies, or the sentence's subject.
 */
final class Subjects {
  private static final int PHRASE = 9;
  private static final int SENTENCE = 70;

  private final Tokens tokens;
  private final NameShapes shapes;
  private final NameBounds bounds;
  private final Appositions appositions;

  Subjects(Tokens tokens, NameShapes shapes, NameBounds bounds, Appositions appositions) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.bounds = bounds;
    this.appositions = appositions;
  }

  /**
   * The name that governs the number from a distance: "CodeGen2 models in size 1B", "X, a series of
   * models, ranging from 1B", "X achieves this with only 5M parameters".
   */
  String governingName(Mention first, List<Mention> mentions, int index, boolean fromAfar) {
    int stop = Math.max(0, first.first - SENTENCE);
    for (int token = first.first - 1; token >= stop; token--) {
      if (tokens.endsSentence(token) || tokens.is(token, ';')) {
        stop = token + 1;
        break;
      }
      if (tokens.is(token, ')')) {
        String acronym = appositions.acronymBefore(token);
        if (acronym != null) {
          return acronym;
        }
        token = opening(token, stop);
        continue;
      }
      if (isHead(token) && !isRival(token, first)) {
        return headName(token, first);
      }
    }
    return fromAfar ? subject(stop, first, mentions, index) : null;
  }

  private int opening(int close, int stop) {
    int token = close;
    while (token > stop && !tokens.is(token, '(')) {
      token--;
    }
    return token;
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

  // "model size of 146M" speaks of the size, not of another model.
  private boolean isHead(int token) {
    return tokens.has(token, Words.MODEL)
        && !tokens.is(token + 1, '-')
        && (tokens.spaced(token) || !tokens.startsUpper(token))
        && !tokens.has(token + 1, Words.SCALE | Words.PARAMETER)
        && (!tokens.startsUpper(token) || shapes.isAcronym(token));
  }

  private String headName(int head, Mention mention) {
    String name = bounds.nameEndingAt(head - 1, mention);
    name = name != null ? name : bounds.nameOf(head);
    if (name != null) {
      return name;
    }
    for (int token = head - 1; token > head - 20 && token > 0; token--) {
      if (tokens.is(token, ')')) {
        token = opening(token, head - 20);
      }
      boolean article = tokens.isWord(token, "a") || tokens.isWord(token, "an");
      if (article && (tokens.is(token - 1, ',') || tokens.isWord(token - 1, "is"))) {
        return appositions.nameBeforeArticle(token - 1, mention);
      }
      if (tokens.has(token, Words.STOP)
          && tokens.spaced(token)
          && !tokens.isWord(token, "of")
          && !tokens.isWord(token, "and")) {
        return null;
      }
    }
    return null;
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
    if (found < 0) {
      return null;
    }
    int last = shapes.clusterEnd(found);
    return shapes.isVersion(found)
        ? shapes.text(bounds.extend(found, mention), last)
        : nameWithoutSize(found, last, mentions, index);
  }

  // "X achieves 89% with 3M, and Y reaches 87% with 1M": each clause has its subject.
  private boolean opensClause(int first, int last) {
    return tokens.has(last + 1, Words.VERB)
        && (tokens.isWord(first - 1, "and")
            || tokens.isWord(first - 1, "while")
            || tokens.isWord(first - 1, "whereas"));
  }

  /** "With only 3M parameters, X outperforms": the subject follows the aside that opens. */
  String followingSubject(Mention first, Mention last) {
    int start = first.first - 1;
    while (start > first.first - PHRASE
        && !shapes.isSentenceStart(start)
        && (tokens.is(start, Tokens.WORD) || !tokens.is(start, ','))) {
      start--;
    }
    if (!shapes.isSentenceStart(start) || !opensAside(start)) {
      return null;
    }
    int comma = last.last + 1;
    while (comma < last.last + PHRASE && !tokens.is(comma, ',') && !tokens.endsSentence(comma)) {
      comma++;
    }
    int name = shapes.skipMarks(comma + 1);
    if (tokens.isWord(name, "our") || tokens.isWord(name, "the")) {
      name++;
    }
    if (!tokens.is(comma, ',') || !tokens.startsUpper(name)) {
      return null;
    }
    int end = shapes.clusterEnd(name);
    boolean acts = tokens.has(end + 1, Words.VERB) || isVerbLike(end + 1);
    return acts && !shapes.isGeneric(name, end) && !shapes.isPlural(end)
        ? shapes.text(name, shapes.withoutSize(name, end))
        : null;
  }

  private boolean opensAside(int start) {
    return tokens.isWord(start, "with")
        || tokens.isWord(start, "despite")
        || tokens.isWord(start, "using")
        || tokens.isWord(start, "having")
        || tokens.isWord(start, "requiring")
        || tokens.isWord(start, "containing")
        || tokens.isWord(start, "comprising")
        || tokens.isWord(start, "featuring")
        || tokens.isWord(start, "released");
  }

  /** "X, a family of models, ... 4B and 9B": all sizes of a family are its members'. */
  String seriesName(Mention first) {
    for (int token = first.first - 1; token > first.first - SENTENCE / 2 && token > 0; token--) {
      if (tokens.endsSentence(token)
          || tokens.has(token, Words.ACTING | Words.VERB)
          || tokens.isWord(token, "than")) {
        return null;
      }
      if (tokens.has(token, Words.SERIES) && tokens.isWord(token + 1, "of")) {
        return headName(token, first);
      }
    }
    return null;
  }

  private boolean isSubject(int first, int last) {
    if (!tokens.startsUpper(first)
        || shapes.isGeneric(first, last)
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
        || tokens.isWord(before, "the")
        || tokens.isWord(before, "our")
        || tokens.isWord(before, "proposed")) {
      before--;
    }
    if ((tokens.has(last + 1, Words.VERB) && !tokens.is(before, '('))
        || (tokens.is(before, ',') && isVerbLike(last + 1))) {
      return true;
    }
    boolean opens =
        before < 0
            || tokens.endsSentence(before)
            || tokens.is(before, ':')
            || tokens.is(before, ';');
    return opens
        || tokens.has(before, Words.PRESENTING)
        || (tokens.is(before, ',')
            && tokens.is(last + 1, ',')
            && tokens.has(last + 2, Words.STOP)
            && !tokens.has(last + 2, Words.JOINER));
  }

  // "establishes", "consistently": behind a name that opens a clause
  boolean isVerbLike(int token) {
    return tokens.is(token, Tokens.WORD)
        && !tokens.startsUpper(token)
        && tokens.length(token) > 4
        && (shapes.endsWith(token, "s") || shapes.endsWith(token, "ly"))
        && !tokens.has(token, Words.MODEL | Words.DATA | Words.DATASET);
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
