package io.github.papersluice.text.sizes;

import io.github.papersluice.model.SizeRole;

/** Tells what a number of parameters counts: all of them, the active or the trained ones. */
final class RoleReader {
  private static final int REACH = 6;
  private static final int LEFT_REACH = 6;

  private final Tokens tokens;

  RoleReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The role of the numbers of a list.
   *
   * @param first its first number
   * @param last its last number
   */
  SizeRole of(Mention first, Mention last) {
    SizeRole right = right(first.first, last.last);
    if (right != null) {
      return right;
    }
    return tokens.isWord(last.last + 1, "total") ? SizeRole.TOTAL : left(first.first, last.last);
  }

  /** "A3B" and "E2B": a lone A or E before the number, after a hyphen or a space. */
  boolean isEffectivePrefix(Mention mention) {
    int prefix = mention.first - 1;
    if (!tokens.glued(mention.first) || !tokens.is(prefix, Tokens.WORD)) {
      return false;
    }
    byte letter = tokens.at(prefix, 0);
    boolean free = tokens.spaced(prefix) || !tokens.is(prefix - 1, Tokens.NUMBER);
    return tokens.length(prefix) == 1 && (letter == 'A' || letter == 'E' || letter == 'a') && free;
  }

  // "2B activated parameters", "3.8M trainable parameters", "32B active", "58K extra parameters".
  private SizeRole right(int first, int last) {
    boolean trained = false;
    for (int token = last + 1; token <= last + REACH; token++) {
      if (isStop(token)) {
        return isOfWhichActive(token) ? SizeRole.ACTIVE : null;
      }
      if (tokens.has(token, Words.ACTIVE)) {
        return SizeRole.ACTIVE;
      }
      trained |= tokens.has(token, Words.TRAINED);
      if (tokens.has(token, Words.PARAMETER)) {
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
    if (tokens.has(word, Words.ACTIVE)) {
      return SizeRole.ACTIVE;
    }
    int participle = tokens.isWord(word, "fine") && tokens.is(word + 1, '-') ? word + 2 : word;
    boolean tuned =
        tokens.isWord(participle, "tuned")
            || tokens.isWord(participle, "trained")
            || tokens.isWord(participle, "finetuned");
    boolean trained =
        tuned
            ? tokens.has(first - 1, Words.MERE | Words.LESS)
            : tokens.has(participle, Words.TRAINED);
    return trained && word > token ? SizeRole.TRAINABLE : null;
  }

  /** "16B/2.4B-active": of two numbers with a slash the larger one counts all parameters. */
  boolean isTotalOfActive(Mention first, Mention last) {
    return tokens.is(first.last + 1, '/')
        && first.last + 2 == last.first
        && first.parameters > last.parameters;
  }

  private boolean isOfWhichActive(int token) {
    if (tokens.isWord(token, "of") && tokens.isWord(token + 1, "which")) {
      return tokens.has(token + 2, Words.ACTIVE) || tokens.has(token + 3, Words.ACTIVE);
    }
    return (tokens.isWord(token, "are") || tokens.isWord(token, "is"))
        && tokens.has(token + 1, Words.ACTIVE);
  }

  private boolean isStop(int token) {
    byte kind = tokens.kind(token);
    boolean within = kind == '-' || kind == '$' || kind == '}' || kind == '+';
    return kind == Tokens.WORD
        ? tokens.has(token, Words.STOP) && !tokens.has(token, Words.TRAINED)
        : !within;
  }

  // "activating only 2B", "adds just 3M parameters", "trainable parameters (3M)".
  private SizeRole left(int first, int last) {
    boolean parameters = tokens.has(last + 1, Words.PARAMETER) || tokens.isWord(last + 1, "of");
    boolean mere = false;
    for (int token = first - 1; token >= first - LEFT_REACH && token >= 0; token--) {
      if (tokens.has(token, Words.ACTIVE)) {
        return SizeRole.ACTIVE;
      }
      boolean trains = isAdding(token) || (mere && isTraining(token));
      if ((trains && parameters) || isTrainedParameters(token)) {
        return SizeRole.TRAINABLE;
      }
      if (!isNeutral(token)) {
        return SizeRole.TOTAL;
      }
      mere |= tokens.has(token, Words.MERE | Words.LESS);
    }
    return SizeRole.TOTAL;
  }

  // Whoever trains "only" some parameters trains them on top of others.
  private boolean isTraining(int token) {
    return tokens.has(token, Words.TRAINING)
        || tokens.isWord(token, "optimizing")
        || tokens.isWord(token, "optimizes")
        || tokens.isWord(token, "optimize")
        || tokens.isWord(token, "learning")
        || tokens.isWord(token, "learns");
  }

  private boolean isTrainedParameters(int token) {
    return tokens.has(token, Words.PARAMETER) && tokens.has(token - 1, Words.TRAINED);
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
    return kind == Tokens.ABOUT
        || kind == '$'
        || tokens.has(token, Words.PARAMETER | Words.CHANGE)
        || tokens.isWord(token, "count")
        || tokens.isWord(token, "size")
        || tokens.isWord(token, "from")
        || kind == '('
        || kind == '<'
        || kind == '{'
        || tokens.has(token, Words.MERE | Words.ABOUT | Words.LESS | Words.MORE)
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
