package io.github.papersluice.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.TextField;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {

  @Test
  void textShowsFiguresAndEveryMistakeMarked() throws Exception {
    Scores scores = Evaluation.score(SmallDigest.records(), SmallDigest.gold());

    assertThat(EvaluationReport.text(scores), is(expected("small-report.txt")));
  }

  @Test
  void jsonHoldsTheSameInAFixedOrder() throws Exception {
    Scores scores = Evaluation.score(SmallDigest.records(), SmallDigest.gold());

    assertThat(EvaluationReport.json(scores), is(expected("small-report.json")));
  }

  @Test
  void theLocaleIsOfNoMatter() throws Exception {
    Scores scores = Evaluation.score(SmallDigest.records(), SmallDigest.gold());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(EvaluationReport.text(scores), is(expected("small-report.txt")));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(EvaluationReport.json(scores), is(expected("small-report.json")));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void withoutMistakesNoneAreListedAndMissingFiguresAreDashesAndNulls() throws Exception {
    String label = "{\"position\": 1, \"title\": \"A\", \"links\": [], \"sizes\": []}";
    Scores scores =
        Evaluation.score(
            List.of(new EvaluatedRecord("A", "B", List.of(), List.of())),
            GoldLabels.parse("none.jsonl", label.getBytes(UTF_8)));

    String text = EvaluationReport.text(scores);
    assertThat(
        text, containsString("links                -      -      -   - to -                 0\n"));
    assertThat(text, not(containsString("missed")));
    assertThat(
        new ObjectMapper()
            .readTree(EvaluationReport.json(scores))
            .at("/measures/links/f1")
            .isNull(),
        is(true));
  }

  @Test
  void lessThanAllRightIsNeverShownAsOne() throws Exception {
    int sizes = 4_000;
    String title = "1B ".repeat(sizes);
    String labels =
        IntStream.range(0, sizes)
            .mapToObj(
                i ->
                    ("{\"field\": \"title\", \"start\": %d, \"end\": %d, \"surface\": \"1B\","
                            + " \"parameters\": 1000000000, \"experts\": null, \"role\":"
                            + " \"TOTAL\", \"model\": null}")
                        .formatted(3 * i, 3 * i + 2))
            .reduce((left, right) -> left + "," + right)
            .orElseThrow();
    String line =
        "{\"position\": 1, \"title\": \"%s\", \"links\": [], \"sizes\": [%s]}"
            .formatted(title, labels);
    List<ModelSize> found = new ArrayList<>();
    for (int i = 1; i < sizes; i++) {
      found.add(
          SmallDigest.size(TextField.TITLE, 3 * i, 3 * i + 2, "1B", 1_000_000_000L, null, null));
    }
    Scores scores =
        Evaluation.score(
            List.of(new EvaluatedRecord(title, "B", List.of(), found)),
            GoldLabels.parse("many.jsonl", line.getBytes(UTF_8)));

    assertThat(
        EvaluationReport.text(scores),
        containsString("sizes            1.000  0.999  0.999   0.999 to 0.999      4000\n"));
  }

  private static String expected(String name) throws IOException {
    try (InputStream file = EvaluationReportTest.class.getResourceAsStream("/evaluation/" + name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
