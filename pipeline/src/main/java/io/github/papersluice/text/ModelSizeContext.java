package io.github.papersluice.text;

import io.github.papersluice.text.ModelSizeMention.Unit;
import io.github.papersluice.text.ModelSizeMention.Verdict;

/** Judges from the words around a number, or a list of numbers, whether it is a model's size. */
final class ModelSizeContext {
  /** What the nearest telling noun says. */
  enum Noun {
    NONE,
    PARAMETER,
    MODEL,
    SCALE,
    DATA
  }

  private static final int REACH = 9;
  private static final int LEFT_REACH = 14;
  private static final int SENTENCE_REACH = 90;
  private static final int NEAR = 10;

  private final ModelSizeTokens tokens;
  private final ModelSizeNames names;

  ModelSizeContext(ModelSizeTokens tokens, ModelSizeNames names) {
    this.tokens = tokens;
    this.names = names;
  }

  /**
   * Judges a list as a whole.
   *
   * @param first its first number
   * @param last its last number
   */
  Verdict judge(ModelSizeMention first, ModelSizeMention last) {
    if (isRuledOut(first) || isRuledOut(last) || isMoney(first) || isPercentage(last)) {
      return Verdict.NO;
    }
    Noun right = right(last.last);
    if (right == Noun.DATA) {
      return first.attached && first.unit == Unit.BILLION && !isDatasetNext(last.last)
          ? attached(first)
          : Verdict.NO;
    }
    if (first.unit == Unit.NONE) {
      return bare(last, right);
    }
    if (isLabelled(first)) {
      return Verdict.NO;
    }
    if (right == Noun.PARAMETER) {
      return Verdict.YES;
    }
    return switch (last.unit) {
      case BILLION -> billions(first, last, right);
      case MILLION -> millions(first, last, right);
      case TRILLION -> trillions(first, right);
      default -> thousands(first);
    };
  }

  // A code and no number: "189733b", "H100B", "CCC+24b", "10^7B", a year with a letter.
  private boolean isRuledOut(ModelSizeMention mention) {
    byte before = tokens.glued(mention.first) ? tokens.kind(mention.first - 1) : 0;
    if (before == '-'
        && mention.unit != Unit.BILLION
        && tokens.has(mention.first - 2, ModelSizeWords.UNIT)
        && tokens.glued(mention.first - 1)
        && tokens.is(mention.first - 4, '-')) {
      return true;
    }
    if (before == '+' || before == '^' || before == '#' || before == '@' || before == '.') {
      return true;
    }
    if (before == ModelSizeTokens.WORD) {
      return !names.isGluedName(mention);
    }
    int most = mention.attached ? 4 : 3;
    return mention.unitIsLower
        && !mention.unitIsWord
        && mention.unit == Unit.BILLION
        && tokens.length(mention.number) > most;
  }

  // "$0.1 million", "USD 4.9 billion"; a dollar that closes after the number is LaTeX's.
  private boolean isMoney(ModelSizeMention mention) {
    int before = mention.first - 1;
    while (tokens.is(before, '{') || tokens.is(before, ModelSizeTokens.ABOUT)) {
      before--;
    }
    if (tokens.is(before, ModelSizeTokens.MONEY) || isCurrency(before)) {
      return true;
    }
    boolean opening = tokens.spaced(before) || tokens.is(before - 1, '(');
    return tokens.is(before, '$') && opening && !closesFormula(mention.number + 1);
  }

  private boolean isCurrency(int token) {
    return tokens.isWord(token, "usd")
        || tokens.isWord(token, "eur")
        || tokens.isWord(token, "gbp");
  }

  private boolean closesFormula(int start) {
    for (int token = start; token < start + 8; token++) {
      if (tokens.is(token, '$')) {
        return !tokens.spaced(token);
      }
      if (tokens.is(token, ModelSizeTokens.WORD) && !tokens.has(token, ModelSizeWords.UNIT)) {
        return false;
      }
    }
    return false;
  }

  private boolean isPercentage(ModelSizeMention mention) {
    return tokens.is(mention.last + 1, '%');
  }

