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

  // "8x7B", "8×22B", "8 x 7B"; not "12x 7B", where 12x is a factor.
  private boolean isExperts(int token) {
    boolean times = tokens.is(token + 1, Tokens.TIMES) || tokens.isWord(token + 1, "x");
    boolean sign = tokens.is(token + 1, Tokens.TIMES);
    return times
        && tokens.is(token + 2, Tokens.NUMBER)
        && (sign || tokens.spaced(token + 1) == tokens.spaced(token + 2));
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
    if (letter && ((spaced && lower) || gluedNumber(token + 1))) {
      return false;
    }
    mention.last = token;
    mention.unitIsWord = !letter;
    mention.unitIsLower = lower;
    mention.unitIsSpaced = spaced;
    mention.unit = unit(token, initial);
    return true;
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
    if (value == null || value.signum() == 0) {
      return false;
    }
    BigDecimal parameters = value.multiply(BigDecimal.valueOf(unit.factor));
    if (parameters.compareTo(MOST_PARAMETERS) > 0) {
      return false;
    }
    mention.unit = unit;
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
}
