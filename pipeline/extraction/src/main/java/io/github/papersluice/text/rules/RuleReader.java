package io.github.papersluice.text.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a file of rules: sets, rules and their cases. */
final class RuleReader<V extends Enum<V>> {
  private static final String SET = "set ";
  private static final String ARROW = "=>";
  private static final String NOTHING = "-";

  private final ResourceLines lines;
  private final Class<V> values;
  private final SymbolNames names;
  private final List<String> flags;
  private final List<Rule<V>> rules = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** The text of a rule or set so far, null before the first one, and where it began. */
  private String open;

  private int openLine;
  private boolean openHasCase;

  RuleReader(Lexicon lexicon, ResourceLines lines, Class<V> values, List<String> flags) {
    this.lines = lines;
    this.values = values;
    this.flags = flags;
    names = new SymbolNames(lexicon);
  }

  List<Rule<V>> read() {
    for (int i = 0; i < lines.lines().size(); i++) {
      String line = lines.lines().get(i);
      if (!line.isBlank() && line.charAt(0) != '#') {
        line(line, i + 1);
      }
    }
    close();
    return rules;
  }

  private void line(String line, int number) {
    if (RuleCase.isCase(line)) {
      if (open == null) {
        throw lines.refuse(number, "a case without a rule above it");
      }
      openHasCase |= line.charAt(2) == '=';
    } else if (line.charAt(0) == ' ') {
      if (open == null || openHasCase) {
        throw lines.refuse(number, "nothing above that this line could continue");
      }
      open += line;
    } else {
      close();
      open = line;
      openLine = number;
      openHasCase = false;
    }
  }

  private void close() {
    if (open != null) {
      if (open.startsWith(SET)) {
        set();
      } else {
        rule();
      }
    }
    open = null;
  }

  private void set() {
    int equals = open.indexOf('=');
    if (equals < 0) {
      throw lines.refuse(openLine, "expected: set NAME = ...");
    }
    String name = open.substring(SET.length(), equals).strip();
    PatternReader reader = reader(equals + 1, open.length());
    names.define(name, reader.wholeSet(), reader);
  }

  private PatternReader reader(int from, int to) {
    return new PatternReader(open.substring(from, to), names, flags, lines, openLine);
  }

  private void rule() {
    int colon = open.indexOf(':');
    int arrow = open.lastIndexOf(ARROW);
    if (colon < 1 || arrow < colon) {
      throw lines.refuse(openLine, "expected: name: pattern => VALUE");
    }
    String name = open.substring(0, colon);
    if (!seen.add(name)) {
      throw lines.refuse(openLine, "two rules are called " + name);
    }
    if (!openHasCase) {
      throw lines.refuse(openLine, "rule " + name + " has no case: add a line with = and a text");
    }
    Pattern pattern = reader(colon + 1, arrow).pattern();
    V value = value(open.substring(arrow + ARROW.length()).strip());
    rules.add(new Rule<>(name, value, lines.file(), openLine, pattern));
  }

  private V value(String written) {
    if (written.equals(NOTHING)) {
      return null;
    }
    for (V value : values.getEnumConstants()) {
      if (value.name().equals(written.toUpperCase(Locale.ROOT))) {
        return value;
      }
    }
    throw lines.refuse(
        openLine,
        "unknown value "
            + written
            + "; it must be one of "
            + List.of(values.getEnumConstants())
            + " or "
            + NOTHING);
  }
}