  private boolean isLabelled(ModelSizeMention first) {
    int before = first.first - 1;
    return tokens.has(before, ModelSizeWords.LABEL)
        && !first.unitIsWord
        && !first.attached
        && (tokens.startsUpper(before) || first.unitIsLower);
  }

  private boolean isDatasetNext(int last) {
    int next = tokens.is(last + 1, '-') ? last + 2 : last + 1;
    return tokens.has(next, ModelSizeWords.DATASET) || tokens.isWord(next, "subset");
  }

  // --- the noun on the right -----------------------------------------------------------------

  /**
   * The noun of the phrase that the number begins: the first one that settles the matter, else the
   * last one that hints at it.
   */
  Noun right(int last) {
    Noun hint = Noun.NONE;
    for (int token = last + 1; token <= last + REACH; token++) {
      if (isEnd(token, last)) {
        return isActiveClause(token) || isInParameters(token) ? Noun.PARAMETER : hint;
      }
      if (tokens.has(token, ModelSizeWords.DIFFERENCE)) {
        return Noun.NONE;
      }
      Noun settled = settled(token, last);
      if (settled != Noun.NONE) {
        return hint == Noun.PARAMETER ? hint : settled;
      }
      hint = hint(token, hint);
    }
    return hint;
  }

  private boolean isEnd(int token, int last) {
    return tokens.is(token, ModelSizeTokens.WORD)
        ? tokens.has(token, ModelSizeWords.STOP) && !isCompound(token)
        : !isWithinPhrase(token) && !closesBeforeNoun(token, last);
  }

  // A model's noun settles it, unless it is the first half of a compound ("model-made samples") or
  // goes with the parameters ("5 million model parameters").
  private Noun settled(int token, int last) {
    if (tokens.has(token, ModelSizeWords.PARAMETER)) {
      return Noun.PARAMETER;
    }
    if (tokens.has(token, ModelSizeWords.DATA | ModelSizeWords.DATASET)) {
      return Noun.DATA;
    }
    if (tokens.has(token, ModelSizeWords.MODALITY)
        && token == last + 2
        && tokens.is(last + 1, '-')) {
      return Noun.DATA;
    }
    if (!tokens.has(token, ModelSizeWords.MODEL) || tokens.is(token + 1, '-')) {
      return Noun.NONE;
    }
    return tokens.has(token + 1, ModelSizeWords.PARAMETER) ? Noun.PARAMETER : Noun.MODEL;
  }

  private Noun hint(int token, Noun hint) {
    if (tokens.has(token, ModelSizeWords.ACTIVE)) {
      return Noun.PARAMETER;
    }
    if (hint == Noun.PARAMETER || hint == Noun.MODEL) {
      return hint;
    }
    if (tokens.has(token, ModelSizeWords.MODEL)) {
      return Noun.MODEL;
    }
    if (tokens.has(token, ModelSizeWords.SCALE)) {
      return Noun.SCALE;
    }
    return hint == Noun.NONE && tokens.has(token, ModelSizeWords.MODALITY) ? Noun.DATA : hint;
  }

  // "1M model queries" counts queries.
  private boolean isModelOfData(int last) {
    for (int token = last + 1; token < last + REACH && !isEnd(token, last); token++) {
      if (tokens.has(token, ModelSizeWords.DATA)) {
        return true;
      }
    }
    return false;
  }

  // "16B of which are activated", "6B are active"
  private boolean isActiveClause(int token) {
    boolean clause =
        tokens.isWord(token, "are")
            || tokens.isWord(token, "is")
            || (tokens.isWord(token, "of") && tokens.isWord(token + 1, "which"));
    return clause
        && (tokens.has(token + 1, ModelSizeWords.ACTIVE)
            || tokens.has(token + 2, ModelSizeWords.ACTIVE)
            || tokens.has(token + 3, ModelSizeWords.ACTIVE));
  }

  /** Whether an ordinary noun follows the number: "72B target". */
  boolean hasOwnNoun(int last) {
    return tokens.is(last + 1, ModelSizeTokens.WORD) && !tokens.has(last + 1, ModelSizeWords.STOP);
  }

