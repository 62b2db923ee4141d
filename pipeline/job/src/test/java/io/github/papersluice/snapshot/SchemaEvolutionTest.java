package io.github.papersluice.snapshot;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaEvolutionTest {
  private static final Path SCHEMAS = Path.of("..", "..", "schemas");

  @TempDir Path temp;

  @Test
  void todaysSchemasAreTheNewestReleased() throws IOException {
    List<Path> released = released();
    for (Table table : Table.values()) {
      assertThat(
          table.tableName(),
          SchemaFingerprint.of(read(released.get(released.size() - 1), table)),
          is(SchemaFingerprint.of(table.schema())));
    }
  }

  @Test
  void todaysSchemasCanReadEveryReleasedOne() throws IOException {
    for (Path release : released()) {
      for (Table table : Table.values()) {
        assertThat(
            release + " " + table.tableName(),
            SchemaCompatibility.checkReaderWriterCompatibility(table.schema(), read(release, table))
                .getType(),
            is(SchemaCompatibilityType.COMPATIBLE));
      }
    }
  }

  @Test
  void columnsAreOnlyAddedAtTheEnd() throws IOException {
    for (Path release : released()) {
      for (Table table : Table.values()) {
        List<String> then = columns(read(release, table));
        List<String> now = columns(table.schema());
        assertThat(now.subList(0, Math.min(then.size(), now.size())), is(then));
      }
    }
  }

  @Test
  void filesOfEveryReleaseAreReadByTodaysSchemas() throws IOException {
    for (Path release : released()) {
      for (Table table : Table.values()) {
        Path file = temp.resolve(release.getFileName() + table.tableName() + ".avro");
        GenericRecord written = write(read(release, table), file);
        try (DataFileReader<GenericRecord> reader =
            new DataFileReader<>(file.toFile(), new GenericDatumReader<>(null, table.schema()))) {
          GenericRecord row = reader.next();
          for (Schema.Field field : written.getSchema().getFields()) {
            assertThat(field.name(), row.get(field.name()), is(written.get(field.name())));
          }
        }
      }
    }
  }

  @Test
  void aColumnThatIsNotNullableWouldNotDo() {
    // Holds that the checks above can fail.
    Schema released = Table.REJECTIONS.schema();
    List<Schema.Field> fields = new ArrayList<>();
    released.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(new Schema.Field("added", Schema.create(Schema.Type.LONG), null, null));
    Schema changed =
        Schema.createRecord(released.getName(), null, released.getNamespace(), false, fields);
    assertThat(
        SchemaCompatibility.checkReaderWriterCompatibility(changed, released).getType(),
        is(SchemaCompatibilityType.INCOMPATIBLE));
    assertThat(SchemaFingerprint.of(changed), is(not(SchemaFingerprint.of(released))));
  }

  @Test
  void aDateIsNotTheNumberThatItIsWrittenAs() {
    Schema date = LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));

    assertThat(
        SchemaFingerprint.of(oneColumn(date)),
        is(not(SchemaFingerprint.of(oneColumn(Schema.create(Schema.Type.INT))))));
  }

  private static Schema oneColumn(Schema type) {
    return SchemaBuilder.record("row").fields().name("day").type(type).noDefault().endRecord();
  }

  @Test
  void theReadmeNamesEveryValue() throws IOException {
    String readme = Files.readString(SCHEMAS.resolve("README.md"));
    for (Rejection.Reason reason : Rejection.Reason.values()) {
      assertThat(readme, containsString("`" + reason + "`"));
    }
    for (LinkKind kind : LinkKind.values()) {
      assertThat(readme, containsString("| `" + kind + "` |"));
    }
  }

  @Test
  void keysAreTheFirstColumns() {
    for (Table table : Table.values()) {
      assertThat(
          String.join(",", columns(table.schema())), startsWith(String.join(",", table.key())));
    }
  }

  private static List<Path> released() throws IOException {
    try (Stream<Path> folders = Files.list(SCHEMAS.resolve("released"))) {
      return folders
          .sorted(Comparator.comparingInt(f -> Integer.parseInt(f.getFileName().toString())))
          .toList();
    }
  }

  private static Schema read(Path release, Table table) throws IOException {
    return new Schema.Parser()
        .parse(Files.readString(release.resolve(table.tableName() + ".avsc")));
  }

  private static List<String> columns(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).toList();
  }

  private static GenericRecord write(Schema schema, Path file) throws IOException {
    GenericRecordBuilder builder = new GenericRecordBuilder(schema);
    for (Schema.Field field : schema.getFields()) {
      Schema type = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
      builder.set(field, value(type, field.pos()));
    }
    GenericData.Record record = builder.build();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericRecord>(schema))) {
      writer.create(schema, file.toFile());
      writer.append(record);
    }
    return record;
  }

  private static Object value(Schema type, int place) {
    return switch (type.getType()) {
      case STRING -> new Utf8("text " + place);
      case INT -> place;
      default -> (long) place;
    };
  }
}
