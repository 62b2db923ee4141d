package io.github.papersluice.warehouse;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.alibaba.druid.DbType;
import com.alibaba.druid.sql.SQLUtils;
import com.alibaba.druid.sql.parser.ParserException;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.SampleSnapshot;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * BigQuery and Snowflake cannot run here: their scripts are parsed, and what no parser on Maven
 * Central knows is compared with the text that the engines' manuals ask for.
 */
final class CloudScriptTest {

  @TempDir Path folder;

  @Test
  void everyBigQueryStatementParses() throws IOException {
    for (String variant : List.of("bigquery", "bigquery-exact")) {
      List<String> statements = statements(variant);

      // DECLARE; a table and a load each, two tables of loads, the history; BEGIN; two conditions
      // of
      // RAISE and END IF; a deletion and an insertion each and two for superseded digests; the
      // load;
      // COMMIT; the counts.
      assertThat(variant, statements, hasSize(1 + 10 + 2 + 1 + 1 + 4 + 10 + 2 + 1 + 1 + 1));
      statements.stream()
          .filter(statement -> !statement.equals("END IF"))
          .map(statement -> statement.startsWith("IF EXISTS") ? queryOf(statement) : statement)
          .forEach(CloudScriptTest::parseBigQuery);
    }
  }

  /** The query of a condition; the parser does not know IF. */
  private static String queryOf(String condition) {
    Matcher matcher =
        Pattern.compile("(?s)IF EXISTS \\((.*)\\) THEN\n  RAISE USING MESSAGE = '[^'\n]*'")
            .matcher(condition);
    assertThat(condition, matcher.matches(), is(true));
    return matcher.group(1);
  }

  @Test
  void bigQueryPartitionsByDayWhereThereIsOne() throws IOException {
    String script = script("bigquery");

    for (Table table : Table.values()) {
      String create =
          Pattern.compile("(?s)CREATE TABLE IF NOT EXISTS `" + table.tableName() + "`.*?;\n")
              .matcher(script)
              .results()
              .findFirst()
              .orElseThrow()
              .group();
      assertThat(
          table.tableName(),
          create.contains("\n)\nPARTITION BY `digest_date`\nCLUSTER BY `digest_id`"),
          is(table != Table.REJECTIONS));
    }
    assertThat(script, not(containsString("ASSERT")));
  }

  @Test
  void theBigQueryParserSeesFaults() {
    for (String statement :
        List.of(
            "CREATE TABLE IF NOT EXISTS `t` (`a` STRING NOT NULL OPTIONS (description = 'it's'))",
            "DELETE FROM `t` WHERE `a` IN (SELECT `a` FROM)",
            "ASSERT NOT EXISTS (SELECT 1 FROM (SELECT 1 AS `a` WHERE `a` <> 1) AS 'x'",
            "INSERT INTO `t` (`a` SELECT `a` FROM `s`")) {
      assertThrows(ParserException.class, () -> parseBigQuery(statement), statement);
    }
  }

  @Test
  void bigQueryLoadsTheAvroPartsOfEachTableBelowTheUri() throws IOException {
    String script = script("bigquery");

    assertThat(script, containsString("DECLARE snapshot_uri STRING DEFAULT 'gs://BUCKET/day-1';"));
    for (Table table : Table.values()) {
      assertThat(
          script,
          containsString(
              """
              EXECUTE IMMEDIATE FORMAT(\"""
                LOAD DATA OVERWRITE TEMP TABLE `staged_%1$s`
                FROM FILES (format = 'AVRO', enable_logical_types = true, uris = ['%%s/avro/%1$s/part-*.avro'])\""", snapshot_uri);
              """
                  .formatted(table.tableName())));
    }
  }

  @Test
  void everyPlainSnowflakeStatementParses() throws Exception {
    List<String> plain =
        statements("snowflake").stream()
            .filter(statement -> statement.matches("(?s)(CREATE|DELETE|INSERT|SELECT).*"))
            .toList();

    // The schema; a table, a raw and a typed one each; two tables of loads, the history; a deletion
    // and an insertion each and two for superseded digests, the load; the counts.
    assertThat(plain, hasSize(1 + 15 + 3 + 10 + 2 + 1 + 1));
    for (String statement : plain) {
      parseSnowflake(statement);
    }
    assertThrows(
        JSQLParserException.class,
        () -> parseSnowflake(plain.get(1).replace("COMMENT = 'One", "COMMENT = 'One's")));
  }

