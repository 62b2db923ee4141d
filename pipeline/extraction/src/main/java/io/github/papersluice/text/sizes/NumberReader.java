package io.github.papersluice.text.sizes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.papersluice.text.sizes.Mention.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads one number with its unit. */
final class NumberReader {
  private static final int LONGEST_NUMBER = 24;
  private static final int MOST_EXPERTS = 1024;
  private static final BigDecimal MOST_PARAMETERS = BigDecimal.valueOf(1_000_000_000_000_000_000L);

  private static final BigDecimal MOST_EXPONENT = BigDecimal.valueOf(15);

  private final Tokens tokens;

  NumberReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The number at a token with its unit, or null if it has none or is no plain number. */
  Mention withUnit(int token) {
    if (isExperts(token)) {
      return withExperts(token);
    }
    Mention mention = new Mention(token, token);
    return readUnit(mention) && readValue(mention) ? mention : null;
  }

  /** The number at a token as a plain count, or null if it is no whole number. */
  Mention bare(int token) {
    Mention mention = new Mention(token, token);
    return readValue(mention) ? mention : null;
  }

  /** "10^5", "7\\times10^{9}": a plain count as a power of ten; null if there is none. */
  Mention power(int token) {
    boolean factor = tokens.is(token + 1, Tokens.TIMES) && tokens.is(token + 2, Tokens.NUMBER);
    int base = factor ? token + 2 : token;
    boolean braced = tokens.is(base + 2, '{') && tokens.is(base + 4, '}');
    int exponent = braced ? base + 3 : base + 2;
    if (!tokens.is(base + 1, '^') || !tokens.is(exponent, Tokens.NUMBER)) {
      return null;
    }
    BigDecimal value = factor ? value(token) : BigDecimal.ONE;
    BigDecimal ten = value(base);
    if (value == null || ten == null || ten.compareTo(BigDecimal.TEN) != 0) {
      return null;
    }
    Mention mention = new Mention(token, base);
    mention.last = braced ? exponent + 1 : exponent;
    BigDecimal power = value(exponent);
    boolean usual = power != null && power.scale() == 0 && power.compareTo(MOST_EXPONENT) <= 0;
    return usual && setValue(mention, value.scaleByPowerOfTen(power.intValue())) ? mention : null;
  }

  /** "seven billion", "twenty-five million"; null if no such number begins at a token. */
  Mention spelled(int token) {
    int value = tokens.is(token, Tokens.WORD) ? NumberWords.value(tokens, token) : 0;
    if (value == 0) {
      return null;
    }
    Mention mention = new Mention(token, NumberWords.last(tokens, token));
    return readUnit(mention)
            && mention.unitIsWord
            && setValue(mention, BigDecimal.valueOf(value).multiply(factor(mention.unit)))
        ? mention
        : null;
  }

  // "8x7B", "8×22B", "8 x 7B", "Foo 8x 7B"; else in "12x 7B" the 12x is a factor.
  private boolean isExperts(int token) {
    boolean times = tokens.is(token + 1, Tokens.TIMES) || tokens.isWord(token + 1, "x");
    boolean sign = tokens.is(token + 1, Tokens.TIMES);
    return times
        && tokens.is(token + 2, Tokens.NUMBER)
        && (sign
            || tokens.spaced(token + 1) == tokens.spaced(token + 2)
            || (tokens.startsUpper(token - 1) && tokens.length(token) == 1));
  }

  private Mention withExperts(int token) {
    Mention mention = new Mention(token, token + 2);
    if (!readUnit(mention) || mention.unit == Unit.THOUSAND || !readValue(mention)) {
      return null;
    }
    BigDecimal experts = value(token);
    if (experts == null || experts.scale() > 0 || experts.intValue() > MOST_EXPERTS) {
      return null;
    }
    mention.experts = experts.intValue();
    mention.parameters = Math.multiplyExact(mention.parameters, experts.intValue());
    return mention.parameters > 0 ? mention : null;
  }

