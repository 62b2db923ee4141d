package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Facts;
import io.github.papersluice.snapshot.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardWriterTest {
  /** Values that tend to break CSV; none is changed on the way. */
  private static final List<String> NASTY =
      List.of(
          "\"",
          "\"\"",
          "a\"",
          "\"a",
          "a \"b\" c",
          ",",
          "a,b,,c",
          ",\"\n".strip(),
          "\t",
          "a\tb",
          "=1+1",
          "+1",
          "-1",
          "@cmd",
          "'=1",
          "'quoted'",
          "\u0000",
          "a\u0000b",
          "😀 🚀",
          "\u200Fמודל\u202E",
          "line\u2028and\u2029paragraph",
          "next\u0085line",
          "vertical\u000Btab\fform",
          " ",
          " a ",
          "\\",
          "\\\"",
          "\\n",
          "NULL",
          "null",
          "\\N",
          ";",
          "|",
          "é ü ß 漢字",
          "\uFEFFbom",
          "#");

  @TempDir Path folder;

  @Test
  void nastyValuesAreReadBackFromAvro() throws Exception {
    writePapers(NASTY, WriteOptions.DEFAULT);
    List<String> titles = new ArrayList<>();
    for (GenericRecord row : avro(Table.PAPERS)) {
      titles.add(row.get("title").toString());
      assertThat(row.get("abstract").toString(), is(row.get("title") + "."));
    }
    assertThat(titles, is(NASTY));
  }

  @Test
  void nastyValuesAreReadBackFromCsvByFastCsv() throws Exception {
    writePapers(NASTY, WriteOptions.DEFAULT);
    assertThat(csvColumn(csv(Table.PAPERS), 3), is(NASTY));
  }

  @Test
  void nastyValuesAreReadBackFromCsvByDuckDb() throws Exception {
    writePapers(NASTY, WriteOptions.DEFAULT);
    assertThat(duckDb("title", Table.PAPERS), is(NASTY));
  }

  @Test
  void emptyTextAndNullStayApart() throws Exception {
    writePapers(List.of(""), WriteOptions.DEFAULT);
    assertThat(
        Files.readString(part(Table.PAPERS, Format.CSV)).lines().skip(1).findFirst().orElseThrow(),
        is(
            "\"%s\",1,\"%s\",\"\",\".\",,,,,,,,,,,\"Mar 11\",,0,3,0,0,,\"NONE\","
                .formatted(Sample.FIRST, Sample.id(""))));
    assertThat(duckDb("github_repository IS NULL AND title = ''", Table.PAPERS), contains("true"));
  }

  @Test
  void lineBreaksBecomeSpacesInBothFormats() throws Exception {
    writePapers(List.of("a\r\nb\rc\nd\n"), WriteOptions.DEFAULT);
    assertThat(avro(Table.PAPERS).get(0).get("title").toString(), is("a  b c d "));
    assertThat(csvColumn(csv(Table.PAPERS), 3), contains("a  b c d "));
  }

  @Test
  void noLineBreakStandsInsideAField() throws Exception {
    writePapers(NASTY, WriteOptions.DEFAULT);
    byte[] bytes = Files.readAllBytes(part(Table.PAPERS, Format.CSV));
    int lineFeeds = 0;
    for (byte b : bytes) {
      assertThat(b, is(not((byte) '\r')));
      lineFeeds += b == '\n' ? 1 : 0;
    }
    assertThat(lineFeeds, is(NASTY.size() + 1));
  }

  @Test
  void guardedCellsBeginWithAnApostrophe() throws Exception {
    List<String> titles = List.of("=1", "+1", "-1", "@a", "\ta", "'=1", "'a", "a=1", "");
    writePapers(titles, new WriteOptions(List.of(Format.AVRO, Format.CSV), true, "null"));
    assertThat(
        csvColumn(csv(Table.PAPERS), 3),
        contains("'=1", "'+1", "'-1", "'@a", "'\ta", "''=1", "'a", "a=1", ""));
    assertThat(avro(Table.PAPERS).get(0).get("title").toString(), is("=1"));
  }

  @Test
  void emptyTablesHaveAHeaderAndNoRow() throws Exception {
    try (ShardWriter writer = open("a", WriteOptions.DEFAULT)) {
      publish(writer.finish());
    }
    for (Table table : Table.values()) {
      String header =
          String.join(",", table.schema().getFields().stream().map(f -> f.name()).toList());
      assertThat(Files.readString(part(table, Format.CSV)), is(header + "\n"));
      assertThat(avro(table), is(empty()));
      assertThat(duckDb("*", table), is(empty()));
    }
  }

  @Test
  void aLargeTextIsWrittenWhole() throws Exception {
    String large = "\"é\" ".repeat(700_000);
    writePapers(List.of("before", large, "after"), WriteOptions.DEFAULT);
    assertThat(csvColumn(csv(Table.PAPERS), 3), contains("before", large, "after"));
    assertThat(avro(Table.PAPERS).get(1).get("title").toString(), is(large));
    assertThat(avro(Table.PAPERS).get(2).get("title").toString(), is("after"));
  }

  @Test
  void numbersAreWrittenInFull() throws Exception {
    long[] numbers = {0, 9, 10, 99, 100, 1_000_000_007L, Long.MAX_VALUE, -1, Long.MIN_VALUE};
    try (ShardWriter writer = open("a", WriteOptions.DEFAULT)) {
      for (long number : numbers) {
        writer.paper(
            Sample.FIRST,
            number,
            null,
            Sample.paper("t", "a", 0),
            new Facts(List.of(), List.of(), CodeStatus.NONE));
      }
      writer.digest(Sample.digest("first", "a.txt", numbers.length, 0));
      publish(writer.finish());
    }
    List<String> expected = java.util.Arrays.stream(numbers).mapToObj(Long::toString).toList();
    assertThat(csvColumn(csv(Table.PAPERS), 1), is(expected));
  }

  @Test
  void attemptsOfTheSameShardHaveTheSameBytes() throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    List<ShardReport> one = Sample.write(storage, ".staging-x", "one", WriteOptions.DEFAULT);
    List<ShardReport> two = Sample.write(storage, ".staging-x", "two", WriteOptions.DEFAULT);
    for (int i = 0; i < one.size(); i++) {
      assertThat(files(two.get(i)), is(files(one.get(i))));
      assertThat(two.get(i).parts(), is(not(one.get(i).parts())));
    }
  }

  @Test
  void checksumsAndLengthsAreThoseOfTheFiles() throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    for (ShardReport report : Sample.write(storage, ".staging-x", "one", WriteOptions.DEFAULT)) {
      for (StagedPart staged : report.parts()) {
        byte[] bytes = Files.readAllBytes(folder.resolve(staged.stagedPath()));
        assertThat(staged.part().bytes(), is((long) bytes.length));
        assertThat(staged.part().sha256(), is(Sha256.of(bytes)));
      }
    }
  }

  @Test
  void aReportSurvivesJson() throws IOException {
    for (ShardReport report :
        Sample.write(new LocalStorage(folder), ".staging-x", "one", WriteOptions.DEFAULT)) {
      assertThat(ShardReport.fromJson(report.toJson()), is(report));
    }
  }

  @Test
  void anUnfinishedAttemptLeavesNoFile() throws IOException {
    try (ShardWriter writer = open("a", WriteOptions.DEFAULT)) {
      Sample.writePaper(writer, Sample.FIRST, 1, "Lost");
    }
    assertThat(Tree.sums(folder).keySet(), is(empty()));
  }

  @Test
  void anAttemptThatCannotOpenLeavesNoFile() throws IOException {
    FailingStorage storage = new FailingStorage(new LocalStorage(folder));
    storage.failAt(5);
    assertThrows(
        OutputUnavailableException.class,
        () -> ShardWriter.open(storage, ".staging-x", 0, 1, "a", WriteOptions.DEFAULT));
    assertThat(Tree.sums(folder).keySet(), is(empty()));
  }

  @Test
  void namesOfAttemptsStayInTheFolder() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> open("../a", WriteOptions.DEFAULT));
    assertThat(refusal.getMessage(), startsWith("not the name of an attempt"));
  }

  private static List<PartFile> files(ShardReport report) {
    return report.parts().stream().map(StagedPart::part).toList();
  }

  private ShardWriter open(String attempt, WriteOptions options) throws IOException {
    return ShardWriter.open(new LocalStorage(folder), ".staging-x", 0, 1, attempt, options);
  }

  private void writePapers(List<String> titles, WriteOptions options) throws IOException {
    try (ShardWriter writer = open("a", options)) {
      for (int i = 0; i < titles.size(); i++) {
        writer.paper(
            Sample.FIRST,
            i + 1,
            null,
            Sample.paper(titles.get(i), titles.get(i) + ".", 0),
            new Facts(List.of(), List.of(), CodeStatus.NONE));
      }
      writer.digest(Sample.digest("first", "a.txt", titles.size(), 0));
      publish(writer.finish());
    }
  }

  /** Puts the parts where a snapshot has them, without the rest of publication. */
  private void publish(ShardReport report) throws IOException {
    LocalStorage storage = new LocalStorage(folder);
    for (StagedPart staged : report.parts()) {
      storage.renameFile(staged.stagedPath(), staged.part().path());
    }
  }

  private Path part(Table table, Format format) {
    return folder.resolve(new PartName(0).path(table, format));
  }

  private List<GenericRecord> avro(Table table) throws IOException {
    List<GenericRecord> rows = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(
            part(table, Format.AVRO).toFile(), new GenericDatumReader<GenericRecord>())) {
      assertThat(reader.getSchema(), equalTo(table.schema()));
      reader.forEach(rows::add);
    }
    return rows;
  }

  private List<CsvRecord> csv(Table table) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .maxBufferSize(1 << 25)
            .ofCsvRecord(Files.readString(part(table, Format.CSV), UTF_8))) {
      return reader.stream().skip(1).toList();
    }
  }

  private static List<String> csvColumn(List<CsvRecord> rows, int column) {
    return rows.stream().map(row -> row.getField(column)).toList();
  }

  private List<String> duckDb(String expression, Table table) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s FROM read_csv('%s', header = true, delim = ',', quote = '\"', escape = '\"', new_line = '\\n', allow_quoted_nulls = false, auto_detect = false, columns = %s)"
                    .formatted(expression, part(table, Format.CSV), duckDbColumns(table)))) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static String duckDbColumns(Table table) {
    return "{"
        + String.join(
            ", ",
            table.schema().getFields().stream()
                .map(field -> "'" + field.name() + "': 'VARCHAR'")
                .toList())
        + "}";
  }
}