  /** Whether the parameters in turn describe a model: "1B-parameter open-weight LLMs". */
  boolean describesModel(int last) {
    boolean parameter = false;
    for (int token = last + 1; token <= last + REACH; token++) {
      if (tokens.has(token, ModelSizeWords.STOP)
          || !(tokens.is(token, ModelSizeTokens.WORD) || isWithinPhrase(token))) {
        return false;
      }
      parameter |= tokens.has(token, ModelSizeWords.PARAMETER);
      if (parameter && tokens.has(token, ModelSizeWords.MODEL)) {
        return true;
      }
    }
    return false;
  }

  // "7B in parameters"
  private boolean isInParameters(int token) {
    return (tokens.isWord(token, "in") || tokens.isWord(token, "of"))
        && tokens.has(token + 1, ModelSizeWords.PARAMETER);
  }

  // "1 million (1M) additional parameters"
  private boolean closesBeforeNoun(int token, int last) {
    return tokens.is(token, ')')
        && token == last + 1
        && tokens.has(
            token + 1, ModelSizeWords.PARAMETER | ModelSizeWords.TRAINED | ModelSizeWords.MODEL);
  }

  // "image-to-video", "speech-only", "instruction-tuned"
  private boolean isCompound(int token) {
    return tokens.glued(token) && tokens.is(token - 1, '-');
  }

  private boolean isWithinPhrase(int token) {
    byte kind = tokens.kind(token);
    return (kind == ModelSizeTokens.NUMBER && tokens.glued(token))
        || kind == '-'
        || kind == '+'
        || kind == '$'
        || kind == '}'
        || kind == '{'
        || kind == '/'
        || kind == '"'
        || kind == '\''
        || kind == '_';
  }

  // --- the noun on the left ------------------------------------------------------------------

  /** The nearest telling noun on the left within the sentence and a number of tokens. */
  Noun left(int first, int reach) {
    return left(first, reach, ModelSizeWords.AMOUNT);
  }

  private Noun left(int first, int reach, int data) {
    for (int token = first - 1; token >= first - reach && token >= 0; token--) {
      if (tokens.endsSentence(token) || tokens.is(token, ';')) {
        return Noun.NONE;
      }
      int classes = tokens.classes(token);
      if ((classes & ModelSizeWords.PARAMETER) != 0) {
        return Noun.PARAMETER;
      }
      if ((classes & (data | ModelSizeWords.DATASET)) != 0) {
        return Noun.DATA;
      }
      if (tokens.isWord(token, "on") && tokens.has(token - 1, ModelSizeWords.TRAINING)) {
        return Noun.DATA;
      }
      if ((classes & (ModelSizeWords.MODEL | ModelSizeWords.ACTIVE)) != 0) {
        return Noun.MODEL;
      }
      if ((classes & ModelSizeWords.SCALE) != 0) {
        return tokens.has(
                token - 1, ModelSizeWords.DATA | ModelSizeWords.DATASET | ModelSizeWords.MODALITY)
            ? Noun.DATA
            : Noun.SCALE;
      }
    }
    return Noun.NONE;
  }

  // --- by unit -------------------------------------------------------------------------------

  // "7B" alone is a model's size unless something says otherwise; "7 B" and "7 billion" need a word
  // that says so.
  private Verdict billions(ModelSizeMention first, ModelSizeMention last, Noun right) {
    if (first.attached) {
      return last.unitIsWord && right != Noun.MODEL ? Verdict.OPEN : attached(first);
    }
    if (last.unitIsWord) {
      return words(first, last, right);
    }
    if (right == Noun.MODEL || right == Noun.SCALE || names.spacedName(first) != null) {
      return Verdict.YES;
    }
    if (isAmount(first.first)) {
      return Verdict.NO;
    }
    if (last.unitIsSpaced || last.unitIsLower) {
      return left(first.first, LEFT_REACH) == Noun.NONE ? Verdict.OPEN : Verdict.YES;
    }
    return Verdict.YES;
  }

