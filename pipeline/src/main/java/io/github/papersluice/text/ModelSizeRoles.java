package io.github.papersluice.text;

import io.github.papersluice.model.SizeRole;

/** Tells what a number of parameters counts: all of them, the active or the trained ones. */
final class ModelSizeRoles {
  private static final int REACH = 6;
  private static final int LEFT_REACH = 6;

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
    SizeRole right = right(first.first, last.last);
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
  private SizeRole right(int first, int last) {
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
        return trained ? SizeRole.TRAINABLE : after(first, token + 1);
      }
    }
    return null;
  }

  // "8B parameters active per token", "3M parameters are updated", "only 3M parameters are
  // trained";
  // but a model of 3M parameters is trained as a whole.
  private SizeRole after(int first, int token) {
    int word = tokens.isWord(token, "are") || tokens.isWord(token, "is") ? token + 1 : token;
    if (tokens.has(word, ModelSizeWords.ACTIVE)) {
      return SizeRole.ACTIVE;
    }
    int participle = tokens.isWord(word, "fine") && tokens.is(word + 1, '-') ? word + 2 : word;
    boolean tuned =
        tokens.isWord(participle, "tuned")
            || tokens.isWord(participle, "trained")
            || tokens.isWord(participle, "finetuned");
    boolean trained =
        tuned
            ? tokens.has(first - 1, ModelSizeWords.MERE | ModelSizeWords.LESS)
            : tokens.has(participle, ModelSizeWords.TRAINED);
    return trained && word > token ? SizeRole.TRAINABLE : null;
  }

  /** "16B/2.4B-active": of two numbers with a slash the larger one counts all parameters. */
  boolean isTotalOfActive(ModelSizeMention first, ModelSizeMention last) {
    return tokens.is(first.last + 1, '/')
        && first.last + 2 == last.first
        && first.parameters > last.parameters;
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
    boolean parameters =
        tokens.has(last + 1, ModelSizeWords.PARAMETER) || tokens.isWord(last + 1, "of");
    boolean mere = false;
    for (int token = first - 1; token >= first - LEFT_REACH && token >= 0; token--) {
      if (tokens.has(token, ModelSizeWords.ACTIVE)) {
        return SizeRole.ACTIVE;
      }
      boolean trains = isAdding(token) || (mere && isTraining(token));
      if ((trains && parameters) || isTrainedParameters(token)) {
        return SizeRole.TRAINABLE;
      }
      if (!isNeutral(token)) {
        return SizeRole.TOTAL;
      }
      mere |= tokens.has(token, ModelSizeWords.MERE | ModelSizeWords.LESS);
    }
    return SizeRole.TOTAL;
  }

  // Whoever trains "only" some parameters trains them on top of others.
  private boolean isTraining(int token) {
    return tokens.has(token, ModelSizeWords.TRAINING)
        || tokens.isWord(token, "optimizing")
        || tokens.isWord(token, "optimizes")
        || tokens.isWord(token, "optimize")
        || tokens.isWord(token, "learning")
        || tokens.isWord(token, "learns");
  }

  private boolean isTrainedParameters(int token) {
    return tokens.has(token, ModelSizeWords.PARAMETER)
        && tokens.has(token - 1, ModelSizeWords.TRAINED);
  }

  private boolean isAdding(int token) {
    return tokens.isWord(token, "adding")
        || tokens.isWord(token, "adds")
        || tokens.isWord(token, "add")
        || tokens.isWord(token, "additional")
        || tokens.isWord(token, "extra")
        || tokens.isWord(token, "tune")
        || tokens.isWord(token, "tuning")
        || tokens.isWord(token, "updating")
        || tokens.isWord(token, "updates")
        || tokens.isWord(token, "tunes")
        || tokens.isWord(token, "update")
        || tokens.isWord(token, "introduce")
        || tokens.isWord(token, "introduces")
        || tokens.isWord(token, "introducing");
  }

  private boolean isNeutral(int token) {
    byte kind = tokens.kind(token);
    return kind == ModelSizeTokens.ABOUT
        || kind == '$'
        || tokens.has(token, ModelSizeWords.PARAMETER | ModelSizeWords.CHANGE)
        || tokens.isWord(token, "count")
        || tokens.isWord(token, "size")
        || tokens.isWord(token, "from")
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
