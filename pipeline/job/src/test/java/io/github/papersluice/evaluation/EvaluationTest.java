package io.github.papersluice.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notANumber;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.evaluation.Mistake.Outcome;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.FactScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void figuresAreThoseComputedByHand() throws Exception {
    Scores scores = Evaluation.score(SmallDigest.records(), SmallDigest.gold());

    assertThat(scores.records(), is(3));
    assertFigures(scores.score(Measure.LINKS), 2, 4, 4, 0.5, 0.5, 0.5);
    assertFigures(scores.score(Measure.REPOSITORIES), 1, 2, 1, 0.5, 1, 2 / 3.0);
    assertFigures(scores.score(Measure.SIZES), 3, 4, 4, 0.75, 0.75, 0.75);
    assertFigures(scores.score(Measure.ROLE), 2, 3, 3, 2 / 3.0, 2 / 3.0, 2 / 3.0);
    assertFigures(scores.score(Measure.MODEL), 1, 3, 3, 1 / 3.0, 1 / 3.0, 1 / 3.0);
  }

  private static void assertFigures(
      Score score, long hits, long found, long support, double p, double r, double f1) {
    String measure = score.measure().label();
    assertThat(
        measure,
        List.of(score.hits(), score.found(), score.support()),
        contains(hits, found, support));
    assertThat(measure, score.precision(), closeTo(p, 1e-9));
    assertThat(measure, score.recall(), closeTo(r, 1e-9));
    assertThat(measure, score.f1(), closeTo(f1, 1e-9));
  }

  @Test
  void everyDifferenceIsListedByMeasureAndRecord() throws Exception {
    Scores scores = Evaluation.score(SmallDigest.records(), SmallDigest.gold());

    assertThat(
        scores.mistakes().stream().map(EvaluationTest::line).toList(),
        contains(
            "LINKS MISS 1 https://github.com/nest/Wren/wiki (GITHUB_REPOSITORY) / null",
            "LINKS MISS 1 https://wren.example.org (OTHER) / null",
            "LINKS FALSE_ALARM 1 null / https://github.com/nest/wren (GITHUB_REPOSITORY)",
            "LINKS FALSE_ALARM 1 null / https://wren.example.org (CODE_HOST)",
            "REPOSITORIES FALSE_ALARM 1 null / nest/wren",
            "SIZES MISS 3 1B = 1000000000 / null",
            "SIZES FALSE_ALARM 3 null / 1B = 1000000",
            "ROLE WRONG 1 ACTIVE / TOTAL",
            "MODEL WRONG 1 null / Wren",
            "MODEL WRONG 3 Rook / null"));
  }

  private static String line(Mistake mistake) {
    return "%s %s %d %s / %s"
        .formatted(
            mistake.measure(),
            mistake.outcome(),
            mistake.position(),
            mistake.expected(),
            mistake.found());
  }

  @Test
  void aSizeThatIsAMistakeHasTheRuleUnlessAnotherVersionJudgedIt() throws Exception {
    String text = "We train Wren-7B on 2B tokens.";
    String label =
        "{\"position\": 1, \"title\": \"Wren\", \"links\": [], \"sizes\": [{\"field\":"
            + " \"abstract\", \"start\": 20, \"end\": 22, \"surface\": \"2B\", \"parameters\":"
            + " 2000000000, \"experts\": null, \"role\": \"TOTAL\", \"model\": null}]}";
    GoldLabels gold = GoldLabels.parse("one.jsonl", label.getBytes(UTF_8));
    List<ModelSize> found = FactScanner.scan(Utf8Text.of("Wren"), Utf8Text.of(text)).modelSizes();

    assertThat(
        rules(gold, text, found), contains("counts-data at \"2B\"", "size-in-name at \"7B\""));
    List<ModelSize> others =
        List.of(SmallDigest.size(TextField.ABSTRACT, 14, 16, "7B", 7_000_000L, null, "Wren"));
    assertThat(rules(gold, text, others), contains("counts-data at \"2B\"", null));
  }

  private static List<String> rules(GoldLabels gold, String text, List<ModelSize> found)
      throws EvaluationException {
    EvaluatedRecord record = new EvaluatedRecord("Wren", text, List.of(), found);
    return Evaluation.score(List.of(record), gold).mistakes().stream().map(Mistake::rule).toList();
  }

  @Test
  void anyPartOfASizeThatDiffersIsAMissAndAFalseAlarm() throws Exception {
    String label =
        "{\"position\": 1, \"title\": \"8x7B 8x7B\", \"links\": [], \"sizes\": [{\"field\":"
            + " \"title\", \"start\": 0, \"end\": 4, \"surface\": \"8x7B\", \"parameters\":"
            + " 56000000000, \"experts\": 8, \"role\": \"TOTAL\", \"model\": null}]}";
    GoldLabels gold = GoldLabels.parse("one.jsonl", label.getBytes(UTF_8));
    long value = 56_000_000_000L;

    assertThat(hits(gold, TextField.TITLE, 0, 4, "8x7B", value, 8), is(1L));
    assertThat(hits(gold, TextField.ABSTRACT, 0, 4, "8x7B", value, 8), is(0L));
    assertThat(hits(gold, TextField.TITLE, 5, 9, "8x7B", value, 8), is(0L));
    assertThat(hits(gold, TextField.TITLE, 0, 5, "8x7B", value, 8), is(0L));
    assertThat(hits(gold, TextField.TITLE, 0, 4, "7B", value, 8), is(0L));
    assertThat(hits(gold, TextField.TITLE, 0, 4, "8x7B", value / 8, 8), is(0L));
    assertThat(hits(gold, TextField.TITLE, 0, 4, "8x7B", value, null), is(0L));
  }

  private static long hits(
      GoldLabels gold,
      TextField field,
      int start,
      int end,
      String surface,
      long parameters,
      Integer experts)
      throws EvaluationException {
    EvaluatedRecord record =
        new EvaluatedRecord(
            "8x7B 8x7B",
            "8x7B",
            List.of(),
            List.of(SmallDigest.size(field, start, end, surface, parameters, experts, null)));
    return Evaluation.score(List.of(record), gold).score(Measure.SIZES).hits();
  }

  @Test
  void aFindingGivenTwiceIsAFalseAlarmTheSecondTime() throws Exception {
    List<EvaluatedRecord> records = new ArrayList<>(SmallDigest.records());
    EvaluatedRecord first = records.get(0);
    records.set(
        0,
        new EvaluatedRecord(
            first.title(),
            first.abstractText(),
            List.of(first.links().get(0), first.links().get(0)),
            List.of()));

    Scores scores = Evaluation.score(records, SmallDigest.gold());

    assertThat(scores.score(Measure.LINKS).hits(), is(2L));
    assertThat(scores.score(Measure.LINKS).found(), is(3L));
    assertThat(scores.score(Measure.REPOSITORIES).found(), is(1L));
  }

  @Test
  void figuresWithoutAnyLabelOrFindingAreNotNumbers() throws Exception {
    String label = "{\"position\": 1, \"title\": \"A\", \"links\": [], \"sizes\": []}";
    Scores scores =
        Evaluation.score(
            List.of(new EvaluatedRecord("A", "B", List.of(), List.of())),
            GoldLabels.parse("none.jsonl", label.getBytes(UTF_8)));

    Score links = scores.score(Measure.LINKS);
    assertThat(links.precision(), is(notANumber()));
    assertThat(links.recall(), is(notANumber()));
    assertThat(links.f1(), is(notANumber()));
    assertThat(links.f1Interval().low(), is(notANumber()));
    assertThat(scores.mistakes(), is(empty()));
  }

  @Test
  void aMissedLinkIsMarkedWhereTheTextSpellsItWhateverTheCase() throws Exception {
    Mistake wiki = Evaluation.score(SmallDigest.records(), SmallDigest.gold()).mistakes().get(0);

    assertThat(wiki.outcome(), is(Outcome.MISS));
    assertThat(wiki.excerpt().start(), is(73));
    assertThat(wiki.excerpt().end(), is(98));
  }

  @Test
  void aMissedLinkThatTheTextDoesNotSpellHasNoPlace() throws Exception {
    Mistake site = Evaluation.score(SmallDigest.records(), SmallDigest.gold()).mistakes().get(1);

    assertThat(site.excerpt() == null, is(true));
  }

  @Test
  void titlesMayDifferInWhiteSpaceOnly() throws Exception {
    List<EvaluatedRecord> records = new ArrayList<>(SmallDigest.records());
    records.set(
        1, new EvaluatedRecord(" Nothing to\u00A0\n  see ", "Nothing.", List.of(), List.of()));

    assertThat(Evaluation.score(records, SmallDigest.gold()).records(), is(3));
  }

  @Test
  void anotherTitleIsRefusedWithBothTitles() {
    List<EvaluatedRecord> records = new ArrayList<>(SmallDigest.records());
    records.set(1, new EvaluatedRecord("Something else", "Nothing.", List.of(), List.of()));

    assertThat(
        refusal(records),
        is(
            "small.jsonl:2: the title is \"Nothing to see\", but record 2 of the digest is"
                + " \"Something else\""));
  }

  @Test
  void fewerRecordsThanLabelsAreRefused() {
    assertThat(
        refusal(SmallDigest.records().subList(0, 2)),
        is(
            "small.jsonl:3: labels for 3 records, but the digest has 2; the first too many is"
                + " \"Rook 3B\""));
  }

  @Test
  void moreRecordsThanLabelsAreRefused() {
    List<EvaluatedRecord> records = new ArrayList<>(SmallDigest.records());
    records.add(new EvaluatedRecord("One more", "Text.", List.of(), List.of()));

    assertThat(
        refusal(records),
        is(
            "small.jsonl: labels for 3 records, but the digest has 4; the first without labels is"
                + " \"One more\""));
  }

  @Test
  void aLabelThatDoesNotStandInTheTextIsRefused() {
    List<EvaluatedRecord> records = new ArrayList<>(SmallDigest.records());
    records.set(2, new EvaluatedRecord("Rook 3B", "Uses", List.of(), List.of()));

    assertThat(
        refusal(records),
        is("small.jsonl:3: size 2: \"1B\" does not stand at 5-7 of the abstract, but \"\""));
  }

  @Test
  void messagesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      anotherTitleIsRefusedWithBothTitles();
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String refusal(List<EvaluatedRecord> records) {
    return assertThrows(
            EvaluationException.class, () -> Evaluation.score(records, SmallDigest.gold()))
        .getMessage();
  }
}
