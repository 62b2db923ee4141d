package io.github.papersluice.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels of availability and code status, values that are right too, and optional links. */
final class JudgedLabelsTest {
  private static final String WREN =
      "{'position': 1, 'title': 'Wren', 'links': [{'url': 'https://a.example.org', 'kind': 'OTHER',"
          + " 'repository': null, 'availability': 'AVAILABLE'}], 'code_status': 'NONE'}\n";
  private static final String ROOK =
      "{'position': 2, 'title': 'Rook', 'links': [{'url': 'https://b.example.org', 'kind': 'OTHER',"
          + " 'repository': null, 'availability': 'UNKNOWN', 'availability_also': ['PROMISED'],"
          + " 'url_also': ['https://b.example.org/x']}, {'url': 'https://c.example.org', 'kind':"
          + " 'OTHER', 'repository': null, 'optional': true}], 'code_status': 'AVAILABLE',"
          + " 'code_status_also': ['PROMISED']}\n";

  private static GoldLabels gold(String lines) throws EvaluationException {
    return GoldLabels.parse("birds.jsonl", lines.replace('\'', '"').getBytes(UTF_8));
  }

  private static Link link(String url, Availability availability) {
    return new Link(
        TextField.ABSTRACT,
        5,
        9,
        url,
        url,
        "example.org",
        LinkKind.OTHER,
        null,
        null,
        availability);
  }

  private static EvaluatedRecord record(String title, CodeStatus status, Link... links) {
    return new EvaluatedRecord(title, "Our code is available.", List.of(links), List.of(), status);
  }

  private static Scores scores(EvaluatedRecord... records) throws EvaluationException {
    return Evaluation.score(List.of(records), gold(WREN + ROOK));
  }

  @Test
  void valuesThatAreRightTooCountAsRight() throws Exception {
    Scores scores =
        scores(
            record("Wren", CodeStatus.NONE, link("https://a.example.org", Availability.AVAILABLE)),
            record(
                "Rook",
                CodeStatus.PROMISED,
                link("https://b.example.org/x", Availability.PROMISED)));

    assertThat(scores.mistakes(), is(List.of()));
    assertThat(scores.score(Measure.LINKS).f1(), is(1.0));
    assertThat(scores.score(Measure.AVAILABILITY).support(), is(2L));
    assertThat(scores.score(Measure.AVAILABILITY).f1(), is(1.0));
    assertThat(scores.score(Measure.CODE_STATUS).f1(), is(1.0));
  }

  @Test
  void optionalLinksNeverCount() throws Exception {
    EvaluatedRecord wren =
        record("Wren", CodeStatus.NONE, link("https://a.example.org", Availability.AVAILABLE));
    Link second = link("https://b.example.org", Availability.UNKNOWN);
    Link optional = link("https://c.example.org", Availability.UNKNOWN);

    Scores without = scores(wren, record("Rook", CodeStatus.AVAILABLE, second));
    Scores with = scores(wren, record("Rook", CodeStatus.AVAILABLE, second, optional));

    assertThat(without.score(Measure.LINKS).support(), is(2L));
    assertThat(without.score(Measure.LINKS).found(), is(2L));
    assertThat(with.score(Measure.LINKS).found(), is(2L));
    assertThat(with.mistakes(), is(List.of()));
  }

  @Test
  void wrongValuesStandInATableAndBesideTheRuleThatDecided() throws Exception {
    Scores scores =
        scores(
            record(
                "Wren", CodeStatus.AVAILABLE, link("https://a.example.org", Availability.UNKNOWN)),
            record("Rook", CodeStatus.NONE));

    Confusion confusion = scores.confusions().get(1);
    assertThat(confusion.measure(), is(Measure.CODE_STATUS));
    assertThat(confusion.count("NONE", "AVAILABLE"), is(1L));
    assertThat(confusion.count("AVAILABLE", "NONE"), is(1L));
    assertThat(confusion.count("AVAILABLE", "AVAILABLE"), is(0L));
    String text = EvaluationReport.text(scores);
    assertThat(text, containsString("code_status, found:    AVAILABLE      NONE    recall precis"));
    assertThat(
        text, containsString("  expected AVAILABLE           0         1     0.000     0.0"));
    assertThat(text, containsString("GOT \"AVAILABLE\", EXPECTED \"NONE\"\n"));
    assertThat(text, containsString("    by code-is-available statement.rules:"));
    String json = EvaluationReport.json(scores);
    assertThat(json, containsString("\"confusions\" : {"));
    assertThat(json, containsString("\"rule\" : \"code-is-available statement.rules:"));
  }

  @Test
  void filesWithoutSuchLabelsHaveNoSuchFigures() throws Exception {
    Scores scores = Evaluation.score(SmallDigest.records(), SmallDigest.gold());

    assertThat(scores.confusions(), is(List.of()));
    assertThat(scores.score(Measure.CODE_STATUS).support(), is(0L));
  }

  @Test
  void sizesAreNotScoredWhereNoLineLabelsThem() throws Exception {
    Scores scores =
        Evaluation.score(
            List.of(
                new EvaluatedRecord(
                    "Wren",
                    "A 7B bird.",
                    List.of(link("https://a.example.org", Availability.AVAILABLE)),
                    List.of(SmallDigest.size(TextField.ABSTRACT, 2, 4, "7B", 7L, null, null)),
                    CodeStatus.NONE)),
            gold(WREN));

    assertThat(scores.score(Measure.SIZES).found(), is(0L));
    assertThat(scores.mistakes(), is(List.of()));
  }

  @Test
  void anUnknownValueIsRefusedWithItsPlace() {
    EvaluationException status =
        assertThrows(EvaluationException.class, () -> gold(WREN.replace("NONE", "SOON")));
    EvaluationException also =
        assertThrows(
            EvaluationException.class,
            () -> gold(WREN + ROOK.replace("['PROMISED']}", "'LATER'}")));

    assertThat(
        status.getMessage(),
        is("birds.jsonl:1: code_status is \"SOON\", not one of [AVAILABLE, PROMISED, NONE]"));
    assertThat(also.getMessage(), is("birds.jsonl:2: code_status_also is no array"));
  }
}
