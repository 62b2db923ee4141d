package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import io.github.papersluice.text.sizes.Phrases.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of a number before a rule is asked; rules name these in brackets. */
enum Known {
  /** It is joined to a name: "Foo-7B". */
  ATTACHED,

  /** Its unit: none ("58,000"), thousand, million, billion, trillion. */
  BARE,
  THOUSAND,
  MILLION,
  BILLION,
  TRILLION,

  /** The list's first number counts billions. */
  FIRST_BILLION,

  /** The unit is a word: "7 billion". */
  SPELLED,

  /** The unit is a small letter: "7b". */
  LOWER,

  /** A space stands before the unit: "7 B". */
  SPACED,

  /** It has more digits than a size has: "189733b". */
  LONG,

  /** A brace stands between digits and unit: "{i=1}B". */
  BRACED,

  /** The letters before it are a name's, and no code's. */
  NAME_GLUED,

  /** A label's letters are before it: "RQ-2b". */
  LABEL_LIKE,

  /** A size in billions stands before it in the same name: "Foo-8B-1M". */
  AFTER_SIZE,

  /** It shortens the words before it: "Multilingual and Multimodal (2M)". */
  ACRONYM,

  /** A dollar sign after it closes a formula. */
  CLOSES_FORMULA,

  /** It is one of several in a list. */
  LISTED,

  /** It is above 100 trillion. */
  HUGE,

  /** It may be the field of a magnet: the text speaks of magnetic resonance. */
  TESLA,

  /** How much a bare number is: 10, 100 or 1,000 and more. */
  TENS,
  HUNDREDS,
  THOUSANDS,

  /** The noun of the phrase that it begins: see {@link Phrases#right}. */
  RIGHT_NONE,
  RIGHT_PARAMETER,
  RIGHT_MODEL,
  RIGHT_SCALE,
  RIGHT_DATA,

  /** A noun of the number's own follows: "72B target". */
  OWN_NOUN,

  /** "1M model queries". */
  MODEL_OF_DATA,

  /** "1.8 million models". */
  COUNTS_MODELS,

  /** The nearest telling noun before it in the sentence: see {@link Phrases#left}. */
  LEFT_PARAMETER,
  LEFT_MODEL,
  LEFT_SCALE,
  LEFT_DATA,

  /** How many tokens away that noun is at most. */
  WITHIN_4,
  WITHIN_5,
  WITHIN_8,
  WITHIN_10,
  WITHIN_14,

  /** Anything that counts data is at most four tokens before it. */
  DATA_WITHIN_4,

  /** The scale or size before it is a model's, and not of data. */
  MODEL_SCALE,

  /** A word for data is in the name: "Honey-Data-15M". */
  DATA_NAME,

  /** A name stands before it, with a space: "Foo 7B". */
  SPACED_NAME,

  /** It is alone in brackets after a name: "Foo (650M)". */
  ASIDE,

  /** What the name does only models do: "Foo-300M outperforms". */
  ACTS,

  /** The name is one that others are measured against. */
  RIVAL,

  /** The name is said to be a model: "Foo-300M, a new model". */
  SAID_MODEL,

  /** The name is said to be a data set: "Foo-1M, a collection". */
  SAID_DATA;

  /** The names, in the order of their bits. */
  static final List<String> NAMES = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Known known : values()) {
      names.add(known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return List.copyOf(names);
  }

  /** What the noun of the phrase that a number begins says. */
  static Known right(Noun noun) {
    return switch (noun) {
      case NONE -> RIGHT_NONE;
      case PARAMETER -> RIGHT_PARAMETER;
      case MODEL -> RIGHT_MODEL;
      case SCALE -> RIGHT_SCALE;
      case DATA -> RIGHT_DATA;
    };
  }

  /** What a telling noun before a number says. */
  static Known left(Noun noun) {
    return switch (noun) {
      case MODEL -> LEFT_MODEL;
      case SCALE -> LEFT_SCALE;
      case DATA -> LEFT_DATA;
      default -> LEFT_PARAMETER;
    };
  }

  static Known of(Unit unit) {
    return switch (unit) {
      case NONE -> BARE;
      case THOUSAND -> THOUSAND;
      case MILLION -> MILLION;
      case BILLION -> BILLION;
      case TRILLION -> TRILLION;
    };
  }

  /** The order of the constants is of no account: bits are made and read in one process. */
  @SuppressWarnings("EnumOrdinal")
  long bit() {
    return 1L << ordinal();
  }

  /** The bit if it is so, else 0. */
  long when(boolean so) {
    return so ? bit() : 0;
  }
}
