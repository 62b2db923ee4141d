package io.github.papersluice.text.sizes;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.rules.RuleCase;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of every file of rules of this room is decided by the rule that it is written under.
 */
final class RuleCasesTest {
  private static final int[] NO_LINKS = {};

  static Stream<RuleCase> cases() {
    return Stream.of("code", "verdict", "own-role", "role", "exactness")
        .flatMap(name -> RuleCase.read(Words.class, name + ".rules").stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theRuleAboveTheCaseDecides(RuleCase example) {
    SizeExplanation found = explain(example);
    assertThat(example + " no number is marked there", found, is(notNullValue()));
    String decided = rule(example, found);
    String reason = example + "\n" + found + "\n";
    if (example.decides()) {
      assertThat(reason, decided, is(example.rule()));
    } else {
      assertThat(reason, decided, is(not(example.rule())));
    }
  }

  /** The rule of the case's file that decided on the number. */
  private static String rule(RuleCase example, SizeExplanation found) {
    String file = example.place().substring(0, example.place().indexOf('.'));
    return switch (file) {
      case "role", "own-role" -> found.roleRule();
      case "exactness" -> found.exactnessRule();
      default -> found.phraseRule();
    };
  }

  private static SizeExplanation explain(RuleCase example) {
    String marked = example.text();
    int open = marked.indexOf("[[");
    int close = marked.indexOf("]]");
    String text =
        marked.substring(0, open) + marked.substring(open + 2, close) + marked.substring(close + 2);
    int start = marked.codePointCount(0, open);
    return ModelSizeScanner.explain(Utf8Text.of(""), NO_LINKS, Utf8Text.of(text), NO_LINKS).stream()
        .filter(explanation -> explanation.start() == start)
        .findFirst()
        .orElse(null);
  }
}
