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
        .arxiv("other", "2503.00001")
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
    void modelsNamedByMostPapersHoweverTheyAreSpelled() throws SQLException {
      assertRows(
          "models_compared",
          "llama2 Llama-2 2 3 7000000000 70000000000",
          "qwen Qwen 1 1 9999999999 9999999999");
    }

    @Test
    void theSpellingOfMostPapersNamesAModel() throws SQLException {
      execute(
          "UPDATE model_sizes SET model = 'LLAMA 2' WHERE digest_id = 'd2' AND record_number = 1");
      execute(
          "INSERT INTO model_sizes SELECT digest_id, record_number, 9, paper_id, digest_date, field,"
              + " start_offset, end_offset, surface, parameters, experts, role, 'LLAMA 2', 'llama2',"
              + " exactness FROM model_sizes WHERE digest_id = 'd2' AND record_number = 2 AND ordinal = 1");

      assertRows(
          "models_compared",
          "llama2 LLAMA 2 2 4 7000000000 70000000000",
          "qwen Qwen 1 1 9999999999 9999999999");
    }

    @Test
    void repositoriesNamedByMostPapers() throws SQLException {
      assertRows(
          "repositories_named_most",
          "github.com/owner/second 1 2025-03-12 2025-03-12",
          "github.com/owner/tool 2 2025-03-12 2025-03-12");
    }

    @Test
    void medianAndLargestSizeOfEachMonth() throws SQLException {
      assertRows(
          "sizes_by_month", "2025-03-01 4 2 9.9999999995E9 70000000000", "null 2 1 518.0 1000");
    }

    @Test
    void papersWithCodeByDay() throws SQLException {
      assertRows("code_by_day", "2025-03-11 2 0 1 0.0", "2025-03-12 2 2 0 1.0", "null 1 0 0 0.0");
    }

    @Test
    void codePromisedAndLaterReleased() throws SQLException {
      assertRows("code_released_later", "again Seen again 2025-03-11 2025-03-12 1 Owner/Tool");
    }

    @Test
    void codeThatIsPromisedAgainOrOnTheSameDayIsNotReleased() throws SQLException {
      execute("UPDATE papers SET digest_date = DATE '2025-03-11' WHERE digest_id = 'd2'");

      assertRows("code_released_later");
    }

    @Test
    void papersAreNewOnTheFirstDayThatListsThem() throws SQLException {
      assertRows(
          "papers_first_seen WHERE first_date >= DATE '2025-03-12'",
          "other Other 2025-03-12 AVAILABLE owner/tool 10000000000");
      assertRows(
          "papers_first_seen",
          "again Seen again 2025-03-11 AVAILABLE Owner/Tool 70000000000",
          "other Other 2025-03-12 AVAILABLE owner/tool 10000000000",
          "plain Plain 2025-03-11 NONE null null",
          "undated Undated null NONE null 1000");
    }

    @Test
    void papersWithCodeInTheColumnsOfPapersWithCode() throws SQLException {
      execute("UPDATE links SET field = 'code_url' WHERE repository_name = 'second'");

      assertRows(
          "papers_with_code",
          "https://example.org/again Seen again null null null https://github.com/Owner/Tool null"
              + " true null null",
          arxiv("https://github.com/owner/tool null true null null"),
          arxiv("https://github.com/owner/second null false null null"));
      assertThat(
          engine()
              .query(
                  "SELECT column_name FROM information_schema.columns"
                      + " WHERE table_name = 'papers_with_code' ORDER BY ordinal_position"),
          is(
              Stream.of(
                      "paper_url paper_title paper_arxiv_id paper_url_abs paper_url_pdf repo_url"
                          + " is_official mentioned_in_paper mentioned_in_github framework")
                  .flatMap(names -> Stream.of(names.split(" ")))
                  .map(List::<Object>of)
                  .toList()));
    }

    private static String arxiv(String rest) {
      return "https://arxiv.org/abs/2503.00001 Other 2503.00001 https://arxiv.org/abs/2503.00001"
          + " https://arxiv.org/pdf/2503.00001.pdf "
          + rest;
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
