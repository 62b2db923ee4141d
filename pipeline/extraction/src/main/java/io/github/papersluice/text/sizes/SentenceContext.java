package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import io.github.papersluice.text.sizes.Mention.Verdict;

/** Judges a number that its own phrase leaves open by its whole sentence. */
final class SentenceContext {
  private static final int SENTENCE_REACH = 90;
  private static final int NEAR = 10;

  private final Tokens tokens;
  private final NameReader names;
  private final NumberFacts facts;
  private final LeftPhrase before;

  SentenceContext(Tokens tokens, NameReader names, NumberFacts facts) {
    this.tokens = tokens;
    this.names = names;
    this.facts = facts;
    before = new LeftPhrase(tokens);
  }

  /** Whether the sentence speaks of models and not of data. */
  boolean isAboutModels(Mention mention) {
    boolean spoken =
        mention.unitIsWord
            || mention.unit == Unit.THOUSAND
            || (mention.unitIsLower && !mention.attached);
    if (spoken ? !facts.isAside(mention) : !canBeNamed(mention)) {
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
    if (mention.unit == Unit.TRILLION) {
      return mention.attached && !before.isWorkedOn(mention.cluster);
    }
    if (mention.unit != Unit.MILLION) {
      return false;
    }
    if (!mention.attached && names.bracketedName(mention) != null) {
      return true;
    }
    boolean named = mention.attached || names.spacedName(mention) != null;
    int start = mention.attached ? mention.cluster : mention.first;
    return named && !before.isWorkedOn(start) && mention.parameters >= 20_000_000;
  }

  /** Whether nothing but "and" and names stands between two numbers, one of which is a size. */
  boolean areBeside(Mention left, Mention right) {
    boolean size = left.verdict == Verdict.YES || right.verdict == Verdict.YES;
    boolean named =
        (left.attached && right.attached)
            ? !before.isWorkedOn(left.cluster)
            : (facts.isAside(left) && facts.isAside(right));
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