  // "a corpus of 2B", "trained on up to 300B", "images (5B": only small words stand between.
  private boolean isAmount(int first) {
    boolean on = false;
    for (int token = first - 1; token > first - 9 && token >= 0; token--) {
      if (on && tokens.has(token, ModelSizeWords.TRAINING)) {
        return true;
      }
      if (tokens.has(token, ModelSizeWords.DATASET | ModelSizeWords.AMOUNT)) {
        return true;
      }
      on |= tokens.isWord(token, "on");
      boolean small =
          tokens.has(
              token,
              ModelSizeWords.STOP
                  | ModelSizeWords.MERE
                  | ModelSizeWords.ABOUT
                  | ModelSizeWords.MORE
                  | ModelSizeWords.LESS
                  | ModelSizeWords.JOINER);
      byte kind = tokens.kind(token);
      if (!small
          && kind != '('
          && kind != '$'
          && kind != ModelSizeTokens.ABOUT
          && kind != '<'
          && kind != '>'
          && kind != ':') {
        return false;
      }
    }
    return false;
  }

  private Verdict attached(ModelSizeMention mention) {
    return isDataPhrase(mention.cluster) ? Verdict.NO : Verdict.YES;
  }

  // "data sets such as X-2B", "a subset of X-1B", "images from X-5B".
  private boolean isDataPhrase(int cluster) {
    for (int token = cluster - 1; token > cluster - 5; token--) {
      if (tokens.has(token, ModelSizeWords.DATASET | ModelSizeWords.AMOUNT)) {
        return token < cluster - 1 || tokens.has(token, ModelSizeWords.DATASET);
      }
      boolean link =
          tokens.isWord(token, "of")
              || tokens.isWord(token, "from")
              || tokens.isWord(token, "like")
              || tokens.isWord(token, "such")
              || tokens.isWord(token, "as")
              || tokens.isWord(token, "in")
              || tokens.isWord(token, "the");
      if (!link) {
        return false;
      }
    }
    return false;
  }

  private Verdict words(ModelSizeMention first, ModelSizeMention last, Noun right) {
    if (isModelOfData(last.last) || (right == Noun.NONE && hasOwnNoun(last.last))) {
      return Verdict.OPEN;
    }
    if (right == Noun.MODEL || right == Noun.SCALE) {
      return Verdict.YES;
    }
    Noun left = left(first.first, 10);
    if (left == Noun.PARAMETER) {
      return Verdict.YES;
    }
    if (left == Noun.SCALE) {
      return right == Noun.NONE && isModelScale(first.first) ? Verdict.YES : Verdict.OPEN;
    }
    return left == Noun.MODEL && left(first.first, 5) == Noun.MODEL ? Verdict.YES : Verdict.OPEN;
  }

  // "model sizes from 1 billion", "the size of the model to 1 billion"; not "scale the number of
  // points to 1 million".
  private boolean isModelScale(int first) {
    for (int token = first - 1;
        token > first - 16 && token >= 0 && !tokens.endsSentence(token);
        token--) {
      if (tokens.has(token, ModelSizeWords.MODEL | ModelSizeWords.PARAMETER)) {
        return true;
      }
      if (tokens.isWord(token, "number")
          || tokens.has(token, ModelSizeWords.DATA | ModelSizeWords.DATASET)) {
        return false;
      }
    }
    return false;
  }

  private Verdict millions(ModelSizeMention first, ModelSizeMention last, Noun right) {
    if (first.unitIsWord) {
      return words(first, last, right);
    }
    if (isModelOfData(last.last)
        || (right == Noun.NONE && !first.attached && hasOwnNoun(last.last))) {
      return Verdict.NO;
    }
    if (right == Noun.MODEL && !isDatasetName(first)) {
      return Verdict.YES;
    }
    int start = first.attached ? first.cluster : first.first;
    Noun left = left(start, 10);
    if (left == Noun.PARAMETER) {
      return Verdict.YES;
    }
    if (isAmount(start) || (first.attached && isDatasetNext(first.last))) {
      return Verdict.NO;
    }
    if (!first.attached
        && (left == Noun.DATA || left(start, 4, ModelSizeWords.DATA) == Noun.DATA)) {
      return Verdict.NO;
    }
    if (first.unitIsLower && !first.attached) {
      return Verdict.OPEN;
    }
    boolean near = left(start, 4) == Noun.MODEL;
    return near || left == Noun.SCALE ? Verdict.YES : Verdict.OPEN;
  }

