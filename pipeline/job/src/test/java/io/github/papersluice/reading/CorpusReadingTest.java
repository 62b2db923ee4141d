package io.github.papersluice.reading;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusReadingTest {
  private static final Path CORPUS = Path.of("../../../shared/corpus");

  @Test
  void corpusHolds40717DatedRecords() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
    List<DigestFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(CORPUS)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".txt")).toList()) {
        files.add(Told.file(path));
      }
    }
    Told told = Told.of(files, ShardPlanner.DEFAULT_SHARD_SIZE, null);
    assertThat(told.refusals, is(empty()));
    assertThat(told.papers.size(), is(40_717));
    assertThat(told.digests.size(), is(197));
    for (Told.Paper paper : told.papers) {
      assertThat(paper.date().startsWith("2025-"), is(true));
    }
  }
}
