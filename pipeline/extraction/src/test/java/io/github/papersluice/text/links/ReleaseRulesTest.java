package io.github.papersluice.text.links;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.rules.Rule;
import io.github.papersluice.text.rules.RuleCase;
import io.github.papersluice.text.rules.RuleList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that stand beside the rules. */
final class ReleaseRulesTest {
  static Stream<Arguments> cases() {
    return Stream.of(
            cases("availability.rules", LinkAvailability.RULES),
            cases("program.rules", CodeSentence.PROGRAMS),
            cases("statement.rules", CodeSentence.STATEMENTS),
            cases("later.rules", CodeSentence.TIMES),
            cases("use.rules", LinkedCode.USES))
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> cases(String file, RuleList<?> rules) {
    return RuleCase.read(ReleaseWords.class, file).stream()
        .map(ruleCase -> Arguments.of(ruleCase, rules));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void each_rule_decides_its_own_cases(RuleCase ruleCase, RuleList<?> rules) {
    Rule<?> rule = rule(ruleCase, rules);
    String name = rule == null ? "no rule" : rule.name();

    assertThat(name, ruleCase.decides() ? is(ruleCase.rule()) : is(not(ruleCase.rule())));
  }

  @Test
  void there_are_cases() {
    assertThat(cases().count(), greaterThan(150L));
  }

  private static Rule<?> rule(RuleCase ruleCase, RuleList<?> rules) {
    String marked = ruleCase.text();
    Utf8Text text = Utf8Text.of(marked.replace("[[", "").replace("]]", ""));
    int place = marked.substring(0, marked.indexOf("[[")).getBytes(UTF_8).length;
    List<LinkMention> mentions = LinkScanner.mentions(text);
    int from = Sentence.start(text.array(), text.start(), place);
    int to = Sentence.end(text.array(), place, text.end());
    SentenceTokens tokens = new SentenceTokens();
    tokens.read(text.array(), from, to, mentions, 0);
    int token = tokens.at(place);
    boolean title = ruleCase.rule().startsWith(TextField.TITLE.columnName());
    return rules.first(tokens, token, token, title ? 1 : 0);
  }
}