  private boolean isDatasetName(ModelSizeMention first) {
    return first.attached && left(first.cluster, 4) == Noun.DATA;
  }

  private Verdict trillions(ModelSizeMention first, Noun right) {
    if (first.attached) {
      return Verdict.NO;
    }
    if (right == Noun.MODEL) {
      return Verdict.YES;
    }
    return left(first.first, 8) == Noun.PARAMETER ? Verdict.YES : Verdict.NO;
  }

  // "32K", "4K" and "ImageNet-1K" are contexts, resolutions and data sets far more often.
  private Verdict thousands(ModelSizeMention first) {
    if (first.attached) {
      return Verdict.OPEN;
    }
    boolean own = hasOwnNoun(first.last);
    return !own && left(first.first, 5) == Noun.PARAMETER ? Verdict.YES : Verdict.OPEN;
  }

  // "1,234,567 parameters", "2048 parameters"; a few parameters are those of a formula unless the
  // text marvels at them: "with only 58 parameters".
  private Verdict bare(ModelSizeMention mention, Noun right) {
    if (right != Noun.PARAMETER
        || (tokens.glued(mention.first) && tokens.is(mention.first - 1, '-'))) {
      return Verdict.NO;
    }
    if (mention.parameters >= 1000) {
      return Verdict.YES;
    }
    boolean marvels = tokens.has(mention.first - 1, ModelSizeWords.MERE);
    boolean learned = tokens.has(mention.last + 1, ModelSizeWords.TRAINED);
    return (marvels && mention.parameters >= 10) || (learned && mention.parameters >= 100)
        ? Verdict.YES
        : Verdict.NO;
  }

  // --- the sentence --------------------------------------------------------------------------

  /** Whether the sentence speaks of models and not of data. */
  boolean isAboutModels(ModelSizeMention mention) {
    if (!canBeNamed(mention)) {
      return false;
    }
    boolean models = false;
    for (int token = mention.first - 1;
        token > mention.first - SENTENCE_REACH && token >= 0;
        token--) {
      if (tokens.endsSentence(token)) {
        break;
      }
      if (isData(token) && (mention.attached || token > mention.first - NEAR)) {
        return false;
      }
      models |= tokens.has(token, ModelSizeWords.MODEL | ModelSizeWords.PARAMETER);
    }
    for (int token = mention.last + 1;
        token < mention.last + SENTENCE_REACH && token < tokens.count();
        token++) {
      if (tokens.endsSentence(token)) {
        break;
      }
      if (isData(token) && (mention.attached || token < mention.last + NEAR)) {
        return false;
      }
      models |= tokens.has(token, ModelSizeWords.MODEL | ModelSizeWords.PARAMETER);
    }
    return models;
  }

  // In a sentence about models "SmolVLM-256M" and "EmbeddingGemma (300M)" are sizes, but not "on
  // UniEM-3M": data sets are what one works on, and models have ten millions and more.
  private boolean canBeNamed(ModelSizeMention mention) {
    if (mention.unit != Unit.MILLION) {
      return mention.unit == Unit.BILLION;
    }
    if (!mention.attached) {
      return names.bracketedName(mention) != null;
    }
    int before = mention.cluster - 1;
    boolean worked =
        tokens.isWord(before, "on")
            || tokens.isWord(before, "using")
            || tokens.isWord(before, "from")
            || tokens.isWord(before, "with")
            || tokens.isWord(before, "of")
            || tokens.isWord(before, "complete");
    return !worked && mention.parameters >= 20_000_000;
  }

  private boolean isData(int token) {
    return (tokens.has(token, ModelSizeWords.DATASET)
            && !tokens.isWord(token, "benchmark")
            && !tokens.isWord(token, "benchmarks"))
        || tokens.has(token, ModelSizeWords.AMOUNT);
  }
}
