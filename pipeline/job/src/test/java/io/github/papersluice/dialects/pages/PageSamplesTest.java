package io.github.papersluice.dialects.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.papersluice.dialects.Head;
import io.github.papersluice.model.PaperText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sample of a page gives the papers of {@code expected.json}, and no other. */
class PageSamplesTest {
  private static final Path FOLDER = Path.of("src/test/resources/dialects");
  private static final Path SAMPLES = FOLDER.resolve("samples");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "awesome-list.md",
        "chinese-daily-report.md",
        "cv-arxiv-daily-table.md",
        "daily-arxiv-ai-enhanced.md",
        "dates-under-each-paper.txt",
        "firecrawl-list.md",
        "headed-abstract.md",
        "labelled-text.txt",
        "numbered-titles.txt",
        "rss-to-text.txt",
        "trending-plain-blank-lines.txt",
        "trending-structured.md"
      })
  void samplesGiveTheirPapers(String name) throws IOException {
    JsonNode spec = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    JsonNode wanted = spec.get("digests").get(name);
    List<String> expected = new ArrayList<>();
    for (JsonNode number : wanted.get("papers")) {
      JsonNode paper = spec.get("papers").get(number.asInt());
      boolean abstracts = !wanted.has("abstracts") || wanted.get("abstracts").asBoolean();
      StringBuilder line = new StringBuilder(paper.get("title").asText());
      line.append(" | ").append(abstracts ? paper.get("abstract").asText() : "");
      for (JsonNode column : wanted.get("columns")) {
        line.append(" | ").append(paper.get(column.asText()).asText());
      }
      expected.add(line.toString());
    }
    assertThat(papers(name, wanted), is(expected));
  }

  private static List<String> papers(String name, JsonNode wanted) throws IOException {
    List<String> papers = new ArrayList<>();
    for (PaperText paper : read(name).papers) {
      StringBuilder line = new StringBuilder(paper.title() + " | " + paper.abstractText());
      for (JsonNode column : wanted.get("columns")) {
        line.append(" | ").append(value(paper, column.asText()));
      }
      papers.add(line.toString());
    }
    return papers;
  }

  private static String value(PaperText paper, String column) {
    return switch (column) {
      case "arxiv_id" -> paper.metadata().arxivId();
      case "authors" -> paper.metadata().authors();
      case "published_date" -> paper.metadata().publishedDate();
      default -> throw new IllegalArgumentException(column);
    };
  }

  private static PageTranscript read(String name) throws IOException {
    byte[] page = Files.readAllBytes(SAMPLES.resolve(name));
    return PageTranscript.of(PageRecognition.formOf(Head.of(page, page.length)), page, List.of());
  }

  /** What the structured reader of saved pages leaves: the cards that the page shows. */
  @ParameterizedTest
  @ValueSource(strings = {"saved-page.html", "papers-of-the-week-table.md"})
  void othersGiveOneRecordForEachPaper(String name) throws IOException {
    assertThat(read(name).papers.size(), is(4));
  }

  /** All samples that are pages. */
  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.sorted().filter(PageSamplesTest::isPage).toList().stream();
    }
  }

  private static boolean isPage(Path file) {
    try {
      byte[] page = Files.readAllBytes(file);
      return PageRecognition.formOf(Head.of(page, page.length)) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
