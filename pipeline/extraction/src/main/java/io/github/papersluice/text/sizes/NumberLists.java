package io.github.papersluice.text.sizes;

import io.github.papersluice.text.sizes.Mention.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the numbers of a field and joins those of one list or range: "7B, 13B, and 70B". */
final class NumberLists {
  private static final int STOPPERS = Words.STOP | Words.DIFFERENCE;
  private static final int LONGEST_JOINER = 7;
  private static final int MOST_SHARED = 16;

  private final Tokens tokens;
  private final NumberReader numbers;
  private final NameReader names;
  private final boolean unitWords;
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * The numbers of a field.
   *
   * @param unitWords whether a unit is written out anywhere, so that a number may be a word
   */
  NumberLists(Tokens tokens, NameReader names, boolean unitWords) {
    this.tokens = tokens;
    this.names = names;
    this.unitWords = unitWords;
    numbers = new NumberReader(tokens);
  }

  /** All numbers that have a unit, share one, or count parameters, in order. */
  List<Mention> read() {
    int token = 0;
    while (token < tokens.count()) {
      if (tokens.is(token, Tokens.NUMBER)) {
        token = readAt(token);
      } else {
        Mention spelled = unitWords ? numbers.spelled(token) : null;
        token = spelled == null ? token + 1 : added(spelled);
      }
    }
    for (Mention mention : mentions) {
      names.locate(mention);
    }
    return mentions;
  }

  private int readAt(int token) {
    Mention mention = numbers.withUnit(token);
    if (mention == null) {
      mention = numbers.power(token);
      if (mention == null) {
        mention = countsParameters(token) ? numbers.bare(token) : null;
      } else if (!countsParameters(mention.last) && !beginsRange(mention)) {
        mention = null;
      }
      if (mention == null) {
        return token + 1;
      }
    }
    addTotal(mention);
    addShared(mention);
    return added(mention);
  }

  // "$10^6$ to $10^9$ parameters"
  private boolean beginsRange(Mention power) {
    int joiner = power.last + 1;
    while (isSign(tokens.kind(joiner))) {
      joiner++;
    }
    if (power.first == power.last || !isJoiner(joiner)) {
      return false;
    }
    int next = joiner + 1;
    while (isSign(tokens.kind(next))) {
      next++;
    }
    Mention other = tokens.is(next, Tokens.NUMBER) ? numbers.power(next) : null;
    return other != null && countsParameters(other.last);
  }

  /** Adds a number; the token behind it. */
  private int added(Mention mention) {
    add(mention);
    return mention.last + 1;
  }

  // "30A3B": the number before the A counts all parameters, in the unit of the active ones.
  private void addTotal(Mention active) {
    int total = active.first - 2;
    if (NumberReader.isTotalBeforeActive(tokens, active.first - 1) && active.unit != Unit.NONE) {
      Mention mention = new Mention(total, total);
      mention.unitIsShared = true;
      if (isFree(total) && numbers.setValue(mention, active.unit)) {
        add(mention);
      }
    }
  }

  private boolean isFree(int token) {
    return mentions.isEmpty() || mentions.get(mentions.size() - 1).last < token;
  }

  private void add(Mention mention) {
    Mention previous = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
    mention.list =
        previous == null ? 0 : isJoined(previous, mention) ? previous.list : previous.list + 1;
    mentions.add(mention);
  }

  private boolean countsParameters(int token) {
    int noun = token + 1;
    while (noun < token + 3 && isSign(tokens.kind(noun))) {
      noun++;
    }
    int limit = noun + 5;
    while (noun < limit
        && (tokens.classes(noun) & STOPPERS) == 0
        && (tokens.is(noun, Tokens.WORD) || tokens.is(noun, '-'))) {
      if (tokens.has(noun, Words.PARAMETER)) {
        return true;
      }
      noun++;
    }
    return false;
  }

  // "7/13B", "0.5--14B", "1 to 3 billion", "{1,3,7}B": the numbers on the left take the unit.
  private void addShared(Mention mention) {
    if (mention.experts != null || (mention.unit == Unit.NONE && !isTightRange(mention.first))) {
      return;
    }
    Deque<Mention> shared = new ArrayDeque<>();
    Mention right = mention;
    while (shared.size() < MOST_SHARED) {
      Mention left = sharing(right, mention.unit);
      if (left == null || isVersion(left.first, left.last + 1)) {
        break;
      }
      shared.addFirst(left);
      right = left;
    }

    shared.forEach(this::add);
  }

  // "12--36 parameters"
  private boolean isTightRange(int token) {
    return (tokens.is(token - 1, Tokens.DASH) || tokens.is(token - 1, '-'))
        && tokens.glued(token)
        && tokens.glued(token - 1)
        && tokens.is(token - 2, Tokens.NUMBER);
  }

