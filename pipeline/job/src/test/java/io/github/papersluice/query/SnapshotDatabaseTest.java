package io.github.papersluice.query;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SampleSnapshot;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDatabaseTest {

  @TempDir Path folder;

  private static List<List<Object>> withDatesAsText(List<List<Object>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(value -> value instanceof LocalDate ? value.toString() : value)
                    .toList())
        .toList();
  }

  @Test
  void everyValueComesBackAsItWasWritten() throws Exception {
    SampleSnapshot sample = SampleSnapshot.nasty("nasty");
    try (SnapshotDatabase database = SnapshotDatabase.open(folder, sample.write(folder))) {
      for (Table table : Table.values()) {
        Rows rows = ask(database, "FROM " + table.tableName());

        assertThat(rows.columns, is(Column.of(table).stream().map(Column::name).toList()));
        assertThat(table.tableName(), rows.values, is(withDatesAsText(sample.rows(table))));
      }
    }
  }

  @Test
  void theViewsAreThere() throws Exception {
    SampleSnapshot sample =
        new SampleSnapshot("views")
            .digest("d1", null)
            .paper("d1", 1, "p1", "t", "a", null, null, "PROMISED");

    Rows rows = query(sample, "FROM code_availability WHERE paper_count > 0");

    assertThat(rows.values, contains(List.of("PROMISED", 1L, 1.0)));
  }

  @Test
  void aSnapshotWithoutRowsIsAskedLikeAnyOther() throws Exception {
    Rows rows = query(new SampleSnapshot("empty"), "SELECT title FROM latest_papers");

    assertThat(rows.columns, contains("title"));
    assertThat(rows.values, is(List.of()));
  }

  @Test
  void aFolderWithAQuoteInItsName() throws Exception {
    Path quoted = folder.resolve("it's; here");
    SampleSnapshot sample = new SampleSnapshot("quoted").digest("d1", null);
    try (SnapshotDatabase database = SnapshotDatabase.open(quoted, sample.write(quoted))) {
      assertThat(ask(database, "SELECT digest_id FROM digests").values, contains(List.of("d1")));
    }
  }

  /** The statements' place for a path, {@code %s}, is one that the database may read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY papers TO '%s/x.csv'",
        "COPY (SELECT 1) TO '%s/x.parquet'",
        "ATTACH '%s/x.db'",
        "EXPORT DATABASE '%s/x'",
        "SELECT 1; COPY papers TO '%s/x.csv'",
        "COPY papers TO '%s/x.csv'; SELECT 1",
        "SELECT 1); COPY papers TO '%s/x.csv'; SELECT (1",
        "CREATE TABLE x AS SELECT 1",
        "DROP VIEW papers",
        "EXPLAIN ANALYZE COPY papers TO '%s/x.csv'",
        "PREPARE x AS COPY papers TO '%s/x.csv'; EXECUTE x",
        "SET threads = 2",
        "SELECT * FROM query('COPY papers TO ''%s/x.csv''')",
      })
  void whatIsNoQueryIsRefusedAndNothingIsWritten(String sql) throws Exception {
    SampleSnapshot sample = SampleSnapshot.nasty("sealed");
    try (SnapshotDatabase database = SnapshotDatabase.open(folder, sample.write(folder))) {
      List<Path> before = files();

      assertThrows(
          QueryException.class, () -> ask(database, sql.replace("%s", folder + "/csv/papers")));

      assertThat(files(), is(before));
      assertThat(
          ask(database, "SELECT count(*) FROM papers").values,
          contains(List.of((long) sample.rows(Table.PAPERS).size())));
    }
  }

  @Test
  void noFileOutsideOfTheSnapshotIsRead() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\nsecret\n");
    Path snapshot = folder.resolve("snapshot");
    try (SnapshotDatabase database =
        SnapshotDatabase.open(snapshot, new SampleSnapshot("sealed").write(snapshot))) {
      for (String path :
          List.of(secret.toString(), snapshot + "/csv/../../secret.csv", "secret.csv")) {
        QueryException refused =
            assertThrows(
                QueryException.class, () -> ask(database, "FROM read_csv('" + path + "')"));
        assertThat(refused.getMessage(), startsWith("Permission Error"));
      }
    }
  }

  @Test
  void aManifestCannotNameAPartOutsideOfTheSnapshot() throws Exception {
    SnapshotInventory outside = new SampleSnapshot("other").digest("d1", null).write(folder);
    List<PartFile> parts =
        outside.parts().stream()
            .map(p -> new PartFile(p.table(), p.format(), "../" + p.path(), 0, 0, ""))
            .toList();
    Path snapshot = Files.createDirectories(folder.resolve("snapshot"));
    SnapshotInventory forged =
        new SnapshotInventory("forged", "0".repeat(16), "0.2.0", parts, outside.attribution());

    QueryException refused =
        assertThrows(
            QueryException.class,
            () -> {
              try (SnapshotDatabase database = SnapshotDatabase.open(snapshot, forged)) {
                ask(database, "FROM digests");
              }
            });

    assertThat(refused.getMessage(), startsWith("Permission Error"));
  }

  @Test
  void mistakesAreToldInOneLine() {
    SampleSnapshot sample = new SampleSnapshot("empty");
    QueryException typo =
        assertThrows(QueryException.class, () -> query(sample, "SELECT titel FROM papers"));
    QueryException syntax = assertThrows(QueryException.class, () -> query(sample, "SELEC 1"));

    assertThat(typo.getMessage(), containsString("\"titel\" not found"));
    assertThat(typo.getMessage(), not(containsString("\n")));
    assertThat(syntax.getMessage(), is("Parser Error: syntax error at or near \"SELEC\""));
  }

  @Test
  void numbersBeyondJsonAreNoObstacle() throws Exception {
    Rows rows = query(new SampleSnapshot("empty"), "SELECT 1e400 > 0, CAST('NaN' AS DOUBLE)");

    assertThat(rows.values, contains(List.of(true, Double.NaN)));
  }

  /** DuckDB gives grouped rows in another order for another number of threads. */
  @Test
  void oneThreadWorksSoThatTheOrderOfRowsIsAlwaysTheSame() throws Exception {
    Rows rows =
        query(new SampleSnapshot("empty"), "SELECT CAST(current_setting('threads') AS BIGINT)");

    assertThat(rows.values, contains(List.of(1L)));
  }

  private Rows query(SampleSnapshot sample, String sql) throws IOException, QueryException {
    try (SnapshotDatabase database = SnapshotDatabase.open(folder, sample.write(folder))) {
      return ask(database, sql);
    }
  }

  private static Rows ask(SnapshotDatabase database, String sql) throws QueryException {
    Rows rows = new Rows();
    database.run(sql, rows);
    return rows;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private static final class Rows implements ResultWriter {
    private List<String> columns;
    private final List<List<Object>> values = new ArrayList<>();

    @Override
    public void begin(List<String> names) {
      columns = names;
    }

    @Override
    public void row(Object[] row) {
      values.add(Collections.unmodifiableList(Arrays.asList(row)));
    }

    @Override
    public void end() {}
  }

  @Test
  void everyTypeOfDuckDbIsShownOrRefusedInWords() throws Exception {
    SampleSnapshot sample = new SampleSnapshot("types");
    try (SnapshotDatabase database = SnapshotDatabase.open(folder, sample.write(folder))) {
      List<List<Object>> names =
          ask(database, "SELECT column_name FROM (DESCRIBE FROM test_all_types())").values;
      for (List<Object> name : names) {
        try {
          ask(database, "SELECT \"" + name.get(0) + "\" FROM test_all_types()");
        } catch (QueryException e) {
          assertThat(e.getMessage(), containsString("cast it to VARCHAR"));
        }
        ask(database, "SELECT \"" + name.get(0) + "\"::VARCHAR FROM test_all_types()");
      }
    }
  }

  @Test
  @Timeout(60)
  void aQueryThatTakesTooLongIsEnded() throws Exception {
    QueryLimits limits = new QueryLimits(1, 1L << 30);
    SampleSnapshot sample = new SampleSnapshot("long");
    try (SnapshotDatabase database = SnapshotDatabase.open(folder, sample.write(folder), limits)) {
      for (String sql :
          List.of(
              "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b",
              "SELECT a.range FROM range(100000000000) a")) {
        QueryException refusal = assertThrows(QueryException.class, () -> ask(database, sql));
        assertThat(refusal.getMessage(), containsString("more than 1 seconds"));
      }
      assertThat(ask(database, "SELECT 1").values.size(), is(1));
    }
  }

  @Test
  void aQueryThatTakesTooMuchMemoryIsEnded() throws Exception {
    QueryLimits limits = new QueryLimits(60, 64L << 20);
    SampleSnapshot sample = new SampleSnapshot("large");
    try (SnapshotDatabase database = SnapshotDatabase.open(folder, sample.write(folder), limits)) {
      QueryException refusal =
          assertThrows(
              QueryException.class,
              () -> ask(database, "SELECT list(range) FROM range(100000000)"));
      assertThat(refusal.getMessage(), containsString("Memory"));
      assertThat(ask(database, "SELECT 1").values.size(), is(1));
    }
  }
}
