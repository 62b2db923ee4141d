package io.github.papersluice.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class DuckDbLoadTest extends LoadTest {

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
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
    return "duckdb";
  }

  @Override
  void run(Path snapshot, String script) throws SQLException {
    execute("SET file_search_path = '" + snapshot + "'");
    execute(script);
  }

  @Override
  void recover() throws SQLException {
    execute("ROLLBACK");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
