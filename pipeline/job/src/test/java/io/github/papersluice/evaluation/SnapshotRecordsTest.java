package io.github.papersluice.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotRecordsTest {
  @TempDir private Path folder;

  private final List<GenericRecord> papers = new ArrayList<>();
  private final List<GenericRecord> links = new ArrayList<>();
  private final List<GenericRecord> sizes = new ArrayList<>();

  /** The small digest, between two others: one starts with the same title, one has no such one. */
  @BeforeEach
  void makeRows() {
    addPaper("0000000000000000", 1, "Wren: a small bird", "Another digest.");
    addDigest("5555555555555555", SmallDigest.records());
    addPaper("ffffffffffffffff", 1, "Other", "Other.");
    addLink("ffffffffffffffff", 1, SmallDigest.records().get(0).links().get(0));
  }

  @Test
  void avroPartsAreReadInOrder() throws Exception {
    writeAvro(Table.PAPERS, papers.subList(0, 2), "part-00000.avro");
    writeAvro(Table.PAPERS, papers.subList(2, papers.size()), "part-00001.avro");
    writeAvro(Table.LINKS, links.subList(1, links.size()), "part-00001.avro");
    writeAvro(Table.LINKS, links.subList(0, 1), "part-00000.avro");
    writeAvro(Table.MODEL_SIZES, sizes, "part-00000.avro");

    assertThat(SnapshotRecords.read(folder, SmallDigest.gold()), is(SmallDigest.records()));
  }

  @Test
  void csvPartsAreReadWhereThereIsNoAvro() throws Exception {
    writeCsv("csv/papers/part-00000.csv", papers, Table.PAPERS);
    writeCsv("csv/links/part-00000.csv", links, Table.LINKS);
    writeCsv("csv/model_sizes/part-00000.csv", sizes, Table.MODEL_SIZES);

    assertThat(SnapshotRecords.read(folder, SmallDigest.gold()), is(SmallDigest.records()));
  }

  @Test
  void singleCsvFilesAreReadWhereThereIsNeither() throws Exception {
    writeSingleFiles();

    assertThat(SnapshotRecords.read(folder, SmallDigest.gold()), is(SmallDigest.records()));
  }

  @Test
  void aTableWithoutRowsIsEmpty() throws Exception {
    writeAvro(Table.PAPERS, papers, "part-00000.avro");
    writeAvro(Table.LINKS, List.of(), "part-00000.avro");
    writeAvro(Table.MODEL_SIZES, List.of(), "part-00000.avro");

    List<EvaluatedRecord> records = SnapshotRecords.read(folder, SmallDigest.gold());

    assertThat(records.get(0).title(), is("Wren: a small bird"));
    assertThat(records.get(0).links(), is(empty()));
    assertThat(records.get(0).sizes(), is(empty()));
  }

  @Test
  void aFolderWithoutTablesIsRefused() {
    assertThat(refusal(), endsWith(": no snapshot: neither avro/, csv/ nor papers.csv is there"));
  }

  @Test
  void aSnapshotWithoutOneOfTheTablesIsRefused() throws Exception {
    writeAvro(Table.PAPERS, papers, "part-00000.avro");

    assertThat(refusal(), endsWith("links: no such folder; is the snapshot whole?"));
  }

  @Test
  void aSnapshotWithoutTheDigestIsRefused() throws Exception {
    papers.removeIf(paper -> paper.get("title").toString().startsWith("Wren"));
    papers.removeIf(paper -> (long) paper.get("record_number") > 1);
    writeSingleFiles();

    assertThat(
        refusal(),
        endsWith(
            "no digest has a title of small.jsonl at its place, such as \"Wren: a small bird\" in"
                + " record 1"));
  }

  @Test
  void aRecordThatIsNotThereIsNamed() throws Exception {
    papers.removeIf(paper -> paper.get("title").toString().equals("Nothing to see"));
    writeSingleFiles();

    assertThat(refusal(), is("papers: digest 5555555555555555 has no record 2"));
  }

  @Test
  void aRowOfNoRecordIsNamed() throws Exception {
    sizes.get(3).put("record_number", 9L);
    writeSingleFiles();

    assertThat(refusal(), is("model_sizes.csv:5: record_number is of no row in papers: 9"));
  }

  @Test
  void aCellThatIsNoNumberIsNamed() throws Exception {
    writeSingleFiles();
    replace("model_sizes.csv", "56000000000", "56 billion");

    assertThat(refusal(), is("model_sizes.csv:3: parameters is no whole number: \"56 billion\""));
  }

  @Test
  void aKindThatIsNoneIsNamed() throws Exception {
    writeSingleFiles();
    replace("links.csv", "CODE_HOST", "FORGE");

    assertThat(refusal(), startsWith("links.csv:4: kind is \"FORGE\", not one of [GITHUB_"));
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws Exception {
    writeSingleFiles();
    replace("links.csv", "surface", "text");

    assertThat(refusal(), is("links.csv:2: no column surface"));
  }

  @Test
  void anAvroFileThatIsNoneOrDamagedIsNamed() throws Exception {
    writeAvro(Table.PAPERS, papers, "part-00000.avro");
    Path part = folder.resolve("avro/papers/part-00000.avro");
    byte[] whole = Files.readAllBytes(part);

    Files.writeString(part, "digest_id,record_number");
    assertThat(refusal(), startsWith(part + ": no readable Avro file: "));

    Files.write(part, Arrays.copyOf(whole, whole.length - 20));
    assertThat(refusal(), startsWith(part + ": no readable Avro file: "));
  }

  private String refusal() {
    return assertThrows(
            EvaluationException.class, () -> SnapshotRecords.read(folder, SmallDigest.gold()))
        .getMessage();
  }

  private void replace(String file, String cell, String other) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, Files.readString(path).replace(cell, other));
  }

  private void addDigest(String digestId, List<EvaluatedRecord> records) {
    for (int i = 0; i < records.size(); i++) {
      EvaluatedRecord record = records.get(i);
      int number = i + 1;
      addPaper(digestId, number, record.title(), record.abstractText());
      record.links().forEach(link -> addLink(digestId, number, link));
      record.sizes().forEach(size -> addSize(digestId, number, size));
    }
  }

  private void addPaper(String digestId, long number, String title, String text) {
    papers.add(
        new GenericRecordBuilder(Table.PAPERS.schema())
            .set("digest_id", digestId)
            .set("record_number", number)
            .set("paper_id", "0123456789abcdef")
            .set("title", title)
            .set("abstract", text)
            .set("start_byte", 0L)
            .set("end_byte", 10L)
            .set("link_count", 0L)
            .set("model_size_count", 0L)
            .set("code_status", "NONE")
            .build());
  }

  private void addLink(String digestId, long number, Link link) {
    links.add(
        new GenericRecordBuilder(Table.LINKS.schema())
            .set("digest_id", digestId)
            .set("record_number", number)
            .set("ordinal", links.size() + 1L)
            .set("paper_id", "0123456789abcdef")
            .set("field", link.field().columnName())
            .set("start_offset", (long) link.start())
            .set("end_offset", (long) link.end())
            .set("surface", link.surface())
            .set("url", link.url())
            .set("host", link.host())
            .set("kind", link.kind().name())
            .set("repository_owner", link.repositoryOwner())
            .set("repository_name", link.repositoryName())
            .set("availability", link.availability().name())
            .build());
  }

  private void addSize(String digestId, long number, ModelSize size) {
    sizes.add(
        new GenericRecordBuilder(Table.MODEL_SIZES.schema())
            .set("digest_id", digestId)
            .set("record_number", number)
            .set("ordinal", sizes.size() + 1L)
            .set("paper_id", "0123456789abcdef")
            .set("field", size.field().columnName())
            .set("start_offset", (long) size.start())
            .set("end_offset", (long) size.end())
            .set("surface", size.surface())
            .set("parameters", size.parameters())
            .set("experts", size.experts() == null ? null : size.experts().longValue())
            .set("role", size.role().name())
            .set("model", size.model())
            .set("exactness", size.exactness().name())
            .build());
  }

  private void writeAvro(Table table, List<GenericRecord> rows, String part) throws IOException {
    Path parent = Files.createDirectories(folder.resolve("avro").resolve(table.tableName()));
    try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
      writer.create(table.schema(), parent.resolve(part).toFile());
      for (GenericRecord row : rows) {
        writer.append(row);
      }
    }
  }

  private void writeSingleFiles() throws IOException {
    writeCsv("papers.csv", papers, Table.PAPERS);
    writeCsv("links.csv", links, Table.LINKS);
    writeCsv("model_sizes.csv", sizes, Table.MODEL_SIZES);
  }

  private void writeCsv(String name, List<GenericRecord> rows, Table table) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (CsvWriter writer = CsvWriter.builder().build(Files.newBufferedWriter(file, UTF_8))) {
      int columns = table.schema().getFields().size();
      writer.writeRecord(table.schema().getFields().stream().map(f -> f.name()).toList());
      for (GenericRecord row : rows) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
          cells.add(row.get(i) == null ? null : row.get(i).toString());
        }
        writer.writeRecord(cells);
      }
    }
  }
}
