package io.github.papersluice.text.sizes;

import io.github.papersluice.text.rules.Lexicon;
import java.util.Map;

/** The classes of {@code lexicon.txt} that code asks for, as bits; what they mean stands there. */
final class Words {
  static final Lexicon LEXICON =
      Lexicon.read(
          Words.class,
          "lexicon.txt",
          Map.of(
              "NUMBER", (int) Tokens.NUMBER,
              "DASH", (int) Tokens.DASH,
              "CIRCA", (int) Tokens.ABOUT,
              "TIMES", (int) Tokens.TIMES,
              "MONEY", (int) Tokens.MONEY));

  private static final int[] CLASSES = new int[LEXICON.symbols()];
  private static int bits;

  static final int PARAMETER = bit("PARAMETER");
  static final int MODEL = bit("MODEL");
  static final int DATA = bit("DATA");
  static final int AMOUNT = bit("AMOUNT");
  static final int PRESENTING = bit("PRESENTING");
  static final int VERB = bit("VERB");
  static final int ACTING = bit("ACTING");
  static final int FIELD = bit("FIELD");
  static final int CHANGE = bit("CHANGE");
  static final int SERIES = bit("SERIES");
  static final int DATASET = bit("DATASET");
  static final int MODALITY = bit("MODALITY");
  static final int SCALE = bit("SCALE");
  static final int ACTIVE = bit("ACTIVE");
  static final int TRAINED = bit("TRAINED");
  static final int STOP = bit("STOP");
  static final int DETERMINER = bit("DETERMINER");
  static final int JOINER = bit("JOINER");
  static final int ABOUT = bit("ABOUT");
  static final int MORE = bit("MORE");
  static final int LESS = bit("LESS");
  static final int LABEL = bit("LABEL");
  static final int VARIANT = bit("VARIANT");
  static final int UNIT = bit("UNIT");
  static final int MERE = bit("MERE");
  static final int DIFFERENCE = bit("DIFFERENCE");
  static final int MAGNETIC = bit("MAGNETIC");
  static final int VERBAL = bit("VERBAL");
  static final int SIZED = bit("SIZED");
  static final int NUMERAL = bit("NUMERAL");
  static final int NAMING = bit("NAMING");
  static final int TRAINING = bit("TRAINING");

  private Words() {}

  private static int bit(String wordClass) {
    int bit = 1 << bits++;
    for (int symbol : LEXICON.members(wordClass)) {
      CLASSES[symbol] |= bit;
    }
    return bit;
  }

  /** The classes of a symbol of the lexicon, as a set of bits; 0 for one without a class. */
  static int classes(int symbol) {
    return CLASSES[symbol];
  }
}
