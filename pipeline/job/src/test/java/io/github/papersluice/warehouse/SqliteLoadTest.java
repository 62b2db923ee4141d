package io.github.papersluice.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.SampleSnapshot;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.Function;

/** The script through the driver; what only SQLite's shell does is done here as it does it. */
final class SqliteLoadTest extends LoadTest {
  private static final Pattern IMPORT = Pattern.compile("[.]import --csv --skip 1 (\\S+) (\\S+)");

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Override
  Connection connection() {
    return connection;
  }

  @Override
  String engine() {
    return "sqlite";
  }

  @Override
  void run(Path snapshot, String script) throws SQLException, IOException {
    Function.create(connection, "readfile", new ReadFile(snapshot));
    StringBuilder statements = new StringBuilder();
    for (String line : script.lines().toList()) {
      if (line.startsWith(".")) {
        execute(statements.toString());
        statements.setLength(0);
        command(snapshot, line);
      } else {
        statements.append(line).append('\n');
      }
    }
    execute(statements.toString());
  }

  private static final class ReadFile extends Function {
    private final Path folder;

    ReadFile(Path folder) {
      this.folder = folder;
    }

    @Override
    protected void xFunc() throws SQLException {
      Path file = folder.resolve(value_text(0));
      try {
        if (Files.exists(file)) {
          result(Files.readAllBytes(file));
        } else {
          result();
        }
      } catch (IOException e) {
        throw new SQLException(e);
      }
    }
  }

  private void command(Path snapshot, String line) throws SQLException, IOException {
    Matcher wanted = IMPORT.matcher(line);
    if (!wanted.matches()) {
      assertThat(line, is(".bail on"));
      return;
    }
    List<List<String>> rows =
        CsvRows.read(Files.readString(snapshot.resolve(wanted.group(1)), UTF_8));
    for (List<String> row : rows.subList(1, rows.size())) {
      String marks = String.join(", ", row.stream().map(cell -> "?").toList());
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO " + wanted.group(2) + " VALUES (" + marks + ")")) {
        for (int i = 0; i < row.size(); i++) {
          insert.setString(i + 1, row.get(i));
        }
        insert.executeUpdate();
      }
    }
  }

  @Override
  void recover() throws SQLException {
    execute("ROLLBACK");
  }

  /** A date is text, a null was empty, and the driver gives small numbers as such. */
  @Override
  Object expected(Column column, Object value) {
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    return (column.nullable() && "".equals(value)) || value == null ? null : plain(value);
  }

  private static Object plain(Object value) {
    return value instanceof Long ? value : value.toString();
  }

  @Override
  boolean hasColumnComments() {
    return false;
  }

  @Test
  void whatIsNotADateOrANumberIsRefused() throws Exception {
    load(new SampleSnapshot("empty"));

    for (String row :
        List.of(
            "'d', 'n', 's', 1, 'f', NULL, '2025-02-30', 1, 1",
            "'d', 'n', 's', 1, 'f', NULL, 'Mar 11', 1, 1",
            "'d', 'n', 's', 'many', 'f', NULL, NULL, 1, 1",
            "'d', NULL, 's', 1, 'f', NULL, NULL, 1, 1")) {
      assertThrows(
          SQLException.class, () -> execute("INSERT INTO digests VALUES (" + row + ")"), row);
    }
  }

  @Test
  void everyColumnSaysWhatItMeans() throws Exception {
    load(new SampleSnapshot("empty"));

    for (Table table : Table.values()) {
      String sql =
          query("SELECT sql FROM sqlite_schema WHERE name = '" + table.tableName() + "'")
              .get(0)
              .get(0)
              .toString();
      for (Column column : Column.of(table)) {
        assertThat(sql, containsString(column.doc()));
      }
    }
  }

  @Test
  void theShellLoadsTheSameRowsAndRefusesAnOlderSnapshot() throws Exception {
    assumeTrue(onPath("sqlite3"), "sqlite3 is not on the PATH: only the driver was tested");
    SampleSnapshot sample = SampleSnapshot.nasty("day-1");

    assertThat(shell(sample), is(0));
    assertThat(shell(sample), is(0));
    assertThat(shell(SampleSnapshot.nasty("day-2")), is(0));
    assertThat(shell(new SampleSnapshot("day-3").digest("d9", "d1.txt", null)), is(0));
    assertThat(shell(sample), is(1));

    connection.close();
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shell.db"));
    assertThat(
        query("SELECT digest_id FROM digests ORDER BY 1"),
        is(List.of(List.of("d2"), List.of("d9"))));
  }

  @Test
  void theShellKeepsEveryText() throws Exception {
    assumeTrue(onPath("sqlite3"), "sqlite3 is not on the PATH: only the driver was tested");

    assertThat(shell(SampleSnapshot.nasty("day-1")), is(0));

    connection.close();
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shell.db"));
    assertThat(
        query("SELECT abstract FROM papers ORDER BY record_number"),
        is(SampleSnapshot.NASTY.stream().map(text -> List.<Object>of(text)).toList()));
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Loads a snapshot by SQLite's own program; its exit status. */
  private int shell(SampleSnapshot sample) throws Exception {
    Path script = folder.resolve("script.sql");
    Files.writeString(script, script(sample.write(snapshot())));
    Process process =
        new ProcessBuilder("sqlite3", folder.resolve("shell.db").toString())
            .directory(snapshot().toFile())
            .redirectInput(script.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("shell.out").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS), is(true));
    return process.exitValue();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