  @Test
  void snowflakeCopiesTheAvroPartsOfEachTableAndTurnsNoTextIntoNull() throws IOException {
    String script = script("snowflake");
    for (Table table : Table.values()) {
      assertThat(
          script,
          containsString(
              """
              COPY INTO "RAW_%s"
                FROM (SELECT $1 FROM '@papersluice/day-1/avro/%s/')
                PATTERN = '.*part-.*[.]avro'
                FILE_FORMAT = (TYPE = AVRO NULL_IF = ())
                ON_ERROR = ABORT_STATEMENT;
              """
                  .formatted(table.name(), table.tableName())));
    }
  }

  @Test
  void snowflakeReplacesRowsInOneTransactionAndRollsBackWhenCountsDiffer() throws IOException {
    String script =
        script("snowflake")
            .replaceAll("(?m)^(DELETE|INSERT|  SELECT|  UNION|  FROM|  WHERE| {4}).*\n", "");

    assertThat(
        script,
        containsString(
            """
            EXECUTE IMMEDIATE $$
            DECLARE
              rows_differ EXCEPTION (-20001, 'the tables do not hold the rows that the manifest of \
            this snapshot counts');
              too_old EXCEPTION (-20002, 'this snapshot is older than what the tables hold, nothing \
            was changed; to load it all the same, delete the rows of loaded_snapshots first');
            BEGIN
            BEGIN TRANSACTION;
            IF (EXISTS (SELECT 1 FROM (
              ) AS "PLACES"
              RAISE too_old;
            END IF;
            IF (EXISTS (SELECT 1 FROM (
            ) WHERE "MANIFEST_ROWS" <> "LOADED_ROWS")) THEN
              RAISE rows_differ;
            END IF;
            COMMIT;
            EXCEPTION
              WHEN OTHER THEN
                ROLLBACK;
                RAISE;
            END;
            $$;
            """
                .replace("    ROLLBACK;\n    RAISE;\n", "")));
    assertThat(script("snowflake"), containsString("    ROLLBACK;\n    RAISE;\nEND;\n$$;\n"));
  }

  @Test
  void aNameThatLooksLikeSqlStaysAComment() throws IOException {
    String name = "x'; DROP TABLE papers;\n-- \\ $$";
    SnapshotInventory contents = new SampleSnapshot(name).write(folder);

    for (GeneratedFile file : LoadScripts.of(contents)) {
      assertThat(file.path(), file.text(), not(containsString("\n-- \\ $$")));
      assertThat(
          file.path(),
          file.text().lines().filter(line -> line.contains("DROP TABLE papers")).toList(),
          not(hasSize(0)));
    }
    assertThat(
        LoadScripts.of(contents).get(6).text(),
        containsString("DEFAULT 'gs://BUCKET/x\\'; DROP TABLE papers;\\n-- \\\\ $$';"));
  }

  @Test
  void aSnapshotWithoutAvroHasNoScriptThatNeedsIt() throws IOException {
    SnapshotInventory contents = SampleSnapshot.nasty("day-1").write(folder);
    assertThat(
        paths(only(contents, Format.CSV)),
        is(
            List.of(
                "load/duckdb.sql",
                "load/duckdb-exact.sql",
                "load/postgresql.sql",
                "load/postgresql-exact.sql",
                "load/sqlite.sql",
                "load/sqlite-exact.sql")));
    assertThat(
        paths(only(contents, Format.AVRO)),
        is(
            List.of(
                "load/bigquery.sql",
                "load/bigquery-exact.sql",
                "load/snowflake.sql",
                "load/snowflake-exact.sql")));
  }

  private static SnapshotInventory only(SnapshotInventory contents, Format format) {
    return new SnapshotInventory(
        contents.name(),
        contents.id(),
        contents.version(),
        contents.parts().stream().filter(part -> part.format() == format).toList(),
        contents.attribution());
  }

  private static List<String> paths(SnapshotInventory contents) {
    return LoadScripts.of(contents).stream().map(GeneratedFile::path).toList();
  }

  private static void parseBigQuery(String statement) {
    assertThat(statement, SQLUtils.parseStatements(statement, DbType.bigquery), hasSize(1));
  }

  private static void parseSnowflake(String statement) throws JSQLParserException {
    CCJSqlParserUtil.parse(statement, parser -> parser.withSquareBracketQuotation(false));
  }

  private String script(String engine) throws IOException {
    return LoadScripts.of(SampleSnapshot.nasty("day-1").write(folder)).stream()
        .filter(file -> file.path().equals("load/" + engine + ".sql"))
        .map(GeneratedFile::text)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The script's statements without its comments; no literal of ours ends a line in a semicolon.
   */
  private List<String> statements(String engine) throws IOException {
    return Stream.of(script(engine).replaceAll("(?m)^--.*\n", "").split(";\n"))
        .map(String::strip)
        .toList();
  }
}
