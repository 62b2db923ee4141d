package io.github.papersluice.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Runs {@code scripts/peers/papers.sql} in DuckDB, in memory and with its defaults: {@code java -cp
 * duckdb_jdbc.jar:bench/classes io.github.papersluice.bench.DuckDbJob SCRIPT GLOB OUTPUT}.
 */
final class DuckDbJob {
  private DuckDbJob() {}

  public static void main(String[] arguments) throws Exception {
    Path output = Path.of(arguments[2]);
    Files.createDirectories(output);
    String script =
        Files.readString(Path.of(arguments[0]))
            .replace("${input}", quoted(arguments[1]))
            .replace("${output}", quoted(output.toString()));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }

  /** What stands between the quotes of an SQL string. */
  private static String quoted(String text) {
    return text.replace("'", "''");
  }
}
