package io.github.papersluice.text.rules;

import java.util.List;

/** Refuses rules that can never decide anything. */
final class RuleChecks {
  private RuleChecks() {}

  static <V> void check(List<Rule<V>> rules) {
    for (int i = 0; i < rules.size(); i++) {
      Rule<V> rule = rules.get(i);
      checkReachable(rule, rule.pattern().left());
      checkReachable(rule, rule.pattern().right());
      for (int k = 0; k < i; k++) {
        if (covers(rules.get(k).pattern(), rule.pattern())) {
          throw refuse(rule, "never decides: " + rules.get(k) + " above it fits whatever it fits");
        }
      }
    }
  }

  private static RuleFileException refuse(Rule<?> rule, String problem) {
    String place = rule.place();
    int colon = place.lastIndexOf(':');
    return new RuleFileException(
        place.substring(0, colon),
        Integer.parseInt(place.substring(colon + 1)),
        "rule " + rule.name() + " " + problem);
  }

  // An unlimited element takes all it can get; what fits it never comes to the one behind it.
  private static void checkReachable(Rule<?> rule, List<Element> side) {
    Element greedy = null;
    for (Element element : side) {
      if (element.set().isEmpty()) {
        throw refuse(rule, "never decides: no token fits " + element.written());
      }
      if (!element.not()) {
        if (greedy != null && greedy.holds(element)) {
          throw refuse(
              rule,
              "never gets to " + element.written() + ": " + greedy.written() + " takes it first");
        }
        greedy = element.most() > 1 ? element : null;
      }
    }
  }

  /** Whether a pattern surely fits wherever another one does. */
  private static boolean covers(Pattern wide, Pattern narrow) {
    return (wide.needed() & ~narrow.needed()) == 0
        && (wide.refused() & ~narrow.refused()) == 0
        && wide.place().holds(narrow.place())
        && covers(wide.left(), narrow.left())
        && covers(wide.right(), narrow.right());
  }

  private static boolean covers(List<Element> wide, List<Element> narrow) {
    int at = 0;
    for (; at < wide.size() && at < narrow.size(); at++) {
      Element one = wide.get(at);
      Element other = narrow.get(at);
      boolean singles = one.isSingle() && other.isSingle() && one.holds(other);
      if (!singles && !one.written().equals(other.written())) {
        break;
      }
    }
    for (; at < wide.size(); at++) {
      if (wide.get(at).least() > 0 || wide.get(at).not()) {
        return false;
      }
    }
    return true;
  }
}
