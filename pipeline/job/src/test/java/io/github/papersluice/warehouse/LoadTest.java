package io.github.papersluice.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.SampleSnapshot;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every engine that can run here: its script is run, and every value read back. */
abstract class LoadTest {

  @TempDir Path folder;

  /** A connection to an empty database. */
  abstract Connection connection();

  /** The script's file name without its extension. */
  abstract String engine();

  /** Runs a script from inside a snapshot's folder; throws when a statement fails. */
  abstract void run(Path snapshot, String script) throws SQLException, IOException;

  /** Gives the connection back its senses after a failed script, as a new session would. */
  abstract void recover() throws SQLException;

  /** A value as this engine's driver gives it back. */
  Object expected(Column column, Object value) {
    return value;
  }

  private List<List<Object>> expected(Table table, SampleSnapshot sample) {
    List<Column> columns = Column.of(table);
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : sample.rows(table)) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(expected(columns.get(i), row.get(i)));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** Whether the driver tells types and comments of columns. */
  boolean hasColumnComments() {
    return true;
  }

  @Test
  void everyValueIsLoadedAsItWasWritten() throws Exception {
    SampleSnapshot sample = SampleSnapshot.nasty("day-1");

    load(sample);

    for (Table table : Table.values()) {
      assertThat(table.tableName(), loaded(table), is(expected(table, sample)));
    }
  }

  @Test
  void loadingTwiceChangesNothing() throws Exception {
    SampleSnapshot sample = SampleSnapshot.nasty("day-1");

    load(sample);
    load(sample);

    for (Table table : Table.values()) {
      assertThat(table.tableName(), loaded(table), is(expected(table, sample)));
    }
  }

  @Test
  void theNextDayIsAddedAndADigestReadAnewIsReplacedWhole() throws Exception {
    load(
        new SampleSnapshot("day-1")
            .digest("d1", "2025-03-11")
            .paper("d1", 1, "p1", "kept", "kept", null, null)
            .digest("d2", "2025-03-12")
            .paper("d2", 1, "p2", "old", "old", null, null)
            .paper("d2", 2, "p3", "gone", "gone", null, null)
            .link("d2", 1, 1, "old", null)
            .link("d2", 1, 2, "gone", null)
            .size("d2", 2, 1, 7, "gone"));
    load(
        new SampleSnapshot("day-2")
            .digest("d2", "2025-03-12")
            .paper("d2", 1, "p2", "new", "new", null, null)
            .link("d2", 1, 1, "new", null)
            .digest("d3", "2025-03-13")
            .paper("d3", 1, "p4", "added", "added", null, null));

    assertThat(column(Table.DIGESTS, "digest_id"), is(List.of("d1", "d2", "d3")));
    assertThat(column(Table.PAPERS, "abstract"), is(List.of("kept", "new", "added")));
    assertThat(column(Table.LINKS, "url"), is(List.of("new")));
    assertThat(column(Table.MODEL_SIZES, "model"), is(empty()));
  }

  @Test
  void aCorrectedDigestTakesTheOldOnesPlaceInAllTables() throws Exception {
    load(day1());
    load(day1Corrected());

    assertThat(column(Table.DIGESTS, "digest_id"), is(List.of("d1b", "d2")));
    assertThat(column(Table.PAPERS, "title"), is(List.of("first", "added", "other")));
    assertThat(column(Table.LINKS, "url"), is(List.of("corrected")));
    assertThat(column(Table.MODEL_SIZES, "model"), is(empty()));
  }

  private static SampleSnapshot day1() {
    return new SampleSnapshot("day-1")
        .digest("d1", "days/1.txt", "2025-03-11")
        .paper("d1", 1, "p1", "first", "a", null, null)
        .link("d1", 1, 1, "wrong", null)
        .size("d1", 1, 1, 7, "gone")
        .digest("d2", "days/2.txt", "2025-03-12")
        .paper("d2", 1, "p2", "other", "a", null, null);
  }

  private static SampleSnapshot day1Corrected() {
    return new SampleSnapshot("day-1-corrected")
        .digest("d1b", "days/1.txt", "2025-03-11")
        .paper("d1b", 1, "p1", "first", "a", null, null)
        .paper("d1b", 2, "p3", "added", "a", null, null)
        .link("d1b", 1, 1, "corrected", null)
        .digest("d2", "days/2.txt", "2025-03-12")
        .paper("d2", 1, "p2", "other", "a", null, null);
  }

