package io.github.papersluice.text.rules;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Rules in order, of which the first that fits a place decides.
 *
 * <p>An index by the token on each side leaves few rules to try, however many there are. The index
 * entry of a token is made when that token is first met; two threads may both make it, and make the
 * same.
 */
public final class RuleList<V extends Enum<V>> {
  private final List<Rule<V>> rules;
  private final int words;
  private final SymbolSet[] leftNeighbours;
  private final SymbolSet[] rightNeighbours;
  private final AtomicReferenceArray<long[]> byLeft;
  private final AtomicReferenceArray<long[]> byRight;

  private RuleList(Lexicon lexicon, List<Rule<V>> rules) {
    this.rules = List.copyOf(rules);
    words = (rules.size() + Long.SIZE - 1) / Long.SIZE;
    byLeft = new AtomicReferenceArray<>(lexicon.symbols());
    byRight = new AtomicReferenceArray<>(lexicon.symbols());
    leftNeighbours = new SymbolSet[rules.size()];
    rightNeighbours = new SymbolSet[rules.size()];
    for (int i = 0; i < rules.size(); i++) {
      Pattern pattern = rules.get(i).pattern();
      leftNeighbours[i] = Pattern.neighbours(pattern.left(), lexicon);
      rightNeighbours[i] = Pattern.neighbours(pattern.right(), lexicon);
    }
  }

  /**
   * Reads and checks a file of rules.
   *
   * @param lexicon its words; the file lies beside it
   * @param resource the file's name
   * @param values what rules decide on
   * @param flags what a place may be known to be beforehand: the first name is bit 0, and so on
   * @throws RuleFileException if a rule cannot be used: an unknown name, no case, never reached
   */
  public static <V extends Enum<V>> RuleList<V> read(
      Lexicon lexicon, String resource, Class<V> values, List<String> flags) {
    ResourceLines lines = ResourceLines.read(lexicon.room(), resource);
    return of(lexicon, lines, values, flags);
  }

  static <V extends Enum<V>> RuleList<V> of(
      Lexicon lexicon, ResourceLines lines, Class<V> values, List<String> flags) {
    List<Rule<V>> rules = new RuleReader<>(lexicon, lines, values, flags).read();
    RuleChecks.check(rules);
    return new RuleList<>(lexicon, rules);
  }

  /** The rules in order. */
  public List<Rule<V>> rules() {
    return rules;
  }

  /**
   * The rule that decides on a place, or null if none does.
   *
   * @param first the place's first token
   * @param last its last token
   * @param flags what is known of the place
   */
  public Rule<V> first(TokenView tokens, int first, int last, long flags) {
    long[] left = index(byLeft, leftNeighbours, tokens.symbol(first - 1));
    long[] right = index(byRight, rightNeighbours, tokens.symbol(last + 1));
    for (int word = 0; word < words; word++) {
      for (long open = left[word] & right[word]; open != 0; open &= open - 1) {
        Rule<V> rule = rules.get(word * Long.SIZE + Long.numberOfTrailingZeros(open));
        if (rule.pattern().fits(tokens, first, last, flags)) {
          return rule;
        }
      }
    }
    return null;
  }

  private long[] index(AtomicReferenceArray<long[]> index, SymbolSet[] neighbours, int symbol) {
    long[] found = index.get(symbol);
    if (found == null) {
      found = new long[words];
      for (int i = 0; i < neighbours.length; i++) {
        if (neighbours[i].has(symbol)) {
          found[i / Long.SIZE] |= 1L << i;
        }
      }
      index.set(symbol, found);
    }
    return found;
  }
}
