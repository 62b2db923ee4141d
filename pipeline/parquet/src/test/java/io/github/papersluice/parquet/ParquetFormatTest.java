package io.github.papersluice.parquet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.RowFormat;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.StagedPart;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as Parquet is read back by DuckDB and compared with the Avro beside it. */
class ParquetFormatTest {
  private static final WriteOptions BOTH =
      new WriteOptions(List.of(Format.AVRO, Format.PARQUET), false, "null");

  private static final List<String> TEXTS =
      List.of(
          "", "\"", "a,b", "\u0000", "😀 🚀", "\u200Fמודל\u202E", "é", "e\u0301", "NULL", "\\N");

  @TempDir Path folder;

  @Test
  void theServiceLoaderFindsIt() {
    assertThat(RowFormat.of(Format.PARQUET).orElseThrow(), is(instanceOf(ParquetFormat.class)));
  }

  @Test
  void everyValueIsThatOfTheAvroPart() throws Exception {
    ShardReport report = write("one", 3);
    int cells = 0;
    for (Table table : Table.values()) {
      List<List<Object>> expected = avro(part(report, table, Format.AVRO), table);
      assertThat(table.tableName(), expected.size(), is(greaterThan(0)));

      assertThat(table.tableName(), parquet(part(report, table, Format.PARQUET)), is(expected));
      cells += expected.size() * Column.of(table).size();
    }
    assertThat(cells, is(greaterThan(1000)));
  }

  @Test
  void columnsHaveTheSchemasNamesTypesAndNullability() throws Exception {
    ShardReport report = write("one", 1);
    for (Table table : Table.values()) {
      List<List<Object>> described =
          ask(
              "SELECT name, type, repetition_type FROM parquet_schema('%s') WHERE num_children IS NULL"
                  .formatted(part(report, table, Format.PARQUET)));

      assertThat(
          described,
          is(
              Column.of(table).stream()
                  .map(
                      column ->
                          List.<Object>of(
                              column.name(),
                              switch (column.type()) {
                                case STRING -> "BYTE_ARRAY";
                                case DATE -> "INT32";
                                default -> "INT64";
                              },
                              column.nullable() ? "OPTIONAL" : "REQUIRED"))
                  .toList()));
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws Exception {
    ShardReport one = write("one", 40);
    ShardReport two = write("two", 40);
    for (Table table : Table.values()) {
      assertThat(
          Files.mismatch(part(one, table, Format.PARQUET), part(two, table, Format.PARQUET)),
          is(-1L));
    }
  }

  @Test
  void emptyTablesHaveColumnsAndNoRow() throws Exception {
    ShardReport report;
    try (ShardWriter writer = open("empty")) {
      report = writer.finish();
    }
    for (Table table : Table.values()) {
      Path part = part(report, table, Format.PARQUET);
      assertThat(parquet(part), is(List.of()));
      assertThat(
          ask("DESCRIBE FROM read_parquet('" + part + "')").size(), is(Column.of(table).size()));
    }
  }

  /** A dictionary of 4 MB and pages of 1 MB are given up for plain values. */
  @Test
  void rowsBeyondOnePageAreAllThere() throws Exception {
    ShardReport report = write("large", 4000);

    assertThat(
        parquet(part(report, Table.PAPERS, Format.PARQUET))
            .equals(avro(part(report, Table.PAPERS, Format.AVRO), Table.PAPERS)),
        is(true));
  }

  /** A reader needs the writer's version to know its bugs; a clock or a path has no place there. */
  @Test
  void theFooterNamesTheLibraryAndNothingElse() throws Exception {
    Path part = part(write("one", 1), Table.DIGESTS, Format.PARQUET);

    assertThat(
        new String(Files.readAllBytes(part), ISO_8859_1),
        containsString("parquet-mr version 1.17.1 (build "));
    assertThat(ask("FROM parquet_kv_metadata('" + part + "')"), is(List.of()));
  }

  private ShardWriter open(String attempt) throws IOException {
    return ShardWriter.open(new LocalStorage(folder), ".staging-x", 0, 1, attempt, BOTH);
  }

  private ShardReport write(String attempt, int rounds) throws IOException {
    try (ShardWriter writer = open(attempt)) {
      long number = 1;
      for (int i = 0; i < rounds; i++) {
        for (String text : TEXTS) {
          writer.paper(
              "d1",
              number,
              number % 2 == 0 ? null : "2025-03-11",
              paper(text),
              facts(number, text));
          writer.rejection("d1", number, rejection(text));
          number++;
        }
      }
      writer.digest(
          new DigestSummary(
              "d1", "d1.txt", "0".repeat(64), Long.MAX_VALUE, "utf-8", null, null, 1, 0, 0));
      return writer.finish();
    }
  }

  private static PaperText paper(String text) {
    return new PaperText(
        Utf8Text.of("title " + text), Utf8Text.of(text + " abstract".repeat(20)), 0, 9, null, 0);
  }

  private static Facts facts(long number, String text) {
    return new Facts(
        List.of(
            new Link(
                TextField.ABSTRACT,
                0,
                5,
                text,
                "https://example.org/" + number,
                "example.org",
                LinkKind.OTHER,
                null,
                null,
                Availability.UNKNOWN)),
        List.of(
            new ModelSize(
                TextField.TITLE,
                0,
                2,
                text,
                number * 1_000_000_007L,
                number % 3 == 0 ? 8 : null,
                SizeRole.TOTAL,
                number % 2 == 0 ? null : text,
                Exactness.EXACT)),
        CodeStatus.NONE);
  }

  private static Rejection rejection(String text) {
    return new Rejection(
        Rejection.Stage.SPLIT, Rejection.Reason.TITLE_WITHOUT_ABSTRACT, "why", 0, 1, text);
  }

  private Path part(ShardReport report, Table table, Format format) {
    return report.parts().stream()
        .filter(staged -> staged.part().table() == table && staged.part().format() == format)
        .map(StagedPart::stagedPath)
        .map(folder::resolve)
        .findFirst()
        .orElseThrow();
  }

  private static List<List<Object>> avro(Path part, Table table) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(part.toFile(), new GenericDatumReader<>())) {
      for (GenericRecord record : reader) {
        List<Object> row = new ArrayList<>();
        for (Column column : Column.of(table)) {
          Object value = record.get(column.name());
          row.add(
              value instanceof Integer days
                  ? LocalDate.ofEpochDay(days)
                  : value instanceof CharSequence text ? text.toString() : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<List<Object>> parquet(Path part) throws SQLException {
    return ask("FROM read_parquet('" + part + "')");
  }

  private static List<List<Object>> ask(String sql) throws SQLException {
    List<List<Object>> found = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getObject(i));
        }
        found.add(row);
      }
    }
    return found;
  }
}