  @Test
  void aRenamedDigestIsThereOnce() throws Exception {
    load(day1());
    load(
        new SampleSnapshot("renamed")
            .digest("d1", "archive/1.txt", "2025-03-11")
            .paper("d1", 1, "p1", "first", "a", null, null));

    assertThat(column(Table.DIGESTS, "name"), is(List.of("archive/1.txt", "days/2.txt")));
    assertThat(column(Table.PAPERS, "title"), is(List.of("first", "other")));
  }

  @Test
  void namesThatChangePlacesKeepTheirDigests() throws Exception {
    load(day1());
    load(
        new SampleSnapshot("swapped")
            .digest("d2", "days/1.txt", "2025-03-11")
            .digest("d1", "days/2.txt", "2025-03-12"));

    assertThat(column(Table.DIGESTS, "name"), is(List.of("days/2.txt", "days/1.txt")));
    assertThat(column(Table.PAPERS, "title"), is(empty()));
  }

  @Test
  void aDigestThatLeftTheInputsStaysUnlessTheTablesAreToEqualTheSnapshot() throws Exception {
    SampleSnapshot left =
        new SampleSnapshot("left")
            .digest("d2", "days/2.txt", "2025-03-12")
            .paper("d2", 1, "p2", "other", "a", null, null);
    load(day1());

    load(left);
    assertThat(column(Table.DIGESTS, "digest_id"), is(List.of("d1", "d2")));

    loadExactly(left);
    for (Table table : Table.values()) {
      assertThat(table.tableName(), loaded(table), is(expected(table, left)));
    }
  }

  @Test
  void anOlderSnapshotIsRefusedWhereTheOutputFolderSaysSo() throws Exception {
    publishedInOrder(day1(), day1Corrected());
    load(day1Corrected());

    Exception failure = assertThrows(Exception.class, () -> load(day1()));

    assertThat(failure.getMessage(), containsString("older"));
    recover();
    assertThat(column(Table.PAPERS, "title"), is(List.of("first", "added", "other")));
    load(day1Corrected());
  }

  @Test
  void anOlderSnapshotIsRefusedWhereTheTablesKnowIt() throws Exception {
    load(day1());
    load(day1Corrected());

    Exception failure = assertThrows(Exception.class, () -> load(day1()));

    assertThat(failure.getMessage(), containsString("older"));
    recover();
    assertThat(column(Table.LINKS, "url"), is(List.of("corrected")));
  }

  @Test
  void aDigestThatWasRemovedDoesNotComeBackWithAnOlderSnapshot() throws Exception {
    load(day1());
    loadExactly(new SampleSnapshot("left").digest("d2", "days/2.txt", "2025-03-12"));

    assertThrows(Exception.class, () -> load(day1()));

    recover();
    assertThat(column(Table.DIGESTS, "digest_id"), is(List.of("d2")));
  }

  @Test
  void aSnapshotThatIsPublishedAgainIsNewAgain() throws Exception {
    publishedInOrder(day1(), day1Corrected());
    load(day1());
    load(day1Corrected());
    publishedInOrder(day1(), day1Corrected(), day1());

    load(day1());

    assertThat(column(Table.LINKS, "url"), is(List.of("wrong")));
  }

  @Test
  void anOlderSnapshotOfOtherDigestsIsAdded() throws Exception {
    SampleSnapshot first = new SampleSnapshot("first").digest("d1", "2025-03-11");
    SampleSnapshot second = new SampleSnapshot("second").digest("d2", "2025-03-12");
    publishedInOrder(first, second);

    load(second);
    load(first);

    assertThat(column(Table.DIGESTS, "digest_id"), is(List.of("d1", "d2")));
  }

  @Test
  void anOlderSnapshotIsLoadedOnPurposeOnceTheLoadsAreForgotten() throws Exception {
    publishedInOrder(day1(), day1Corrected());
    load(day1Corrected());
    try (Statement statement = connection().createStatement()) {
      statement.execute("DELETE FROM loaded_snapshots");
    }

    load(day1());

    assertThat(column(Table.LINKS, "url"), is(List.of("wrong")));
  }

  /** Writes what the output folder knows, newest first. */
  private void publishedInOrder(SampleSnapshot... snapshots) throws IOException {
    StringBuilder history = new StringBuilder();
    for (SampleSnapshot snapshot : snapshots) {
      history.insert(0, snapshot.id() + " " + snapshot.name() + "\n");
    }
    Files.writeString(folder.resolve("HISTORY"), history);
  }

