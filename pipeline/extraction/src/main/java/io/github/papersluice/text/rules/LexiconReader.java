package io.github.papersluice.text.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a lexicon's lines; without lambdas, whose first use costs the start of a job 20 ms. */
final class LexiconReader {
  private static final String NO_CLASS = "-";

  /** {@code every A is B}, with its line. */
  private record Inclusion(String part, String whole, int line) {}

  private final ResourceLines lines;
  private final WordTable words = new WordTable();
  private final Map<String, List<Integer>> members = new LinkedHashMap<>();
  private final Map<String, SymbolSet> classes = new LinkedHashMap<>();
  private final List<Inclusion> inclusions = new ArrayList<>();
  private List<List<Integer>> open = List.of();

  LexiconReader(ResourceLines lines) {
    this.lines = lines;
  }

  WordTable words() {
    return words;
  }

  Map<String, SymbolSet> classes() {
    return classes;
  }

  void read() {
    for (int i = 0; i < lines.lines().size(); i++) {
      String line = lines.lines().get(i);
      if (!line.isBlank() && line.charAt(0) != '#') {
        line(line, i + 1);
      }
    }
    for (Map.Entry<String, List<Integer>> entry : members.entrySet()) {
      classes.put(entry.getKey(), symbols(entry.getValue()));
    }
    // A word may be in B by way of A that was itself included later: as often as there are lines.
    for (int i = 0; i < inclusions.size(); i++) {
      for (Inclusion inclusion : inclusions) {
        include(inclusion);
      }
    }
  }

  private void line(String line, int number) {
    if (line.charAt(0) == ' ') {
      addWords(line, 0, number);
    } else if (line.startsWith("every ")) {
      inclusions.add(inclusion(parts(line, 0, line.length()), number));
    } else {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw lines.refuse(number, "expected CLASS: words, or: every CLASS is CLASS");
      }
      open = new ArrayList<>();
      for (String name : parts(line, 0, colon)) {
        if (!name.equals(NO_CLASS)) {
          open.add(membersOf(name));
        }
      }
      addWords(line, colon + 1, number);
    }
  }

  private List<Integer> membersOf(String name) {
    List<Integer> numbers = members.get(name);
    if (numbers == null) {
      numbers = new ArrayList<>();
      members.put(name, numbers);
    }
    return numbers;
  }

  private Inclusion inclusion(List<String> parts, int number) {
    if (parts.size() != 4 || !parts.get(2).equals("is")) {
      throw lines.refuse(number, "expected: every CLASS is CLASS");
    }
    return new Inclusion(parts.get(1), parts.get(3), number);
  }

  private void addWords(String line, int from, int number) {
    for (String word : parts(line, from, line.length())) {
      if (words.find(word) > 0) {
        throw lines.refuse(number, "the word " + word + " is in the lexicon twice");
      }
      int added = words.add(word);
      for (List<Integer> numbers : open) {
        numbers.add(added);
      }
    }
  }

  private static List<String> parts(String line, int from, int to) {
    List<String> parts = new ArrayList<>();
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && line.charAt(at) != ' ') {
        at++;
      }
      if (at > start) {
        parts.add(line.substring(start, at));
      }
      at++;
    }
    return parts;
  }

  private SymbolSet symbols(List<Integer> numbers) {
    SymbolSet set = new SymbolSet(Lexicon.UNKNOWN_WORD + 1 + words.count());
    for (int number : numbers) {
      set.add(Lexicon.UNKNOWN_WORD + number);
    }
    return set;
  }

  private void include(Inclusion inclusion) {
    known(inclusion.whole, inclusion.line).addAll(known(inclusion.part, inclusion.line));
  }

  private SymbolSet known(String name, int line) {
    SymbolSet set = classes.get(name);
    if (set == null) {
      throw lines.refuse(line, "unknown class " + name + "; the classes are " + classes.keySet());
    }
    return set;
  }
}
