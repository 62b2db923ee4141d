package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import io.github.papersluice.text.sizes.Phrases.Noun;

/** Finds out what is known of a number, or a list of numbers, before the rules are asked. */
final class NumberFacts {
  private static final int FAR = 16;

  /** No model has that many parameters yet, by a factor of ten. */
  private static final long HUGE = 100_000_000_000_000L;

  private final Tokens tokens;
  private final NameReader names;
  private final Phrases phrases;
  private final LeftPhrase left;
  private final NamedThing named;

  /** Whether the field speaks of magnetic resonance; null until it is asked for. */
  private Boolean magnets;

  NumberFacts(Tokens tokens, NameReader names, Phrases phrases) {
    this.tokens = tokens;
    this.names = names;
    this.phrases = phrases;
    left = new LeftPhrase(tokens);
    named = new NamedThing(tokens, phrases);
  }

  /** What a single number looks like, for the rules that tell a code from a number. */
  long ofForm(Mention mention) {
    return Known.ATTACHED.when(mention.attached)
        | Known.SPELLED.when(mention.unitIsWord)
        | Known.LOWER.when(mention.unitIsLower)
        | Known.BARE.when(mention.unit == Unit.NONE)
        | Known.BILLION.when(mention.unit == Unit.BILLION)
        | Known.LONG.when(tokens.length(mention.number) > (mention.attached ? 4 : 3))
        | Known.BRACED.when(isBraced(mention))
        | Known.NAME_GLUED.when(isGluedToWord(mention) && names.isGluedName(mention))
        | Known.LABEL_LIKE.when(isLabelLike(mention))
        | Known.AFTER_SIZE.when(followsSizeInName(mention))
        | Known.ACRONYM.when(isAcronym(mention));
  }

  // "BT-1b", "RQ-2b": two capitals, a digit and a small letter
  private boolean isLabelLike(Mention mention) {
    int name = mention.cluster;
    return mention.attached
        && tokens.length(mention.number) == 1
        && name + 2 == mention.first
        && tokens.length(name) <= 2
        && tokens.startsUpper(name);
  }

  private boolean isGluedToWord(Mention mention) {
    return tokens.glued(mention.first) && tokens.is(mention.first - 1, Tokens.WORD);
  }

