package io.github.papersluice.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.evaluation.EvaluatedRecord;
import io.github.papersluice.evaluation.Evaluation;
import io.github.papersluice.evaluation.GoldLabels;
import io.github.papersluice.evaluation.Measure;
import io.github.papersluice.evaluation.Scores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The 200 abstracts drawn at random, whose texts are not part of the project: where the digests
 * they were drawn from lie beside it, the README's figures must hold.
 */
class RandomLabelsTest {
  private static final Path LABELS =
      Path.of("src", "test", "resources", "evaluation", "random-200.jsonl");
  private static final Path CORPUS = Path.of("..", "..", "..", "shared", "corpus");

  @Test
  void the_scores_are_no_worse_than_the_readme_says() throws Exception {
    assumeTrue(Files.isDirectory(CORPUS), "the digests are not beside the project");
    Map<String, EvaluatedRecord> byTitle = new HashMap<>();
    try (Stream<Path> digests = Files.list(CORPUS)) {
      for (Path digest : digests.filter(file -> file.toString().endsWith(".txt")).toList()) {
        ExtractedRecords.of(digest).forEach(record -> byTitle.putIfAbsent(record.title(), record));
      }
    }
    List<EvaluatedRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(LABELS)) {
      String title = new ObjectMapper().readTree(line).get("title").asText();
      assertThat(title, byTitle.get(title), is(notNullValue()));
      records.add(byTitle.get(title));
    }

    Scores scores = Evaluation.score(records, GoldLabels.read(LABELS));

    assertThat(f1(scores, Measure.SIZES), is(greaterThan(0.995)));
    assertThat(f1(scores, Measure.ROLE), is(greaterThan(0.975)));
    assertThat(f1(scores, Measure.MODEL), is(greaterThan(0.955)));
    assertThat(f1(scores, Measure.CODE_STATUS), is(greaterThan(0.97)));
  }

  private static double f1(Scores scores, Measure measure) {
    return scores.score(measure).f1();
  }
}
