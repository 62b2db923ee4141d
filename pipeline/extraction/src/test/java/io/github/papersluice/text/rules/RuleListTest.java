package io.github.papersluice.text.rules;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleListTest {
  private enum Answer {
    YES,
    NO
  }

  private static final Lexicon LEXICON =
      Lexicon.of(
          RuleListTest.class,
          lines(
              "SMALL: of the",
              "FRUIT COUNTED: plums pears",
              "  figs",
              "every SMALL is STEP",
              "STEP: some",
              "-: no more than"),
          Map.of("NUMBER", MadeTokens.NUMBER));

  private static final List<String> FLAGS = List.of("early", "late");

  private static ResourceLines lines(String... lines) {
    return new ResourceLines("made.rules", List.of(lines));
  }

  private static RuleList<Answer> rules(String... lines) {
    return RuleList.of(LEXICON, lines(lines), Answer.class, FLAGS);
  }

  /** One rule, and whether it fits the first number of a text. */
  private static boolean fits(String pattern, String text, long flags) {
    return decides(rules("one: " + pattern + " => YES", "  = none"), text, flags) != null;
  }

  private static Rule<Answer> decides(RuleList<Answer> rules, String text, long flags) {
    MadeTokens tokens = new MadeTokens(LEXICON, text);
    int number = tokens.firstNumber();
    return rules.first(tokens, number, number, flags);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          @ plums; 7 plums; true
          @ plums; 7 PLUMS; true
          @ plums; 7 pears; false
          @ plums; 7; false
          @ FRUIT; 7 figs; true
          @ FRUIT; 7 of figs; false
          @ SMALL* FRUIT; 7 figs; true
          @ SMALL* FRUIT; 7 of the figs; true
          @ SMALL{1} FRUIT; 7 of the figs; false
          @ SMALL+ FRUIT; 7 figs; false
          @ SMALL? FRUIT; 7 the figs; true
          @ STEP FRUIT; 7 the figs; true
          @ STEP FRUIT; 7 some figs; true
          @ WORD plums; 7 odd plums; true
          @ (WORD less SMALL) plums; 7 the plums; false
          @ (plums | pears); 7 pears; true
          @ !plums WORD; 7 plums; false
          @ !plums WORD; 7 pears; true
          @ !FRUIT; 7; true
          @ ^WORD; 7 Odd; true
          @ ^WORD; 7 odd; false
          @ _WORD; 7odd; true
          @ _WORD; 7 odd; false
          @ ~WORD; 7 odd; true
          @ ~WORD; 7odd; false
          @ '(' FRUIT ')'; 7 (figs); true
          @ EDGE; 7; true
          @ EDGE; 7 odd; false
          no more than @; no more than 7; true
          no more than @; more than 7; false
          more SMALL* @; more of the 7; true
          than '-' _@; than -7; true
          than '-' _@; than - 7; false
          no @ FRUIT; no 7 figs; true
          no @ FRUIT; some 7 figs; false
          @NUMBER; 7; true
          @FRUIT; 7; false
          """)
  void aPatternFitsOrNot(String pattern, String text, boolean expected) {
    assertThat(fits(pattern, text, 0), is(expected));
  }

  @ParameterizedTest(name = "{0} with flags {1}: {2}")
  @CsvSource({
    "@[early], 1, true",
    "@[early], 2, false",
    "@[!early], 2, true",
    "@[early !late], 3, false",
    "@[early late], 3, true"
  })
  void aPlaceIsKnownByItsFlags(String pattern, long flags, boolean expected) {
    assertThat(fits(pattern, "7", flags), is(expected));
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    RuleList<Answer> rules =
        rules(
            "figs: @ figs => NO",
            "  = 7 figs",
            "fruit: @ FRUIT => YES",
            "  = 7 pears",
            "some: some @ => -",
            "  = some 7");

    assertThat(decides(rules, "7 figs", 0).name(), is("figs"));
    assertThat(decides(rules, "some 7 pears", 0).value(), is(Answer.YES));
    assertThat(decides(rules, "some 7 things", 0).value(), is(nullValue()));
    assertThat(decides(rules, "7 things", 0), is(nullValue()));
  }

  @Test
  void aRuleBeyondTheSixtyFourthIsFound() {
    String[] lines = new String[202];
    for (int i = 0; i < 200; i += 2) {
      lines[i] = "r" + i + ": " + "more ".repeat(i / 2 + 2) + "@ => NO";
      lines[i + 1] = "  = x";
    }
    lines[200] = "last: figs @ => YES";
    lines[201] = "  = x";
    // Longer runs stand below shorter ones, which fit first: those would be refused.
    for (int i = 0, k = 198; i < k; i += 2, k -= 2) {
      String swap = lines[i];
      lines[i] = lines[k];
      lines[k] = swap;
    }

    assertThat(decides(rules(lines), "figs 7", 0).name(), is("last"));
    assertThat(decides(rules(lines), "more more 7", 0).name(), is("r0"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      textBlock =
          """
          a: @ apples => YES % the word apples is not in the lexicon
          a: @ NUT => YES % unknown class, kind or set NUT; the classes are [COUNTED, FRUIT, SMALL, STEP]
          a: @ figs => MAYBE % unknown value MAYBE; it must be one of [YES, NO] or -
          a: @[soon] figs => YES % unknown flag soon; the flags are [early, late]
          a: figs => YES % the pattern has no place @
          a: @ @ => YES % a pattern has one place @, and it cannot be denied
          a: @ SMALL* the => YES % rule a never gets to the: SMALL* takes it first
          a: @ SMALL{5} the => YES % rule a never gets to the: SMALL{5} takes it first
          a: the SMALL* @ => YES % rule a never gets to the: SMALL* takes it first
          a: @ (of less SMALL) => YES % rule a never decides: no token fits (of less SMALL)
          a: @ !the* => YES % what is denied cannot be repeated: !the*
          a: @ (figs => YES % expected ) before:
          a: @ '' => YES % expected ' before:
          a: @ figs % expected: name: pattern => VALUE
          """)
  void aRuleThatCannotWorkIsRefused(String rule, String problem) {
    RuleFileException refused =
        assertThrows(RuleFileException.class, () -> rules("# The first line", rule, "  = a text"));

    assertThat(refused.getMessage().strip(), is("made.rules:2: " + problem.strip()));
  }

  @Test
  void aRuleWithoutACaseIsRefused() {
    RuleFileException refused =
        assertThrows(
            RuleFileException.class,
            () -> rules("a: @ figs => YES", "  ! none", "b: @ plums => NO", "  = some"));

    assertThat(
        refused.getMessage(), is("made.rules:1: rule a has no case: add a line with = and a text"));
  }

  @ParameterizedTest(name = "{0} covers {1}: {2}")
  @CsvSource({
    "@ FRUIT, @ figs, true",
    "@ figs, @ FRUIT, false",
    "@ FRUIT, @ figs of, true",
    "@ FRUIT of, @ figs, false",
    "@ SMALL* figs, @ SMALL* figs, true",
    "@ SMALL*, @ figs, true",
    "some @, @ figs, false",
    "@[early], @[early late] figs, true",
    "@[early], @ figs, false"
  })
  void aRuleBelowOneThatFitsAllItFitsIsRefused(String first, String second, boolean refused) {
    String[] lines = {"a: " + first + " => YES", "  = x", "b: " + second + " => NO", "  = y"};
    if (refused) {
      RuleFileException problem = assertThrows(RuleFileException.class, () -> rules(lines));
      assertThat(
          problem.getMessage(),
          is("made.rules:3: rule b never decides: a above it fits whatever it fits"));
    } else {
      assertThat(rules(lines).rules().size(), is(2));
    }
  }

  @Test
  void aSetStandsForItsTokens() {
    RuleList<Answer> rules =
        rules("set BOTH = FRUIT | '$' less figs", "a: @ BOTH", "  BOTH => YES", "  = x");

    assertThat(decides(rules, "7 $ plums", 0).name(), is("a"));
    assertThat(decides(rules, "7 $ figs", 0), is(nullValue()));
  }

  @Test
  void aSetMustNotHideAClass() {
    RuleFileException refused =
        assertThrows(RuleFileException.class, () -> rules("set FRUIT = figs"));

    assertThat(
        refused.getMessage(),
        is("made.rules:1: there is a class, kind or set called FRUIT already"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '%',
      textBlock =
          """
          B: figs % the word figs is in the lexicon twice
          every C is A % unknown class C; the classes are [A]
          every A % expected: every CLASS is CLASS
          pears % expected CLASS: words, or: every CLASS is CLASS
          """)
  void aLexiconThatCannotWorkIsRefused(String line, String problem) {
    ResourceLines lines = new ResourceLines("made.txt", List.of("A: figs", line));

    RuleFileException refused =
        assertThrows(
            RuleFileException.class, () -> Lexicon.of(RuleListTest.class, lines, Map.of()));

    assertThat(refused.getMessage(), is("made.txt:2: " + problem));
  }
}
