package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import io.github.papersluice.text.sizes.Mention.Verdict;
import io.github.papersluice.text.sizes.Phrases.Noun;

/** Judges from the words around a number, or a list of numbers, whether it is a model's size. */
final class Context {
  private static final int LEFT_REACH = 14;
  private static final int SENTENCE_REACH = 90;
  private static final int NEAR = 10;
  private static final int FAR = 16;

  private final Tokens tokens;
  private final NameReader names;
  private final Phrases phrases;

  Context(Tokens tokens, NameReader names, Phrases phrases) {
    this.tokens = tokens;
    this.names = names;
    this.phrases = phrases;
  }

  /**
   * Judges a list as a whole.
   *
   * @param first its first number
   * @param last its last number
   */
  Verdict judge(Mention first, Mention last) {
    if (isRuledOut(first) || isRuledOut(last) || isMoney(first) || isPercentage(last)) {
      return Verdict.NO;
    }
    if (phrases.isDifference(last.last)) {
      return Verdict.NO;
    }
    Noun right = phrases.right(last.last);
    if (first.attached && first.unit != Unit.BILLION && phrases.isDataName(first)) {
      return Verdict.NO;
    }
    if (right == Noun.DATA) {
      return first.attached && first.unit == Unit.BILLION && !phrases.isDatasetNext(last.last)
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
  private boolean isRuledOut(Mention mention) {
    byte before = tokens.glued(mention.first) ? tokens.kind(mention.first - 1) : 0;
    boolean code = before == '+' && tokens.glued(mention.first - 1);
    if (code || before == '^' || before == '#' || before == '@' || before == '.') {
      return true;
    }
    if (before == Tokens.WORD) {
      return !names.isGluedName(mention);
    }
    if (isSubscript(mention)
        || followsSizeInName(mention)
        || isAcronym(mention)
        || isBits(mention)) {
      return true;
    }
    if (before == '/' && isCodeLetter(mention.first - 2)) {
      return true;
    }
    int most = mention.attached ? 4 : 3;
    return mention.unitIsLower
        && !mention.unitIsWord
        && mention.unit == Unit.BILLION
        && tokens.length(mention.number) > most;
  }

  // "{i=1}B_i": the brace closes an index.
  private boolean isSubscript(Mention mention) {
    return tokens.is(mention.number + 1, '}')
        && mention.last > mention.number
        && tokens.is(mention.number - 1, '=');
  }

  // "Llama-3.1-8B-Instruct-1M": a name has one size in billions; a smaller number after it counts
  // what the model reads or was trained on.
  private boolean followsSizeInName(Mention mention) {
    if (!mention.attached || mention.unit == Unit.BILLION || names.isGluedName(mention)) {
      return false;
    }
    for (int token = mention.first - 2; token > mention.cluster; token--) {
      if (tokens.has(token, Words.UNIT)
          && tokens.length(token) == 1
          && (tokens.at(token, 0) | 0x20) == 'b'
          && tokens.is(token - 1, Tokens.NUMBER)
          && tokens.glued(token)) {
        return true;
      }
    }
    return false;
  }

  // "Multimodal, Multilingual and Multidimensional (3M)"
  private boolean isAcronym(Mention mention) {
    int bracket = mention.first - 1;
    if (!tokens.is(bracket, '(') || mention.unitIsWord || tokens.length(mention.number) > 1) {
      return false;
    }
    byte initial = tokens.at(mention.last, 0);
    int words = 0;
    for (int token = bracket - 1; token > bracket - 5; token--) {
      boolean joiner = tokens.is(token, ',') || tokens.has(token, Words.JOINER);
      boolean same = tokens.is(token, Tokens.WORD) && tokens.at(token, 0) == initial;
      if (!joiner && !same) {
        break;
      }
      words += same ? 1 : 0;
    }
    return words > 1;
  }

  // "4b weights and 8b activations"
  private boolean isBits(Mention mention) {
    int next = mention.last + 1;
    return mention.unitIsLower
        && mention.unit == Unit.BILLION
        && !mention.unitIsWord
        && !mention.attached
        && (tokens.isWord(next, "weights")
            || tokens.isWord(next, "activations")
            || tokens.isWord(next, "quantization")
            || tokens.isWord(next, "precision"));
  }

  // "$0.1 million", "USD 4.9 billion"; a dollar that closes after the number is LaTeX's.
  private boolean isMoney(Mention mention) {
    int before = mention.first - 1;
    while (tokens.is(before, '{') || tokens.is(before, Tokens.ABOUT)) {
      before--;
    }
    if (tokens.is(before, Tokens.MONEY) || isCurrency(before)) {
      return true;
    }
    boolean opening = tokens.spaced(before) || tokens.is(before - 1, '(');
    return tokens.is(before, '$') && opening && !closesFormula(mention.number + 1);
  }

  // The gene pair "CDKN2A/2B"
  private boolean isCodeLetter(int token) {
    return tokens.is(token, Tokens.WORD)
        && tokens.length(token) == 1
        && tokens.startsUpper(token)
        && tokens.glued(token)
        && tokens.is(token - 1, Tokens.NUMBER)
        && !tokens.has(token, Words.UNIT);
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
      if (tokens.is(token, Tokens.WORD) && !tokens.has(token, Words.UNIT)) {
        return false;
      }
    }
    return false;
  }

  private boolean isPercentage(Mention mention) {
    return tokens.is(mention.last + 1, '%');
  }

  private boolean isLabelled(Mention first) {
    int before = first.first - 1;
    return tokens.has(before, Words.LABEL)
        && !first.unitIsWord
        && !first.attached
        && (tokens.startsUpper(before) || first.unitIsLower);
  }

  // "7B" alone is a model's size unless something says otherwise; "7 B" and "7 billion" need a word
  // that says so.
  private Verdict billions(Mention first, Mention last, Noun right) {
    if (first.attached) {
      return last.unitIsWord && right != Noun.MODEL ? Verdict.OPEN : attached(first);
    }
    if (last.unitIsWord) {
      return words(first, last, right);
    }
    if (right == Noun.MODEL || right == Noun.SCALE || names.spacedName(first) != null) {
      return Verdict.YES;
    }
    if (phrases.isAmount(first.first)) {
      return Verdict.NO;
    }
    if (last.unitIsSpaced || last.unitIsLower) {
      return phrases.left(first.first, LEFT_REACH) == Noun.NONE ? Verdict.OPEN : Verdict.YES;
    }
    return Verdict.YES;
  }

  private Verdict attached(Mention mention) {
    return phrases.isDataPhrase(mention.cluster)
            || phrases.apposition(mention.last, Words.DATASET) == Noun.DATA
        ? Verdict.NO
        : Verdict.YES;
  }

  private Verdict words(Mention first, Mention last, Noun right) {
    if (phrases.isModelOfData(last.last) || (right == Noun.NONE && phrases.hasOwnNoun(last.last))) {
      return Verdict.OPEN;
    }
    if (right == Noun.MODEL || right == Noun.SCALE) {
      return Verdict.YES;
    }
    Noun left = phrases.left(first.first, FAR);
    if (left == Noun.PARAMETER) {
      return Verdict.YES;
    }
    left = phrases.left(first.first, NEAR);
    if (left == Noun.SCALE) {
      return right == Noun.NONE && phrases.isModelScale(first.first) ? Verdict.YES : Verdict.OPEN;
    }
    return left == Noun.MODEL && phrases.left(first.first, 5) == Noun.MODEL
        ? Verdict.YES
        : Verdict.OPEN;
  }

  private Verdict millions(Mention first, Mention last, Noun right) {
    if (phrases.countsModels(first, last)) {
      return Verdict.NO;
    }
    if (first.unitIsWord) {
      return words(first, last, right);
    }
    if (phrases.isModelOfData(last.last)
        || (right == Noun.NONE && !first.attached && phrases.hasOwnNoun(last.last))) {
      return Verdict.NO;
    }
    if (right == Noun.MODEL && !isDatasetName(first)) {
      return Verdict.YES;
    }
    boolean aside = !first.attached && isAside(first);
    if ((first.attached || aside) && phrases.acts(last.last)) {
      return Verdict.YES;
    }
    if (aside && phrases.isRival(names.bracketedStart(first))) {
      return Verdict.YES;
    }
    if (first.attached) {
      Noun said = phrases.apposition(last.last, Words.DATASET | Words.AMOUNT);
      if (said != Noun.NONE) {
        return said == Noun.MODEL ? Verdict.YES : Verdict.NO;
      }
    }
    int start = first.attached ? first.cluster : first.first;
    Noun left = phrases.left(start, first.attached ? NEAR : FAR);
    if (left == Noun.PARAMETER) {
      return Verdict.YES;
    }
    left = phrases.left(start, NEAR);
    if (phrases.isAmount(start) || (first.attached && phrases.isDatasetNext(first.last))) {
      return Verdict.NO;
    }
    if (!first.attached && (left == Noun.DATA || phrases.left(start, 4, Words.DATA) == Noun.DATA)) {
      return aside ? Verdict.OPEN : Verdict.NO;
    }
    if (first.unitIsLower && !first.attached) {
      return Verdict.OPEN;
    }
    boolean near =
        phrases.left(start, 4) == Noun.MODEL && !(first.attached && phrases.isWorkedOn(start));
    return near || left == Noun.SCALE ? Verdict.YES : Verdict.OPEN;
  }

  private boolean isDatasetName(Mention first) {
    return first.attached && phrases.left(first.cluster, 4) == Noun.DATA;
  }

  // Most often tokens, or a magnet's tesla: "2.3T token run", "the 7T-Foo network". In a name it is
  // a
  // size if the record elsewhere counts as many parameters.
  private Verdict trillions(Mention first, Noun right) {
    if (first.attached || names.spacedName(first) != null) {
      return Verdict.OPEN;
    }
    int next = first.last + 1;
    if (right == Noun.MODEL) {
      boolean named = tokens.is(next, '-') && tokens.startsUpper(next + 1);
      return named || tokens.has(next, Words.MODALITY) ? Verdict.NO : Verdict.YES;
    }
    return phrases.left(first.first, 8) == Noun.PARAMETER ? Verdict.YES : Verdict.NO;
  }

  // "32K", "4K" and "ImageNet-1K" are contexts, resolutions and data sets far more often.
  private Verdict thousands(Mention first) {
    if (first.attached) {
      return Verdict.OPEN;
    }
    if (isAside(first) && phrases.acts(first.last)) {
      return Verdict.YES;
    }
    boolean own = phrases.hasOwnNoun(first.last);
    return !own && phrases.left(first.first, 5) == Noun.PARAMETER ? Verdict.YES : Verdict.OPEN;
  }

  // "1,234,567 parameters", "2048 parameters"; a few parameters are those of a formula unless the
  // text marvels at them: "with only 58 parameters".
  private Verdict bare(Mention mention, Noun right) {
    if (right != Noun.PARAMETER
        || (tokens.glued(mention.first) && tokens.is(mention.first - 1, '-'))) {
      return Verdict.NO;
    }
    if (mention.parameters >= 1000) {
      return Verdict.YES;
    }
    int before = mention.first - 1;
    while (tokens.is(before, '$')
        || tokens.is(before, '{')
        || tokens.is(before, '}')
        || tokens.is(before, Tokens.ABOUT)) {
      before--;
    }
    boolean marvels = tokens.has(before, Words.MERE);
    boolean learned = tokens.has(mention.last + 1, Words.TRAINED);
    return (marvels && mention.parameters >= 10) || (learned && mention.parameters >= 100)
        ? Verdict.YES
        : Verdict.NO;
  }

  /** Whether the sentence speaks of models and not of data. */
  boolean isAboutModels(Mention mention) {
    boolean spoken =
        mention.unitIsWord
            || mention.unit == Unit.THOUSAND
            || (mention.unitIsLower && !mention.attached);
    if (spoken ? !isAside(mention) : !canBeNamed(mention)) {
      return false;
    }
    int telling = spoken ? Words.PARAMETER : Words.MODEL | Words.PARAMETER;
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
      models |= tokens.has(token, telling);
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
      models |= tokens.has(token, telling);
    }
    return models;
  }

