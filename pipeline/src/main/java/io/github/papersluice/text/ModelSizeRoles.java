package io.github.papersluice.text;

import io.github.papersluice.model.SizeRole;

/** Tells what a number of parameters counts: all of them, the active or the trained ones. */
final class ModelSizeRoles {
  private static final int REACH = 6;

  private final ModelSizeTokens tokens;

  ModelSizeRoles(ModelSizeTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The role of the numbers of a list.
   *
   * @param first its first number
   * @param last its last number
   */
  SizeRole of(ModelSizeMention first, ModelSizeMention last) {
    if (isEffectivePrefix(first)) {
      return SizeRole.ACTIVE;
    }
    SizeRole right = right(last.last);
    if (right != null) {
      return right;
    }
    return tokens.isWord(last.last + 1, "total") ? SizeRole.TOTAL : left(first.first, last.last);
  }

  /** "A3B" and "E2B": a lone A or E before the number, after a hyphen or a space. */
  boolean isEffectivePrefix(ModelSizeMention mention) {
    int prefix = mention.first - 1;
    if (!tokens.glued(mention.first) || !tokens.is(prefix, ModelSizeTokens.WORD)) {
      return false;
    }
    byte letter = tokens.at(prefix, 0);
    boolean free = tokens.spaced(prefix) || !tokens.is(prefix - 1, ModelSizeTokens.NUMBER);
    return tokens.length(prefix) == 1 && (letter == 'A' || letter == 'E' || letter == 'a') && free;
  }

  // "2B activated parameters", "3.8M trainable parameters", "32B active", "58K extra parameters".
  private SizeRole right(int last) {
    boolean trained = false;
    for (int token = last + 1; token <= last + REACH; token++) {
      if (isStop(token)) {
        return isOfWhichActive(token) ? SizeRole.ACTIVE : null;
      }
      if (tokens.has(token, ModelSizeWords.ACTIVE)) {
        return SizeRole.ACTIVE;
      }
      trained |= tokens.has(token, ModelSizeWords.TRAINED);
      if (tokens.has(token, ModelSizeWords.PARAMETER)) {
        return trained ? SizeRole.TRAINABLE : after(token + 1);
      }
    }
    return null;
  }

  // "8B parameters active per token", "3M parameters are trained".
  private SizeRole after(int token) {
    int word = tokens.isWord(token, "are") || tokens.isWord(token, "is") ? token + 1 : token;
    if (tokens.has(word, ModelSizeWords.ACTIVE)) {
      return SizeRole.ACTIVE;
    }
    return tokens.has(word, ModelSizeWords.TRAINED) && word > token ? SizeRole.TRAINABLE : null;
  }

  private boolean isOfWhichActive(int token) {
    if (tokens.isWord(token, "of") && tokens.isWord(token + 1, "which")) {
      return tokens.has(token + 2, ModelSizeWords.ACTIVE)
          || tokens.has(token + 3, ModelSizeWords.ACTIVE);
    }
    return (tokens.isWord(token, "are") || tokens.isWord(token, "is"))
        && tokens.has(token + 1, ModelSizeWords.ACTIVE);
  }

  private boolean isStop(int token) {
    byte kind = tokens.kind(token);
    boolean within = kind == '-' || kind == '$' || kind == '}' || kind == '+';
    return kind == ModelSizeTokens.WORD
        ? tokens.has(token, ModelSizeWords.STOP) && !tokens.has(token, ModelSizeWords.TRAINED)
        : !within;
  }

  // "activating only 2B", "adds just 3M parameters", "trainable parameters (3M)".
  private SizeRole left(int first, int last) {
    for (int token = first - 1; token >= first - 5 && token >= 0; token--) {
      if (tokens.has(token, ModelSizeWords.ACTIVE)) {
        return SizeRole.ACTIVE;
      }
      if ((isAdding(token) && tokens.has(last + 1, ModelSizeWords.PARAMETER))
          || isTrainedParameters(token)) {
        return SizeRole.TRAINABLE;
      }
      if (!isNeutral(token)) {
        return SizeRole.TOTAL;
      }
    }
    return SizeRole.TOTAL;
  }

  private boolean isTrainedParameters(int token) {
    return tokens.has(token, ModelSizeWords.PARAMETER)
        && tokens.has(token - 1, ModelSizeWords.TRAINED);
  }

  private boolean isAdding(int token) {
    return tokens.isWord(token, "adding")
        || tokens.isWord(token, "adds")
        || tokens.isWord(token, "add")
        || tokens.isWord(token, "tuning")
        || tokens.isWord(token, "updating")
        || tokens.isWord(token, "updates")
        || tokens.isWord(token, "tunes")
        || tokens.isWord(token, "introduces")
        || tokens.isWord(token, "introducing");
  }

  private boolean isNeutral(int token) {
    byte kind = tokens.kind(token);
    return kind == ModelSizeTokens.ABOUT
        || kind == '$'
        || kind == '('
        || kind == '<'
        || kind == '{'
        || tokens.has(
            token,
            ModelSizeWords.MERE | ModelSizeWords.ABOUT | ModelSizeWords.LESS | ModelSizeWords.MORE)
        || tokens.isWord(token, "than")
        || tokens.isWord(token, "at")
        || tokens.isWord(token, "to")
        || tokens.isWord(token, "of")
        || tokens.isWord(token, "is")
        || tokens.isWord(token, "are")
        || tokens.isWord(token, "an")
        || tokens.isWord(token, "up");
  }
}
