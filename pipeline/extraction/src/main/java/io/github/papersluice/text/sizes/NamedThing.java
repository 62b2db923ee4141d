package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Phrases.Noun;

/** Tells a model from a data set where a name ends in a number. */
final class NamedThing {
  private static final int REACH = 14;

  private final Tokens tokens;
  private final Phrases phrases;

  NamedThing(Tokens tokens, Phrases phrases) {
    this.tokens = tokens;
    this.phrases = phrases;
  }

  /** "Honey-Data-15M": a word for data in the name itself. */
  boolean isData(Mention mention) {
    for (int token = mention.cluster; token < mention.first; token++) {
      if (tokens.has(token, Words.DATASET | Words.AMOUNT)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a name that ends in a number is said to be: "X-1M, a large dataset of", "X-300M and Y
   * models".
   *
   * @param data the classes of the nouns that mean data
   */
  Noun apposition(int last, int data) {
    int token = skipName(last + 1);
    for (int names = 0; names < 4 && isListed(token); names++) {
      token = skipName(listed(token) + 1);
      if (tokens.has(token, Words.MODEL)) {
        return Noun.MODEL;
      }
      if (tokens.has(token, Words.DATASET | Words.AMOUNT)) {
        return Noun.DATA;
      }
    }
    byte link = tokens.kind(token);
    if (tokens.isWord(token + 1, "which") && tokens.isWord(token + 2, "is")) {
      token += 2;
    }
    boolean article =
        tokens.isWord(token + 1, "a")
            || tokens.isWord(token + 1, "an")
            || tokens.isWord(token + 1, "the");
    return article && (link == ',' || link == ':' || link == Tokens.DASH)
        ? head(token + 2, data)
        : Noun.NONE;
  }

  // ", Y", "and Y", ", and Y": a name has a capital or is not of letters only.
  private boolean isListed(int token) {
    int name = listed(token);
    return name > token
        && tokens.is(name, Tokens.WORD)
        && !tokens.has(name, Words.STOP)
        && (tokens.startsUpper(name) || tokens.glued(name + 1));
  }

  private int listed(int token) {
    int name = tokens.is(token, ',') ? token + 1 : token;
    return tokens.isWord(name, "and") ? name + 1 : name;
  }

  /** Whether the model or data set whose name ends in a number does what only models do. */
  boolean acts(int last) {
    int next = skipName(last + 1);
    return tokens.has(tokens.is(next, ')') ? next + 1 : next, Words.ACTING);
  }

  private int skipName(int start) {
    int token = start;
    while (token < start + REACH
        && tokens.glued(token)
        && (tokens.is(token, Tokens.WORD) || phrases.isWithinPhrase(token))) {
      token++;
    }
    return token;
  }

  private boolean isParticiple(int token) {
    int length = tokens.length(token);
    return length > 5
        && (tokens.at(token, length - 3) | 0x20) == 'i'
        && (tokens.at(token, length - 2) | 0x20) == 'n'
        && (tokens.at(token, length - 1) | 0x20) == 'g';
  }

  // The last telling noun of a phrase: in "a model merging dataset" it is the dataset.
  private Noun head(int start, int data) {
    Noun head = Noun.NONE;
    for (int token = start; token < start + 16; token++) {
      boolean word = tokens.is(token, Tokens.WORD);
      boolean ends =
          word
              ? tokens.has(token, Words.STOP) && !phrases.isCompound(token)
              : !phrases.isWithinPhrase(token) && !(tokens.is(token, ',') && head == Noun.NONE);
      // "a dataset covering eight systems": what is covered is no head.
      if (ends || (head == Noun.DATA && isParticiple(token))) {
        return head;
      }
      if (tokens.has(token, data)) {
        head = Noun.DATA;
      } else if (tokens.has(token, Words.MODEL) && !tokens.is(token + 1, '-')) {
        head = Noun.MODEL;
      }
    }
    return head;
  }
}
