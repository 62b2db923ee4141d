package io.github.papersluice.text.splitting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealDigestsTest {
  private static final Path SEED = Path.of("../../seeds/000_69aeb77fef9e3c50.txt");
  private static final Path SHARED = Path.of("../../../shared");

  @Test
  void seedHoldsTheTitlesOfItsGoldLabels() throws IOException {
    Path gold = SHARED.resolve("gold/seed.jsonl");
    assumeTrue(Files.exists(gold), "the gold labels are not beside the project");
    Pieces pieces = Pieces.of(Files.readAllBytes(SEED));
    assertThat(pieces.titles(), is(titles(gold)));
    assertThat(pieces.rejections, is(empty()));
  }

  @Test
  void seedHolds91RecordsUnderOneHeading() throws IOException {
    Pieces pieces = Pieces.of(Files.readAllBytes(SEED));
    assertThat(pieces.papers.size(), is(91));
    assertThat(pieces.rejections, is(empty()));
    assertThat(pieces.furniture.size(), is(5));
    assertThat(pieces.papers.stream().map(Pieces.Paper::heading).toList(), everyItem(is("Mar 11")));
  }

  @Test
  void developmentSetHoldsTheTitlesOfItsGoldLabels() throws IOException {
    Path gold = SHARED.resolve("gold/dev.jsonl");
    assumeTrue(Files.exists(gold), "the development set is not beside the project");
    Pieces pieces = Pieces.of(Files.readAllBytes(SHARED.resolve("gold/dev.txt")));
    assertThat(pieces.titles(), is(titles(gold)));
    assertThat(pieces.rejections, is(empty()));
  }

  @Test
  void corpusHolds40717RecordsAndNoRejection() throws IOException {
    Path corpus = SHARED.resolve("corpus");
    assumeTrue(Files.isDirectory(corpus), "the corpus is not beside the project");
    List<String> rejected = new ArrayList<>();
    int papers = 0;
    for (Path file : digests(corpus)) {
      Pieces pieces = Pieces.of(Files.readAllBytes(file));
      papers += pieces.papers.size();
      pieces.rejections.forEach(rejection -> rejected.add(file + ": " + rejection));
    }
    assertThat(rejected, is(empty()));
    assertThat(papers, is(40_717));
  }

  private static List<Path> digests(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static List<String> titles(Path gold) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> titles = new ArrayList<>();
    for (String line : Files.readAllLines(gold, UTF_8)) {
      titles.add(json.readTree(line).get("title").textValue());
    }
    return titles;
  }
}