  // "{i=1}B_i": the brace closes an index.
  private boolean isBraced(Mention mention) {
    return mention.last > mention.number && tokens.is(mention.number + 1, '}');
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

  /**
   * What is known of a list.
   *
   * @param first its first number
   * @param last its last number
   */
  long of(Mention first, Mention last) {
    Noun right = phrases.right(last.last);
    long known =
        Known.right(right).bit()
            | unit(first, last, right)
            | Known.ATTACHED.when(first.attached)
            | Known.FIRST_BILLION.when(first.unit == Unit.BILLION)
            | Known.CLOSES_FORMULA.when(closesFormula(first.number + 1))
            | Known.OWN_NOUN.when(phrases.hasOwnNoun(last.last))
            | Known.LISTED.when(first != last)
            | Known.HUGE.when(last.parameters > HUGE);
    if (first.attached) {
      known |= Known.DATA_NAME.when(named.isData(first)) | said(first, last);
    }
    if (right == Noun.PARAMETER && first.unit != Unit.NONE) {
      return known;
    }
    if (!isPlainBillion(first, last)) {
      known |= before(first, last);
    }
    return switch (first.unit) {
      case NONE -> known | amount(last);
      case TRILLION ->
          known | spacedName(first) | Known.TESLA.when(!first.attached && isMagnetField(first));
      case BILLION -> known | spacedName(first);
      case MILLION -> known | spacedName(first) | aside(first, last);
      default -> known | aside(first, last);
    };
  }

  // "7B": a size unless what follows says otherwise, so that what stands before is not asked for.
  private static boolean isPlainBillion(Mention first, Mention last) {
    return first.unit == Unit.BILLION
        && last.unit == Unit.BILLION
        && !(last.unitIsWord || last.unitIsLower || last.unitIsSpaced);
  }

  private long spacedName(Mention first) {
    return Known.SPACED_NAME.when(!first.attached && names.spacedName(first) != null);
  }

  // "3T", "1.5 T" where the text speaks of magnetic resonance
  private boolean isMagnetField(Mention mention) {
    return mention.parameters < 25 * Unit.TRILLION.factor && speaksOfMagnets();
  }

  private boolean speaksOfMagnets() {
    for (int token = 0; magnets == null && token < tokens.count(); token++) {
      magnets = tokens.has(token, Words.MAGNETIC) ? Boolean.TRUE : null;
    }
    magnets = magnets != null && magnets;
    return magnets;
  }

  private static long unit(Mention first, Mention last, Noun right) {
    boolean byFirst = right == Noun.DATA || first.unit == Unit.NONE || last.unit == Unit.TRILLION;
    Unit unit = byFirst ? first.unit : last.unit;
    boolean inWords = unit == Unit.BILLION ? last.unitIsWord : first.unitIsWord;
    return Known.of(unit).bit()
        | Known.SPELLED.when(inWords)
        | Known.LOWER.when(unit == Unit.BILLION ? last.unitIsLower : first.unitIsLower)
        | Known.SPACED.when(last.unitIsSpaced);
  }

  private static long amount(Mention mention) {
    return Known.TENS.when(mention.parameters >= 10)
        | Known.HUNDREDS.when(mention.parameters >= 100)
        | Known.THOUSANDS.when(mention.parameters >= 1000);
  }

  /** "the Foo-5B dataset", "Foo-5B, a large dataset" */
  boolean isCalledDataset(Mention mention) {
    return mention.attached
        && (phrases.isDatasetNext(mention.last)
            || named.apposition(mention.last, Words.DATASET) == Noun.DATA);
  }

  private long said(Mention first, Mention last) {
    int data = Words.DATASET | (first.unit == Unit.BILLION ? 0 : Words.AMOUNT);
    Noun said = named.apposition(last.last, data);
    return Known.SAID_MODEL.when(said == Noun.MODEL) | Known.SAID_DATA.when(said == Noun.DATA);
  }

  private long before(Mention first, Mention last) {
    int start = first.attached ? first.cluster : first.first;
    int telling = left.telling(start, FAR);
    long known =
        Known.COUNTS_MODELS.when(phrases.countsModels(first, last))
            | Known.MODEL_OF_DATA.when(phrases.isModelOfData(last.last))
            | Known.DATA_WITHIN_4.when(left.noun(start, 4, Words.DATA) == Noun.DATA);
    if (telling < 0) {
      return known;
    }
    int distance = start - telling;
    Noun noun = left.nounAt(telling, Words.AMOUNT);
    return known
        | Known.left(noun).bit()
        | Known.WITHIN_4.when(distance <= 4)
        | Known.WITHIN_5.when(distance <= 5)
        | Known.WITHIN_8.when(distance <= 8)
        | Known.WITHIN_10.when(distance <= 10)
        | Known.WITHIN_14.when(distance <= 14)
        | Known.MODEL_SCALE.when(noun == Noun.SCALE && left.isModelScale(start));
  }

  private long aside(Mention first, Mention last) {
    boolean aside = isAside(first);
    if (!aside && !first.attached) {
      return 0;
    }
    return Known.ASIDE.when(aside)
        | Known.ACTS.when(named.acts(last.last))
        | Known.RIVAL.when(aside && left.isRival(names.bracketedStart(first)));
  }

  // "FooNet (2.3 million)", "BarNet (715K)": nothing but the number in the bracket after a name.
  boolean isAside(Mention mention) {
    return tokens.is(mention.first - 1, '(')
        && tokens.is(mention.last + 1, ')')
        && names.bracketedName(mention) != null;
  }

  // A dollar that closes after the number is LaTeX's.
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
}
