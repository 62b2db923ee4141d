package io.github.papersluice.text.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A text beside a rule.
 *
 * @param place file and line
 * @param rule the rule's name
 * @param decides whether the rule must decide the marked place; if not, it must not
 * @param text as it stands, with {@code [[ ]]} around the place
 */
public record RuleCase(String place, String rule, boolean decides, String text) {

  /**
   * The cases of a file, in order.
   *
   * @param room the class beside which the resource lies
   * @param resource its name
   */
  public static List<RuleCase> read(Class<?> room, String resource) {
    List<RuleCase> cases = new ArrayList<>();
    String rule = "";
    int number = 0;
    for (String line : ResourceLines.read(room, resource).lines()) {
      number++;
      if (isCase(line)) {
        boolean decides = line.charAt(2) == '=';
        cases.add(new RuleCase(resource + ":" + number, rule, decides, line.substring(4)));
      } else if (line.indexOf(':') > 0 && line.charAt(0) != ' ' && line.charAt(0) != '#') {
        rule = line.substring(0, line.indexOf(':'));
      }
    }
    return cases;
  }

  static boolean isCase(String line) {
    return line.startsWith("  = ") || line.startsWith("  ! ");
  }

  @Override
  public String toString() {
    return place + " " + rule + (decides ? " decides: " : " does not decide: ") + text;
  }
}
