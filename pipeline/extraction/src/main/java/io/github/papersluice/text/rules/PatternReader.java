package io.github.papersluice.text.rules;

import io.github.papersluice.text.rules.Element.Stand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads a pattern, or the set behind a set's name, from left to right. */
final class PatternReader {
  private final String text;
  private final SymbolNames names;
  private final List<String> flags;
  private final ResourceLines lines;
  private final int line;
  private int at;

  PatternReader(String text, SymbolNames names, List<String> flags, ResourceLines lines, int line) {
    this.text = text;
    this.names = names;
    this.flags = flags;
    this.lines = lines;
    this.line = line;
  }

  RuleFileException refuse(String problem) {
    return lines.refuse(line, problem);
  }

  /** The whole text as one set. */
  SymbolSet wholeSet() {
    SymbolSet set = set();
    skipSpaces();
    if (at < text.length()) {
      throw refuse("expected | or less before: " + text.substring(at));
    }
    return set;
  }

  /** The whole text as a pattern. */
  Pattern pattern() {
    List<Element> left = new ArrayList<>();
    List<Element> right = new ArrayList<>();
    Element place = null;
    long[] known = new long[2];
    for (skipSpaces(); at < text.length(); skipSpaces()) {
      int start = at;
      boolean not = accept('!');
      Stand stand = stand();
      if (!accept('@')) {
        (place == null ? left : right).add(element(start, not, stand));
      } else if (place != null || not) {
        throw refuse("a pattern has one place @, and it cannot be denied");
      } else {
        place = place(start, stand);
        flags(known);
      }
    }
    if (place == null) {
      throw refuse("the pattern has no place @");
    }
    Collections.reverse(left);
    return new Pattern(List.copyOf(left), place, List.copyOf(right), known[0], known[1]);
  }

  private Element place(int start, Stand stand) {
    boolean open = at == text.length() || peek() == ' ' || peek() == '[';
    SymbolSet set = open ? names.symbols("ANY", this) : atom();
    return new Element(set, stand, false, 1, 1, text.substring(start, at));
  }

  private Stand stand() {
    boolean glued = accept('_');
    boolean spaced = !glued && accept('~');
    return new Stand(glued, spaced, accept('^'));
  }

  private Element element(int start, boolean not, Stand stand) {
    SymbolSet set = atom();
    int least = 1;
    int most = 1;
    if (accept('?')) {
      least = 0;
    } else if (accept('*')) {
      least = 0;
      most = Element.LONGEST_RUN;
    } else if (accept('+')) {
      most = Element.LONGEST_RUN;
    } else if (accept('{')) {
      least = 0;
      most = number();
      expect('}');
    }
    if (not && (most > 1 || least == 0)) {
      throw refuse("what is denied cannot be repeated: " + text.substring(start, at));
    }
    return new Element(set, stand, not, least, most, text.substring(start, at));
  }

  private int number() {
    int start = at;
    while (at < text.length() && peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start || at > start + 2) {
      throw refuse("expected a number below 100 before: " + text.substring(start));
    }
    return Integer.parseInt(text.substring(start, at));
  }

  /** {@code [attached !spelled]}: flags that must be set, and such that must not. */
  private void flags(long[] known) {
    if (!accept('[')) {
      return;
    }
    for (skipSpaces(); !accept(']'); skipSpaces()) {
      if (at == text.length()) {
        throw refuse("expected ] at the end");
      }
      int refused = accept('!') ? 1 : 0;
      String name = flag();
      int bit = flags.indexOf(name);
      if (bit < 0) {
        throw refuse("unknown flag " + name + "; the flags are " + flags);
      }
      known[refused] |= 1L << bit;
    }
  }

  /** {@code a | b less c | d}. */
  private SymbolSet set() {
    SymbolSet set = union();
    skipSpaces();
    if (text.startsWith("less ", at)) {
      at += "less ".length();
      set.removeAll(union());
    }
    return set;
  }

  private SymbolSet union() {
    SymbolSet set = names.lexicon().none();
    do {
      skipSpaces();
      set.addAll(atom());
      skipSpaces();
    } while (accept('|'));
    return set;
  }

  private SymbolSet atom() {
    if (accept('(')) {
      SymbolSet set = set();
      skipSpaces();
      expect(')');
      return set;
    }
    if (accept('\'')) {
      char mark = at < text.length() ? text.charAt(at++) : 0;
      expect('\'');
      if (mark <= ' ' || mark > '~') {
        throw refuse("a mark is one ASCII character in quotes");
      }
      return names.lexicon().none().add(mark);
    }
    return names.symbols(word(), this);
  }

  private String word() {
    int start = at;
    while (at < text.length() && (Character.isLetter(peek()) || isInner(peek()))) {
      at++;
    }
    if (at == start) {
      throw refuse("expected a word, a class or a mark in quotes before: " + text.substring(at));
    }
    return text.substring(start, at);
  }

  private String flag() {
    int start = at;
    while (at < text.length() && peek() != ' ' && peek() != ']') {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isInner(char c) {
    return (c == '_' || c == '-')
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private char peek() {
    return text.charAt(at);
  }

  private boolean accept(char c) {
    if (at < text.length() && peek() == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw refuse("expected " + c + " before: " + text.substring(at));
    }
  }

  private void skipSpaces() {
    while (at < text.length() && peek() == ' ') {
      at++;
    }
  }
}
