package io.github.papersluice.job;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.papersluice.cli.CommandLineSession;
import io.github.papersluice.evaluation.Evaluation;
import io.github.papersluice.evaluation.GoldLabels;
import io.github.papersluice.evaluation.Measure;
import io.github.papersluice.evaluation.Scores;
import io.github.papersluice.evaluation.SnapshotRecords;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole job on the project's own digest, with the Direct Runner's checks on. */
class SeedSnapshotTest {
  private static final GenericData DATES = new GenericData();

  static {
    DATES.addLogicalTypeConversion(new TimeConversions.DateConversion());
  }

  private static final Path SEEDS = Path.of("..", "..", "seeds");
  private static final Path GOLD =
      Path.of("..", "extraction", "src", "test", "resources", "gold", "seed.jsonl");

  @TempDir private static Path output;

  private static CommandLineSession session;
  private static Path snapshot;

  @BeforeAll
  static void runTheJob() {
    session =
        CommandLineSession.run(
            "--input=" + SEEDS,
            "--output=" + output,
            "--snapshot=seed",
            "--digestYear=2025",
            "--enforceImmutability=true",
            "--enforceEncodability=true");
    snapshot = output.resolve("seed");
  }

  @Test
  void the_run_ends_well_and_says_what_it_made() {
    assertThat(session.err(), session.status(), is(0));
    assertThat(session.out(), containsString(snapshot.toString()));
  }

  @Test
  void the_facts_are_those_of_the_gold_labels() throws Exception {
    GoldLabels gold = GoldLabels.read(GOLD);
    Scores scores = Evaluation.score(SnapshotRecords.read(snapshot, gold), gold);
    for (Measure measure :
        List.of(Measure.LINKS, Measure.REPOSITORIES, Measure.SIZES, Measure.ROLE)) {
      assertThat(measure + " " + scores.mistakes(), scores.score(measure).f1(), is(1.0));
    }
    assertThat(scores.score(Measure.MODEL).f1() >= 0.97, is(true));
  }

  @Test
  void the_digest_has_its_date_and_counts() throws IOException {
    List<String> row = avroRows(Table.DIGESTS).get(0);
    assertThat(
        row,
        is(
            List.of(
                "dfb77bb805d34f4d",
                "000_69aeb77fef9e3c50.txt",
                "dfb77bb805d34f4de2f63a067af5814d6c9542a181b432ea921ee66ed4582f6f",
                "152313",
                "utf-8",
                "Mar 11",
                "2025-03-11",
                "91",
                "0")));
  }

  @ParameterizedTest
  @EnumSource
  void avro_csv_and_duckdb_agree_cell_by_cell(Table table) throws Exception {
    List<List<String>> avro = avroRows(table);
    assertThat(avro.size(), is(expectedRows(table)));
    assertThat(csvRows(table), is(avro));
    assertThat(duckDbRows(table), is(avro));
  }

  private static int expectedRows(Table table) {
    return switch (table) {
      case DIGESTS -> 1;
      case PAPERS -> 91;
      case LINKS -> 29;
      case MODEL_SIZES -> 89;
      case REJECTIONS -> 0;
    };
  }

  private static List<Path> parts(String format, Table table) throws IOException {
    try (Stream<Path> files = Files.list(snapshot.resolve(format).resolve(table.tableName()))) {
      return files.sorted().toList();
    }
  }

  /** Null is the empty string here, as in CSV; the tables hold no empty strings. */
  private static List<List<String>> avroRows(Table table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Path part : parts("avro", table)) {
      try (DataFileReader<GenericRecord> reader =
          new DataFileReader<>(part.toFile(), new GenericDatumReader<>(null, null, DATES))) {
        assertThat(reader.getSchema().getFields().size(), is(table.schema().getFields().size()));
        for (GenericRecord record : reader) {
          List<String> row = new ArrayList<>();
          for (Schema.Field field : reader.getSchema().getFields()) {
            Object value = record.get(field.pos());
            row.add(value == null ? "" : value.toString());
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static List<List<String>> csvRows(Table table) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Path part : parts("csv", table)) {
      try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(part)) {
        for (NamedCsvRecord record : reader) {
          rows.add(
              table.schema().getFields().stream()
                  .map(field -> record.getField(field.name()))
                  .toList());
        }
      }
    }
    return rows;
  }

  private static List<List<String>> duckDbRows(Table table) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    String files = snapshot.resolve("csv").resolve(table.tableName()) + "/*.csv";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT * FROM read_csv('" + files + "', header = true, all_varchar = true)")) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          String value = result.getString(column);
          row.add(value == null ? "" : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
