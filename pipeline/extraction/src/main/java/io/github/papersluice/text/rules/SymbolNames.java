package io.github.papersluice.text.rules;

import java.util.HashMap;
import java.util.Map;

/** What the names in a file of rules stand for: the lexicon's classes, and sets of the file. */
final class SymbolNames {
  private final Lexicon lexicon;
  private final Map<String, SymbolSet> sets = new HashMap<>();

  SymbolNames(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  void define(String name, SymbolSet set, PatternReader reader) {
    if (!isName(name)) {
      throw reader.refuse("a set's name is of capital letters: " + name);
    }
    if (lexicon.named(name) != null || sets.put(name, set) != null) {
      throw reader.refuse("there is a class, kind or set called " + name + " already");
    }
  }

  /** The symbols of a class, kind, set or word as written. */
  SymbolSet symbols(String written, PatternReader reader) {
    if (isName(written)) {
      SymbolSet set = sets.get(written);
      set = set != null ? set : lexicon.named(written);
      if (set == null) {
        throw reader.refuse(
            "unknown class, kind or set " + written + "; the classes are " + lexicon.classNames());
      }
      return set;
    }
    int symbol = lexicon.symbol(written);
    if (symbol == Lexicon.UNKNOWN_WORD) {
      throw reader.refuse("the word " + written + " is not in the lexicon");
    }
    return lexicon.none().add(symbol);
  }

  private static boolean isName(String written) {
    char first = written.isEmpty() ? 0 : written.charAt(0);
    return first >= 'A' && first <= 'Z';
  }
}
