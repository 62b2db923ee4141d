package io.github.papersluice.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.warehouse.DuckDbViews;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A snapshot's tables and the views of {@code schemas/views.sql}, to be asked in DuckDB's SQL. The
 * database lives in memory; it reads the snapshot's CSV parts and no other file, writes none, and
 * loads no extension. The same query on the same snapshot gives the same rows in the same order.
 */
public final class SnapshotDatabase implements AutoCloseable {
  private static final String URL = "jdbc:duckdb:";

  /**
   * One thread, as the order of grouped rows depends on their number; no temporary file; nothing
   * from the network.
   */
  private static final String SETTINGS =
      """
      SET threads = 1;
      SET temp_directory = '';
      SET autoinstall_known_extensions = false;
      SET autoload_known_extensions = false;
      """;

  /** From here on only the files of one folder can be opened, and no setting changed. */
  private static final String SEAL =
      """
      SET allowed_directories = [%s];
      SET enable_external_access = false;
      SET lock_configuration = true;
      """;

  /** DuckDB writes the number {@code 1e400} as {@code Infinity}. */
  private static final ObjectMapper PARSED =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final Connection connection;
  private final QueryLimits limits;

  private SnapshotDatabase(Connection connection, QueryLimits limits) {
    this.connection = connection;
    this.limits = limits;
  }

  /**
   * Opens a snapshot.
   *
   * @param folder the snapshot's folder
   * @param contents what it holds, CSV among it
   * @throws QueryException if DuckDB's driver is not on the class path, or the snapshot's parts lie
   *     outside its folder
   */
  public static SnapshotDatabase open(Path folder, SnapshotInventory contents)
      throws QueryException {
    return open(folder, contents, QueryLimits.DEFAULT);
  }

  /**
   * Opens a snapshot for queries that may take only so much.
   *
   * @see #open(Path, SnapshotInventory)
   */
  public static SnapshotDatabase open(Path folder, SnapshotInventory contents, QueryLimits limits)
      throws QueryException {
    String root = folder.toAbsolutePath().normalize().toString();
    SnapshotDatabase database = new SnapshotDatabase(connect(), limits);
    try {
      database.execute(SETTINGS);
      database.execute("SET memory_limit = '" + limits.memoryBytes() / 1024 + "KiB'");
      database.execute(DuckDbViews.of(contents, root));
      database.execute(SEAL.formatted("'" + (root + "/csv/").replace("'", "''") + "'"));
      database.execute(views());
      return database;
    } catch (SQLException e) {
      database.close();
      throw failure(e);
    }
  }

  private static Connection connect() throws QueryException {
    Properties properties = new Properties();
    // A result is read while it is made, not held in memory whole.
    properties.setProperty("jdbc_stream_results", "true");
    try {
      return DriverManager.getConnection(URL, properties);
    } catch (SQLException e) {
      throw new QueryException(
          "queries need DuckDB's driver, which is not on the class path: run scripts/run query,"
              + " which fetches it once (or mvn -Pquick,query package)",
          e);
    }
  }

  private static String views() {
    try (InputStream in = SnapshotDatabase.class.getResourceAsStream("/schemas/views.sql")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  /**
   * Runs a query and writes its result.
   *
   * @param sql one query: {@code SELECT}, {@code FROM}, {@code WITH}, {@code VALUES}, {@code
   *     DESCRIBE} or {@code SUMMARIZE}
   * @throws QueryException if it is no such query or fails; what came before may be written
   */
  public void run(String sql, ResultWriter writer) throws QueryException {
    try {
      requireQuery(sql);
      try (PreparedStatement statement = connection.prepareStatement(sql);
          Deadline deadline = new Deadline(statement, limits.seconds())) {
        try (ResultSet rows = statement.executeQuery()) {
          write(rows, writer, deadline);
        } catch (SQLException e) {
          if (deadline.isPassed()) {
            throw new QueryException(
                "the query ran for more than "
                    + limits.seconds()
                    + " seconds: ask for less, or give it longer by --timeLimit",
                e);
          }
          throw e;
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // The driver fails so on values that Java has no type for.
      throw new QueryException("a value of the result cannot be shown: cast it to VARCHAR", e);
    }
  }

  /** Ends a query when its time is over. */
  private static final class Deadline implements AutoCloseable {
    private final ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "query-deadline");
              thread.setDaemon(true);
              return thread;
            });
    private volatile boolean passed;

    Deadline(Statement statement, int seconds) {
      var unused =
          clock.schedule(
              () -> {
                passed = true;
                statement.cancel();
                return null;
              },
              seconds,
              TimeUnit.SECONDS);
    }

    boolean isPassed() {
      return passed;
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }

  /**
   * Lets queries pass only. DuckDB has no read-only database in memory, and where it may read a
   * folder it may write there too; but its parser tells what a text is, and {@code
   * json_serialize_sql} takes nothing but queries.
   */
  private void requireQuery(String sql) throws SQLException, QueryException {
    JsonNode parsed = parse(sql);
    if (parsed.path("error_type").asText().equals("not implemented")
        || (!parsed.path("error").asBoolean() && parsed.path("statements").size() != 1)) {
      throw new QueryException(
          "one query is run, and nothing that writes: SELECT, FROM, WITH, VALUES, DESCRIBE or"
              + " SUMMARIZE",
          null);
    }
    // Any other error is told better, with its place, by the run itself.
  }

  private JsonNode parse(String sql) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)")) {
      statement.setString(1, sql);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return PARSED.readTree(rows.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new SQLException(e.getOriginalMessage(), e);
    }
  }

  private static void write(ResultSet rows, ResultWriter writer, Deadline deadline)
      throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    int count = columns.getColumnCount();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add(columns.getColumnLabel(i));
    }
    writer.begin(names);
    while (rows.next()) {
      // The driver cannot cancel a query whose first rows it has handed out.
      if (deadline.isPassed()) {
        throw new SQLException("the time is over");
      }
      Object[] row = new Object[count];
      for (int i = 0; i < count; i++) {
        row[i] = value(rows, i + 1);
      }
      writer.row(row);
    }
    writer.end();
  }

  /** A number, a truth value, null, or text. */
  private static Object value(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : rows.getString(column);
  }

  /** The driver wraps DuckDB's message, and DuckDB adds the query's text below a blank line. */
  private static QueryException failure(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int inner = message.indexOf("\nError: ");
    String told = inner < 0 ? message : message.substring(inner + "\nError: ".length());
    int end = told.indexOf("\n\n");
    String first = end < 0 ? told : told.substring(0, end);
    return new QueryException(first.strip().replaceAll("\\s*\\R\\s*", " "), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing is lost with a database in memory.
    }
  }
}