  // LaTeX may stand between the digits and the unit ("$7$B", "{7}B"), a hyphen before a word
  // ("0.6-billion").
  private boolean readUnit(Mention mention) {
    int unit = mention.number + 1;
    boolean spaced = tokens.spaced(unit);
    while (unit < mention.number + 4 && isTransparent(tokens.kind(unit))) {
      unit++;
      spaced |= tokens.spaced(unit);
    }
    if (tokens.is(unit, '-') && tokens.glued(unit) && tokens.glued(unit + 1)) {
      return tokens.length(unit + 1) > 1 && readUnit(mention, unit + 1, false);
    }
    return readUnit(mention, unit, spaced);
  }

  private static boolean isTransparent(byte kind) {
    return kind == '$' || kind == '{' || kind == '}';
  }

  private boolean readUnit(Mention mention, int token, boolean spaced) {
    if (!tokens.has(token, Words.UNIT)) {
      return false;
    }
    boolean letter = tokens.length(token) == 1;
    byte initial = tokens.at(token, 0);
    boolean lower = !Tokens.isUpper(initial);
    // "7 b" and "4 k" are no way to write a size; "7B7" is no unit but a code.
    if (letter && ((spaced && (lower || isPrefix(token))) || gluedNumber(token + 1))) {
      return false;
    }
    mention.last = token;
    mention.unitIsWord = !letter;
    mention.unitIsLower = lower;
    mention.unitIsSpaced = spaced;
    mention.unit = unit(token, initial);
    return true;
  }

  // "20,000 B-rep models", "500 B-splines", "2 M-estimators"
  private boolean isPrefix(int token) {
    return tokens.is(token + 1, '-')
        && tokens.glued(token + 1)
        && tokens.glued(token + 2)
        && tokens.is(token + 2, Tokens.WORD)
        && !tokens.has(token + 2, Words.PARAMETER | Words.SCALE | Words.MODEL);
  }

  private boolean gluedNumber(int token) {
    return tokens.glued(token) && tokens.is(token, Tokens.NUMBER);
  }

  private Unit unit(int token, byte initial) {
    return switch (initial | 0x20) {
      case 'b' -> Unit.BILLION;
      case 'm' -> Unit.MILLION;
      case 'k' -> Unit.THOUSAND;
      default ->
          tokens.length(token) > 1 && (tokens.at(token, 1) | 0x20) == 'h'
              ? Unit.THOUSAND
              : Unit.TRILLION;
    };
  }

  private boolean readValue(Mention mention) {
    return setValue(mention, mention.unit);
  }

  /** Gives the number a value by a unit that stands elsewhere; false if it cannot have it. */
  boolean setValue(Mention mention, Unit unit) {
    BigDecimal value = value(mention.number);
    if (value == null || !setValue(mention, value.multiply(factor(unit)))) {
      return false;
    }
    mention.unit = unit;
    return true;
  }

  private static BigDecimal factor(Unit unit) {
    return BigDecimal.valueOf(unit.factor);
  }

  private static boolean setValue(Mention mention, BigDecimal parameters) {
    if (parameters.signum() == 0 || parameters.compareTo(MOST_PARAMETERS) > 0) {
      return false;
    }
    mention.parameters = parameters.setScale(0, RoundingMode.HALF_UP).longValueExact();
    return mention.parameters > 0;
  }

  /** The digits' value, or null for a version such as 1.2.3 or a number of absurd length. */
  BigDecimal value(int token) {
    if (tokens.length(token) > LONGEST_NUMBER) {
      return null;
    }
    StringBuilder plain = new StringBuilder();
    String written =
        new String(tokens.text(), tokens.start(token), tokens.length(token), ISO_8859_1);
    int points = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      points += c == '.' ? 1 : 0;
      if (c == '.' || (c >= '0' && c <= '9')) {
        plain.append(c);
      }
    }
    return points > 1 ? null : new BigDecimal(plain.toString());
  }

  /** "30A3B": whether a letter stands between all parameters and the active ones. */
  static boolean isTotalBeforeActive(Tokens tokens, int letter) {
    boolean name = tokens.is(letter - 2, '-') || tokens.spaced(letter - 1);
    return name
        && tokens.isWord(letter, "a")
        && tokens.startsUpper(letter)
        && tokens.glued(letter)
        && tokens.glued(letter + 1)
        && tokens.is(letter - 1, Tokens.NUMBER);
  }
}
