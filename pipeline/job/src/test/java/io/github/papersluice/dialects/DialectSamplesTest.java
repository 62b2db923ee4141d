package io.github.papersluice.dialects;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.text.splitting.DateLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same four papers in each form that people have, and the truth beside them. */
class DialectSamplesTest {
  static final Path FOLDER = Path.of("src/test/resources/dialects/samples");
  private static final List<String> COLUMNS = List.of("arxiv_id", "authors", "published_date");

  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("papers-of-the-week-table.md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void holds_the_papers_that_it_should(String name) throws IOException {
    JsonNode truth = new ObjectMapper().readTree(FOLDER.resolveSibling("expected.json").toFile());
    JsonNode expected = truth.get("digests").get(name);
    Found found = Found.in(Files.readAllBytes(FOLDER.resolve(name)));
    List<String> wanted = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (JsonNode index : expected.get("papers")) {
      JsonNode paper = truth.get("papers").get(index.asInt());
      titles.add(paper.get("title").asText());
      wanted.add(
          paper.get("title").asText()
              + "\n"
              + (expected.path("abstracts").asBoolean(true) ? paper.get("abstract").asText() : "")
              + columns(
                  expected,
                  column ->
                      expected
                          .path("values")
                          .path(index.asText())
                          .path(column)
                          .asText(paper.get(column).asText())));
    }
    List<String> read = new ArrayList<>();
    for (Found.Paper paper : found.papers) {
      if (titles.contains(paper.title())) {
        read.add(
            paper.title()
                + "\n"
                + paper.abstractText()
                + columns(expected, column -> value(paper, column)));
      }
    }
    assertThat(read, is(wanted));
    assertThat(found.rejections, hasSize(lessThanOrEqualTo(expected.path("rejections").asInt(0))));
    if (expected.has("date")) {
      assertThat(date(found.papers.get(0).heading()), is(expected.get("date").asText()));
    }
    found.assertEveryByteBelongs();
  }

  /** The day of a heading, which may leave out the year. */
  private static String date(String heading) {
    return DateLine.parse(heading)
        .flatMap(day -> day.in(day.year().orElse(2026)))
        .map(Object::toString)
        .orElse(heading);
  }

  private static String value(Found.Paper paper, String column) {
    return switch (column) {
      case "arxiv_id" -> paper.metadata().arxivId();
      case "authors" -> paper.metadata().authors();
      default -> paper.metadata().publishedDate();
    };
  }

  private interface Value {
    String of(String column);
  }

  private static String columns(JsonNode expected, Value value) {
    StringBuilder text = new StringBuilder();
    for (JsonNode column : expected.get("columns")) {
      if (COLUMNS.contains(column.asText())) {
        text.append('\n').append(value.of(column.asText()));
      }
    }
    return text.toString();
  }
}
