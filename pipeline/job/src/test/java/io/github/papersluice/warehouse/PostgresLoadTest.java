package io.github.papersluice.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.papersluice.snapshot.SampleSnapshot;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

final class PostgresLoadTest extends LoadTest {

  /** psql's copy command and the statement that it sends. */
  private static final Pattern COPY = Pattern.compile("\\\\copy (.*) FROM '([^']*)' (WITH .*)");

  /** psql's other commands: the schema's name and the history's text are put in here. */
  private static final List<String> OTHER_COMMANDS =
      List.of(
          "\\set ON_ERROR_STOP on",
          "\\if :{?schema}",
          "\\else",
          "\\set schema papersluice",
          "\\endif",
          "\\set history `cat ../HISTORY 2>/dev/null || true`");

  private static PostgresServer server;

  private Connection connection;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws SQLException {
    try (Connection admin = server.connect("postgres");
        Statement statement = admin.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS warehouse WITH (FORCE)");
      statement.execute("CREATE DATABASE warehouse");
    }
    connection = server.connect("warehouse");
    execute("SET search_path TO papersluice");
  }

  private static String history(Path snapshot) throws IOException {
    Path file = snapshot.resolveSibling("HISTORY");
    return "'" + (Files.exists(file) ? Files.readString(file) : "") + "'";
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
    return "postgresql";
  }

  /** Does what psql does with the script: its own commands by the driver's copy interface. */
  @Override
  void run(Path snapshot, String script) throws SQLException, IOException {
    StringBuilder statements = new StringBuilder();
    for (String text : script.lines().toList()) {
      String line =
          text.replace(":\"schema\"", "\"papersluice\"").replace(":'history'", history(snapshot));
      if (line.startsWith("\\")) {
        execute(statements.toString());
        statements.setLength(0);
        command(snapshot, line);
      } else {
        statements.append(line).append('\n');
      }
    }
    execute(statements.toString());
  }

  @Override
  void recover() throws SQLException {
    execute("ROLLBACK");
  }

  @Test
  void childrenReferToTheirParents() throws Exception {
    load(new SampleSnapshot("empty"));

    assertThat(
        query(
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE contype = 'f' ORDER BY 1"),
        is(
            List.of(
                List.of("links", toPapers()),
                List.of("model_sizes", toPapers()),
                List.of("papers", toDigests()),
                List.of("rejections", toDigests()))));
  }

  private static String toPapers() {
    return "FOREIGN KEY (digest_id, record_number) REFERENCES papers(digest_id, record_number)";
  }

  private static String toDigests() {
    return "FOREIGN KEY (digest_id) REFERENCES digests(digest_id)";
  }

  @Test
  void psqlRunsTheScriptFromInsideTheSnapshot() throws Exception {
    assumeTrue(onPath("psql"), "psql is not on the PATH: only the driver's copy was tested");
    SampleSnapshot sample = SampleSnapshot.nasty("day-1");
    String script = script(sample.write(snapshot()));
    Files.createDirectories(snapshot().resolve("load"));
    Files.writeString(snapshot().resolve("load/postgresql.sql"), script);

    psql();
    psql();

    List<Object> count = List.of((long) sample.rows(Table.PAPERS).size());
    assertThat(query("SELECT count(*) FROM papers"), is(List.of(count)));
    assertThat(
        query("SELECT abstract FROM papers ORDER BY record_number"),
        is(SampleSnapshot.NASTY.stream().map(text -> List.<Object>of(text)).toList()));
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void psql() throws Exception {
    Process psql =
        new ProcessBuilder(
                "psql",
                "-X",
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(server.port()),
                "-U",
                "postgres",
                "-d",
                "warehouse",
                "-f",
                "load/postgresql.sql")
            .directory(snapshot().toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output, psql.waitFor(60, TimeUnit.SECONDS), is(true));
    assertThat(output, psql.exitValue(), is(0));
  }

  private void command(Path snapshot, String line) throws SQLException, IOException {
    Matcher copy = COPY.matcher(line);
    if (!copy.matches()) {
      assertThat(line, is(in(OTHER_COMMANDS)));
      return;
    }
    try (InputStream part = Files.newInputStream(snapshot.resolve(copy.group(2)))) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + copy.group(1) + " FROM STDIN " + copy.group(3), part);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
