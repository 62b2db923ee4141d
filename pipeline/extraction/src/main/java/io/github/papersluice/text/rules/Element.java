package io.github.papersluice.text.rules;

import java.util.List;

/**
 * One place of a pattern: which tokens fit, how often, and how they must stand.
 *
 * @param set the tokens that fit
 * @param stand what else is asked of them
 * @param not none of these may follow; takes no token
 * @param least how many there must be
 * @param most how many are taken
 * @param written as it stands in the file
 */
record Element(SymbolSet set, Stand stand, boolean not, int least, int most, String written) {
  /** No run of tokens is followed further: what stands there says nothing of the place judged. */
  static final int LONGEST_RUN = 64;

  /**
   * How a token must stand.
   *
   * @param glued nothing is between it and the one before
   * @param spaced a space is
   * @param capital it begins with a capital letter
   */
  record Stand(boolean glued, boolean spaced, boolean capital) {
    static final Stand ANY = new Stand(false, false, false);

    boolean fits(TokenView tokens, int token) {
      return (!glued || tokens.glued(token))
          && (!spaced || !tokens.glued(token))
          && (!capital || tokens.startsUpper(token));
    }

    /** Whether whatever stands as the other one asks stands like this, too. */
    boolean holds(Stand other) {
      return (!glued || other.glued) && (!spaced || other.spaced) && (!capital || other.capital);
    }
  }

  boolean fits(TokenView tokens, int token) {
    return set.has(tokens.symbol(token)) && stand.fits(tokens, token);
  }

  /** Whether each token that fits the other one fits this one. */
  boolean holds(Element other) {
    return set.holdsAll(other.set) && stand.holds(other.stand);
  }

  boolean isSingle() {
    return !not && least == 1 && most == 1;
  }

  /** Whether the elements, from a token on, fit. */
  static boolean fit(List<Element> elements, TokenView tokens, int start, int step) {
    int at = start;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      int taken = 0;
      while (taken < element.most && element.fits(tokens, at)) {
        at += step;
        taken++;
      }
      if (element.not ? taken > 0 : taken < element.least) {
        return false;
      }
      if (element.not) {
        at -= step * taken;
      }
    }
    return true;
  }
}