  // In a sentence about models "SmolVLM-256M" and "EmbeddingGemma (300M)" are sizes, but not "on
  // UniEM-3M": data sets are what one works on, and models have ten millions and more.
  private boolean canBeNamed(Mention mention) {
    if (mention.unit == Unit.BILLION) {
      return true;
    }
    if (mention.unit != Unit.MILLION) {
      return false;
    }
    if (!mention.attached && names.bracketedName(mention) != null) {
      return true;
    }
    boolean named = mention.attached || names.spacedName(mention) != null;
    int start = mention.attached ? mention.cluster : mention.first;
    return named && !phrases.isWorkedOn(start) && mention.parameters >= 20_000_000;
  }

  // "FooNet (2.3 million)", "BarNet (715K)": nothing but the number in the bracket after a name.
  private boolean isAside(Mention mention) {
    return tokens.is(mention.first - 1, '(')
        && tokens.is(mention.last + 1, ')')
        && names.bracketedName(mention) != null;
  }

  /** Whether nothing but "and" and names stands between two numbers, one of which is a size. */
  boolean areBeside(Mention left, Mention right) {
    boolean size = left.verdict == Verdict.YES || right.verdict == Verdict.YES;
    boolean named =
        (left.attached && right.attached)
            ? !phrases.isWorkedOn(left.cluster)
            : (isAside(left) && isAside(right));
    if (!size || !named || right.first - left.last > NEAR) {
      return false;
    }
    for (int token = left.last + 1; token < right.first; token++) {
      boolean name = tokens.startsUpper(token) || tokens.glued(token) || tokens.glued(token + 1);
      if (tokens.is(token, Tokens.WORD) && !name && !tokens.isWord(token, "and")) {
        return false;
      }
      if (tokens.endsSentence(token) || tokens.is(token, ';')) {
        return false;
      }
    }
    return true;
  }

  private boolean isData(int token) {
    return (tokens.has(token, Words.DATASET)
            && !tokens.isWord(token, "benchmark")
            && !tokens.isWord(token, "benchmarks"))
        || tokens.has(token, Words.AMOUNT);
  }
}