  @Test
  void aSnapshotThatLostARowFailsAndLeavesTheTablesAsTheyWere() throws Exception {
    SampleSnapshot before = new SampleSnapshot("day-1").digest("d1", null).digest("d2", null);
    load(before);
    SnapshotInventory contents = SampleSnapshot.nasty("day-2").write(snapshot());
    Path part = snapshot().resolve("csv/links/part-00000.csv");
    List<String> lines = Files.readAllLines(part);
    Files.write(part, lines.subList(0, lines.size() - 1));

    Exception failure = assertThrows(SQLException.class, () -> run(snapshot(), script(contents)));

    assertThat(failure.getMessage(), containsString("manifest"));
    recover();
    assertThat(loaded(Table.DIGESTS), is(expected(Table.DIGESTS, before)));
    assertThat(loaded(Table.PAPERS), is(empty()));
  }

  @Test
  void anAbstractOfFiveMegabytesIsLoaded() throws Exception {
    String longest = "wörd \"x\" ".repeat(500_000);
    SampleSnapshot sample =
        new SampleSnapshot("long").digest("d1", null).paper("d1", 1, "p", "t", longest, null, 7L);

    load(sample);

    assertThat(loaded(Table.PAPERS).equals(expected(Table.PAPERS, sample)), is(true));
  }

  @Test
  void aSnapshotWithoutRowsIsLoaded() throws Exception {
    load(new SampleSnapshot("empty"));

    assertThat(loaded(Table.DIGESTS), is(empty()));
  }

  @Test
  void tablesCarryTypesNullabilityCommentsAndKeys() throws Exception {
    load(new SampleSnapshot("empty"));

    for (Table table : Table.values()) {
      if (hasColumnComments()) {
        assertThat(describedColumns(table), is(expectedColumns(table)));
      }
      assertThat(primaryKey(table), is(table.key()));
    }
  }

  final void load(SampleSnapshot sample) throws SQLException, IOException {
    run(snapshot(), script(sample.write(snapshot())));
  }

  /** Has the tables equal the snapshot. */
  private void loadExactly(SampleSnapshot sample) throws SQLException, IOException {
    run(snapshot(), script(sample.write(snapshot()), "-exact"));
  }

  /** The snapshot's folder in the output folder. */
  final Path snapshot() {
    return folder.resolve("snapshot");
  }

  final String script(SnapshotInventory contents) {
    return script(contents, "");
  }

  private String script(SnapshotInventory contents, String variant) {
    return LoadScripts.of(contents).stream()
        .filter(file -> file.path().equals("load/" + engine() + variant + ".sql"))
        .map(GeneratedFile::text)
        .findFirst()
        .orElseThrow();
  }

  private List<Object> column(Table table, String name) throws SQLException {
    int index = Column.of(table).stream().map(Column::name).toList().indexOf(name);
    return loaded(table).stream().map(row -> row.get(index)).toList();
  }

  /** All rows in the order of their key. */
  private List<List<Object>> loaded(Table table) throws SQLException {
    String columns =
        String.join(
            ", ", Column.of(table).stream().map(column -> '"' + column.name() + '"').toList());
    return query(
        "SELECT "
            + columns
            + " FROM "
            + table.tableName()
            + " ORDER BY "
            + String.join(", ", table.key()));
  }

  final List<List<Object>> query(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          Object value = result.getObject(i);
          row.add(value instanceof java.sql.Date day ? day.toLocalDate() : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> expectedColumns(Table table) {
    return Column.of(table).stream()
        .map(
            column ->
                "%s %s %s %s"
                    .formatted(column.name(), word(column.type()), column.nullable(), column.doc()))
        .toList();
  }

  private static String word(Column.Type type) {
    return switch (type) {
      case STRING -> "text";
      case LONG -> "integer";
      case DATE -> "date";
      default -> throw new IllegalArgumentException("no column has the type " + type);
    };
  }

  private static String word(int sqlType) {
    return switch (sqlType) {
      case java.sql.Types.BIGINT -> "integer";
      case java.sql.Types.DATE -> "date";
      case java.sql.Types.VARCHAR -> "text";
      default -> "SQL type " + sqlType;
    };
  }

  private List<String> describedColumns(Table table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet result =
        connection().getMetaData().getColumns(null, null, table.tableName(), null)) {
      while (result.next()) {
        columns.add(
            "%s %s %s %s"
                .formatted(
                    result.getString("COLUMN_NAME"),
                    word(result.getInt("DATA_TYPE")),
                    result.getString("IS_NULLABLE").equals("YES"),
                    result.getString("REMARKS")));
      }
    }
    return columns;
  }

  private List<String> primaryKey(Table table) throws SQLException {
    SortedMap<Integer, String> key = new TreeMap<>();
    try (ResultSet result =
        connection().getMetaData().getPrimaryKeys(null, null, table.tableName())) {
      while (result.next()) {
        key.put(result.getInt("KEY_SEQ"), result.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(key.values());
  }
}