  private Mention sharing(Mention right, Unit unit) {
    int joiner = right.first - 1;
    while (isSign(tokens.kind(joiner))) {
      joiner--;
    }

    int steps = 0;
    while (isJoiner(joiner) && steps < 3) {

      joiner--;
      steps++;
    }
    if (steps == 0 || !tokens.is(joiner, Tokens.NUMBER)) {
      return null;
    }
    Mention left = new Mention(joiner, joiner);
    left.unitIsShared = true;
    left.unitIsWord = right.unitIsWord;
    left.unitIsLower = right.unitIsLower;
    return isFree(joiner)
            && numbers.setValue(left, unit)
            && left.parameters < right.parameters
            && isSmall(joiner)
        ? left
        : null;
  }

  private boolean isSmall(int token) {
    return tokens.length(token) <= 3
        || (numbers.value(token).scale() > 0 && tokens.length(token) < 6);
  }

  private static boolean isSign(byte kind) {
    return kind == '$' || kind == '{' || kind == '}' || kind == Tokens.ABOUT;
  }

  private boolean isJoiner(int token) {
    byte kind = tokens.kind(token);
    return kind == ','
        || kind == '/'
        || kind == '-'
        || kind == Tokens.DASH
        || kind == '&'
        || tokens.has(token, Words.JOINER)
        || kind == '$'
        || kind == '|';
  }

  // The number left of the joiner belongs to what stands before it, not to the list: "Llama 2-7B",
  // "Qwen2.5-7B", "GPT-4 and 7B", "Table 3, 7B".
  private boolean isVersion(int token, int joiner) {
    int before = token - 1;
    while (isSign(tokens.kind(before))) {
      before--;
    }
    boolean tight = tokens.is(joiner, '/') || tokens.is(joiner, Tokens.DASH);
    if (tokens.glued(token)) {
      byte kind = tokens.kind(token - 1);
      if (kind == '/' && tokens.is(joiner, '-')) {
        return true;
      }
      return kind == Tokens.WORD || ((kind == '-' || kind == '_' || kind == '.') && !tight);
    }
    if (tokens.is(before, Tokens.WORD)) {
      boolean lower = !tokens.startsUpper(before) && !tokens.has(before, Words.LABEL);
      boolean known =
          tokens.has(
              before,
              Words.STOP
                  | Words.JOINER
                  | Words.ABOUT
                  | Words.MORE
                  | Words.LESS
                  | Words.MERE
                  | Words.SCALE);
      return !known && !(lower && (tokens.is(joiner, '-') || tight));
    }
    return false;
  }

  /** Whether only joiners, signs and repeated nouns stand between two numbers. */
  private boolean isJoined(Mention left, Mention right) {
    int between = right.first - left.last - 1;
    if (between < 1 || between > LONGEST_JOINER) {
      return false;
    }
    if (followsSize(right) && left.unit != right.unit) {
      return false;
    }
    boolean range = tokens.isWord(right.first - 1, "to") || tokens.isWord(right.first - 2, "to");
    if (isFarFrom(left.unit, right.unit, range ? 1_000_000 : 1_000)) {
      return false;
    }
    boolean joined = false;
    boolean noun = false;
    for (int token = left.last + 1; token < right.first; token++) {
      noun |= tokens.has(token, Words.PARAMETER);
      if (isJoiner(token)) {
        // "1.3M parameters, 336M MACs": a noun of its own ends the list, but not a range.
        joined |= !noun || tokens.isWord(token, "to") || tokens.is(token, Tokens.DASH);
      } else if (!isSign(tokens.kind(token))
          && !isFiller(token)
          && !tokens.isWord(token - 1, "vs")) {
        return false;
      }
    }
    return joined;
  }

  // "8B-1M", "2B-4T": in a name the second number counts something else.
  private boolean followsSize(Mention mention) {
    int before = mention.first - 1;
    return tokens.is(before, '-')
        && tokens.glued(before)
        && tokens.glued(mention.first)
        && tokens.has(before - 1, Words.UNIT)
        && tokens.is(before - 2, Tokens.NUMBER)
        && tokens.is(before - 3, '-');
  }

  private static boolean isFarFrom(Unit one, Unit other, long ratio) {
    return Math.max(one.factor, other.factor) / Math.min(one.factor, other.factor) > ratio;
  }

  private boolean isFiller(int token) {
    byte kind = tokens.kind(token);
    return kind == '<'
        || kind == '>'
        || kind == '+'
        || tokens.has(token, Words.PARAMETER | Words.ABOUT)
        || tokens.isWord(token, "up")
        || tokens.isWord(token, "down")
        || tokens.isWord(token, "even")
        || tokens.isWord(token, "over");
  }
}
