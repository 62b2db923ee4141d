package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Phrases.Noun;

/** Reads the phrase before a number for the noun that tells what it counts. */
final class LeftPhrase {
  private final Tokens tokens;

  LeftPhrase(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The nearest noun before a token, in its sentence, that tells anything; -1 if none does. */
  int telling(int first, int reach) {
    return telling(first, reach, Words.AMOUNT);
  }

  private int telling(int first, int reach, int data) {
    for (int token = first - 1; token >= first - reach && token >= 0; token--) {
      if (tokens.endsSentence(token) || tokens.is(token, ';')) {
        return -1;
      }
      if (nounAt(token, data) != Noun.NONE) {
        return token;
      }
    }
    return -1;
  }

  /**
   * What the nearest telling noun says.
   *
   * @param data the class of the nouns that mean data
   */
  Noun noun(int first, int reach, int data) {
    int token = telling(first, reach, data);
    return token < 0 ? Noun.NONE : nounAt(token, data);
  }

  /** What a word before a number says of it. */
  Noun nounAt(int token, int data) {
    int classes = tokens.classes(token);
    if ((classes & Words.PARAMETER) != 0) {
      return Noun.PARAMETER;
    }
    if ((classes & (data | Words.DATASET)) != 0) {
      return Noun.DATA;
    }
    if (tokens.isWord(token, "on") && tokens.has(token - 1, Words.TRAINING)) {
      return Noun.DATA;
    }
    if ((classes & (Words.MODEL | Words.ACTIVE)) != 0) {
      return Noun.MODEL;
    }
    if ((classes & Words.SCALE) == 0) {
      return Noun.NONE;
    }
    if (tokens.has(token - 1, Words.PARAMETER)) {
      return Noun.PARAMETER;
    }
    int others = Words.DATA | Words.DATASET | Words.MODALITY | Words.SIZED;
    return tokens.has(token - 1, others) ? Noun.DATA : Noun.SCALE;
  }

  // "model sizes from 1 billion", "the size of the model to 1 billion"; not "scale the number of
  // points to 1 million".
  boolean isModelScale(int first) {
    for (int token = first - 1;
        token > first - 16 && token >= 0 && !tokens.endsSentence(token);
        token--) {
      if (tokens.has(token, Words.MODEL | Words.PARAMETER)) {
        return true;
      }
      if (tokens.isWord(token, "number") || tokens.has(token, Words.DATA | Words.DATASET)) {
        return false;
      }
    }
    return false;
  }

  /** "outperforms X", "compared with X", "than X": models are measured against models. */
  boolean isRival(int name) {
    int before = name - 1;
    if (tokens.isWord(before, "with")
        || tokens.isWord(before, "to")
        || tokens.isWord(before, "against")) {
      return tokens.isWord(before - 1, "compare")
          || tokens.isWord(before - 1, "compared")
          || tokens.isWord(before - 1, "comparable");
    }
    return tokens.isWord(before, "than") || tokens.has(before, Words.ACTING);
  }

  /** "on X-1M", "using the X-1M": what one works on, and no model. */
  boolean isWorkedOn(int start) {
    int before = tokens.isWord(start - 1, "the") ? start - 2 : start - 1;
    return tokens.isWord(before, "on")
        || tokens.isWord(before, "using")
        || tokens.isWord(before, "from")
        || tokens.isWord(before, "with")
        || tokens.isWord(before, "of")
        || tokens.isWord(before, "complete");
  }
}
