package io.github.papersluice.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.snapshot.SampleSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The views of {@code schemas/views.sql}: the same rows, which are the expected ones, everywhere.
 */
final class ViewsTest {

  private static final Path VIEWS = Path.of("../../schemas/views.sql");

  /**
   * Three digests, one of an unknown day. The first paper is listed twice and changes: code is
   * promised on the first day and there on the second.
   */
  static SampleSnapshot sample() {
    return new SampleSnapshot("views")
        .digest("d1", "2025-03-11")
        .paper("d1", 1, "again", "Seen again", "a", null, 7_000_000_000L, "PROMISED")
        .paper("d1", 2, "plain", "Plain", "a", null, null, "NONE")
        .link("d1", 1, 1, "old-name", "Somebody")
        .size("d1", 1, 1, 7_000_000_000L, "Llama-2")
        .size("d1", 1, 2, 500_000_000L, null)
        .digest("d2", "2025-03-12")
        .paper("d2", 1, "again", "Seen again", "a", "Owner/Tool", 70_000_000_000L, "AVAILABLE")
        .paper("d2", 2, "other", "Other", "a", "owner/tool", 10_000_000_000L, "AVAILABLE")
        .link("d2", 1, 1, "Tool", "Owner")
        .link("d2", 1, 2, "page", null)
        .link("d2", 2, 1, "tool", "owner")
        .link("d2", 2, 2, "second", "owner")
        .size("d2", 1, 1, 7_000_000_000L, "Llama-2")
        .size("d2", 1, 2, 70_000_000_000L, "Llama-2")
        .size("d2", 1, 3, 70_000_000_000L, "Llama-2")
        .size("d2", 2, 1, 9_999_999_999L, "Qwen")
        .size("d2", 2, 2, 10_000_000_000L, "Llama-2")
        .size("d2", 2, 3, 3_000_000_000L, "Qwen", "ACTIVE")
        .digest("d3", null)
        .paper("d3", 1, "undated", "Undated", "a", null, 1_000L)
        .size("d3", 1, 1, 1_000L, null)
        .size("d3", 1, 2, 36L, null);
  }

  private abstract static class Views {

    abstract LoadTest engine();

    @Test
    void papersByCodeStatusWithShares() throws SQLException {
      assertRows("code_availability", "AVAILABLE 2 0.5", "NONE 2 0.5", "PROMISED 0 0.0");
    }

    @Test
    void repositoriesByOwnerWhateverTheCase() throws SQLException {
      assertRows("repositories_by_owner", "owner 2 2");
    }

    @Test
    void sizesByOrderOfMagnitude() throws SQLException {
      assertRows(
          "model_size_histogram",
          "1 10 0 0",
          "10 100 1 1",
          "100 1000 0 0",
          "1000 10000 1 1",
          "10000 100000 0 0",
          "100000 1000000 0 0",
          "1000000 10000000 0 0",
          "10000000 100000000 0 0",
          "100000000 1000000000 0 0",
          "1000000000 10000000000 2 2",
          "10000000000 100000000000 2 2",
          "100000000000 1000000000000 0 0",
          "1000000000000 10000000000000 0 0",
          "10000000000000 100000000000000 0 0",
          "100000000000000 1000000000000000 0 0");
    }

    @Test
    void modelsNamedByMostPapers() throws SQLException {
      assertRows(
          "models_compared",
          "Llama-2 2 3 7000000000 70000000000",
          "Qwen 1 1 9999999999 9999999999");
    }

    @Test
    void theLargestModelOfEachPaper() throws SQLException {
      assertRows(
          "largest_model_per_paper",
          "again Seen again 70000000000 2025-03-12",
          "other Other 10000000000 2025-03-12",
          "undated Undated 1000 null");
    }

    @Test
    void papersOfSeveralDigests() throws SQLException {
      assertRows("papers_seen_again", "again Seen again 2 2025-03-11 2025-03-12");
    }

    @Test
    void sizesOfEachDay() throws SQLException {
      assertRows(
          "sizes_per_day",
          "2025-03-11 2 1 500000000 7000000000",
          "2025-03-12 5 2 7000000000 70000000000",
          "null 2 1 36 1000");
    }

    @Test
    void noPapersNoShares() throws Exception {
      execute("DELETE FROM model_sizes; DELETE FROM links; DELETE FROM papers");

      assertRows("code_availability", "AVAILABLE 0 null", "NONE 0 null", "PROMISED 0 null");
      assertRows("papers_seen_again");
    }

    @Test
    void theViewsCanBeMadeAgain() throws Exception {
      execute(Files.readString(VIEWS));

      assertRows("repositories_by_owner", "owner 2 2");
    }

    final void prepare() throws SQLException, IOException {
      engine().folder = Files.createTempDirectory("papersluice-views");
      engine().load(sample());
      delete(engine().folder);
      execute(Files.readString(VIEWS));
    }

    private static void delete(Path folder) throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }

    private void execute(String sql) throws SQLException {
      try (Statement statement = engine().connection().createStatement()) {
        statement.execute(sql);
      }
    }

    /** Compares as sets of lines: which order text has is the database's setting. */
    private void assertRows(String view, String... expected) throws SQLException {
      List<String> rows =
          engine().query("SELECT * FROM " + view).stream()
              .map(row -> String.join(" ", row.stream().map(String::valueOf).toList()))
              .sorted()
              .toList();
      assertThat(view, rows, is(Stream.of(expected).sorted().toList()));
    }
  }

  @Nested
  final class InDuckDb extends Views {

    private final DuckDbLoadTest engine = new DuckDbLoadTest();

    @Override
    LoadTest engine() {
      return engine;
    }

    @BeforeEach
    void open() throws Exception {
      engine.open();
      prepare();
    }

    @AfterEach
    void close() throws Exception {
      engine.close();
    }
  }

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  final class InPostgres extends Views {

    private final PostgresLoadTest engine = new PostgresLoadTest();

    @Override
    LoadTest engine() {
      return engine;
    }

    @BeforeAll
    void start() throws Exception {
      PostgresLoadTest.start();
    }

    @AfterAll
    void stop() throws Exception {
      PostgresLoadTest.stop();
    }

    @BeforeEach
    void open() throws Exception {
      engine.open();
      prepare();
    }

    @AfterEach
    void close() throws Exception {
      engine.close();
    }
  }
}
