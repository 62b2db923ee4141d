package io.github.papersluice.text.rules;

import java.util.List;

/**
 * The pattern of a rule around the place that it judges.
 *
 * @param left what stands left of the place, from it outwards
 * @param place what its first token must be, and how it must stand
 * @param right what stands right of it
 * @param needed the flags that must be set
 * @param refused the flags that must not
 */
record Pattern(List<Element> left, Element place, List<Element> right, long needed, long refused) {

  boolean fits(TokenView tokens, int first, int last, long flags) {
    return (flags & needed) == needed
        && (flags & refused) == 0
        && place.fits(tokens, first)
        && Element.fit(left, tokens, first - 1, -1)
        && Element.fit(right, tokens, last + 1, 1);
  }

  /** The symbols that may stand next to the place on one side; others need not be tried. */
  static SymbolSet neighbours(List<Element> side, Lexicon lexicon) {
    SymbolSet reachable = lexicon.none();
    SymbolSet denied = lexicon.none();
    for (Element element : side) {
      if (element.not()) {
        if (element.stand().equals(Element.Stand.ANY)) {
          denied.addAll(element.set());
        }
        continue;
      }
      reachable.addAll(element.set().copy().removeAll(denied));
      if (element.least() > 0) {
        return reachable;
      }
    }
    return reachable.addAll(lexicon.none().addRange(0, lexicon.symbols()).removeAll(denied));
  }
}
