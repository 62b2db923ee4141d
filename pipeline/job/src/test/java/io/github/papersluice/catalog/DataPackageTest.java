package io.github.papersluice.catalog;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SampleSnapshot;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataPackageTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static final Attribution FULL =
      new Attribution(
          "Papers of March",
          "What was read in March.",
          "https://example.org/march",
          "CC-BY-4.0",
          "https://creativecommons.org/licenses/by/4.0/",
          List.of("Example Reading Group", "Zoë \"Z\" Example"),
          "2025-04-01");

  @TempDir Path folder;

  @Test
  void anAttributionOfWhichNothingIsKnownIsValidAndMadeUpNowhere() throws IOException {
    ObjectNode json = json(SampleSnapshot.nasty("day-1").write(folder));

    assertThat(validate(json), is(empty()));
    for (String property : List.of("licenses", "contributors", "title", "homepage", "created")) {
      assertThat(property, json.has(property), is(false));
    }
  }

  @Test
  void aFullAttributionIsValidAndSaid() throws IOException {
    ObjectNode json = json(attributed(FULL));

    assertThat(validate(json), is(empty()));
    assertThat(json.at("/licenses/0/name").asText(), is("CC-BY-4.0"));
    assertThat(json.at("/contributors/1/title").asText(), is("Zoë \"Z\" Example"));
    assertThat(json.at("/homepage").asText(), is("https://example.org/march"));
  }

  @Test
  void aLicenceWithoutAnIdentifierIsATitle() throws IOException {
    ObjectNode json =
        json(
            attributed(
                new Attribution(
                    null, null, null, "Our own terms", "https://example.org/t", List.of(), null)));

    assertThat(validate(json), is(empty()));
    assertThat(json.at("/licenses/0/title").asText(), is("Our own terms"));
    assertThat(json.at("/licenses/0").has("name"), is(false));
  }

  @Test
  void theValidatorSeesFaults() throws IOException {
    assertInvalid(json -> json.remove("resources"));
    assertInvalid(json -> json.put("autor", "misspelt"));
    assertInvalid(json -> resource(json).remove("path"));
    assertInvalid(json -> resource(json).putArray("path").add("/etc/passwd"));
    assertInvalid(json -> resource(json).put("bytes", "12"));
    assertInvalid(json -> resource(json).put("hash", "sha256:xyz"));
    assertInvalid(
        json -> ((ObjectNode) json.at("/resources/0/schema/fields/0")).put("type", "text"));
    assertInvalid(json -> json.putArray("licenses").addObject().put("title", "only"));
  }

  @Test
  void everyCsvPartIsAPathOfItsTableWithItsSizeAndHash() throws IOException {
    SnapshotInventory contents = SampleSnapshot.nasty("day-1").write(folder);
    JsonNode resources = json(contents).get("resources");

    for (Table table : Table.values()) {
      JsonNode resource = resource(resources, table);
      List<PartFile> parts = contents.parts(table, Format.CSV);
      assertThat(texts(resource.get("path")), is(parts.stream().map(PartFile::path).toList()));
      assertThat(
          resource.get("bytes").asLong(), is(parts.stream().mapToLong(PartFile::bytes).sum()));
      assertThat(
          texts(resource.get("parts"), "hash"),
          is(parts.stream().map(part -> "sha256:" + part.sha256()).toList()));
    }
  }

  @Test
  void aTableOfOnePartHasTheHashOfTheStandard() throws IOException {
    SnapshotInventory contents = onePartEach(SampleSnapshot.nasty("day-1").write(folder));
    JsonNode papers = json(contents).at("/resources/1");

    assertThat(validate(json(contents)), is(empty()));
    assertThat(
        papers.get("hash").asText(),
        is("sha256:" + contents.parts(Table.PAPERS, Format.CSV).get(0).sha256()));
    assertThat(papers.has("parts"), is(false));
  }

  @Test
  void theFieldsAreTheHeaderOfEveryPartReadInTheGivenDialect() throws IOException {
    SnapshotInventory contents = SampleSnapshot.nasty("day-1").write(folder);
    for (JsonNode resource : json(contents).get("resources")) {
      JsonNode dialect = resource.get("dialect");
      for (String path : texts(resource.get("path"))) {
        assertThat(
            path,
            header(folder.resolve(path), dialect),
            is(texts(resource.at("/schema/fields"), "name")));
      }
    }
  }

  @Test
  void keysNameFieldsThatExist() throws IOException {
    JsonNode resources = json(SampleSnapshot.nasty("day-1").write(folder)).get("resources");
    for (Table table : Table.values()) {
      JsonNode schema = resource(resources, table).get("schema");
      assertThat(texts(schema.get("primaryKey")), is(table.key()));
      if (table.parent() == null) {
        assertThat(schema.has("foreignKeys"), is(false));
        continue;
      }
      JsonNode foreignKey = schema.at("/foreignKeys/0");
      assertThat(foreignKey.at("/reference/resource").asText(), is(table.parent().tableName()));
      assertThat(texts(foreignKey.at("/reference/fields")), is(table.parent().key()));
      assertThat(
          texts(schema.get("fields"), "name").containsAll(texts(foreignKey.get("fields"))),
          is(true));
    }
  }

  @Test
  void thePartsOrderOfArrivalDoesNotShow() throws IOException {
    SnapshotInventory contents = SampleSnapshot.nasty("day-1").write(folder);
    List<PartFile> reversed = new ArrayList<>(contents.parts());
    Collections.reverse(reversed);

    List<GeneratedFile> other =
        CatalogFiles.of(
            new SnapshotInventory(
                "day-1", contents.id(), contents.version(), reversed, contents.attribution()));

    assertThat(texts(other), is(texts(CatalogFiles.of(contents))));
    assertThat(other.get(0).text().contains("\r"), is(false));
  }

  private static List<String> texts(List<GeneratedFile> files) {
    return files.stream().map(GeneratedFile::text).toList();
  }

  private SnapshotInventory attributed(Attribution attribution) throws IOException {
    SnapshotInventory contents = SampleSnapshot.nasty("day-1").write(folder);
    return new SnapshotInventory(
        "day-1", contents.id(), contents.version(), contents.parts(), attribution);
  }

  static SnapshotInventory onePartEach(SnapshotInventory contents) {
    return new SnapshotInventory(
        contents.name(),
        contents.id(),
        contents.version(),
        contents.parts().stream().filter(part -> part.path().contains("part-00000")).toList(),
        contents.attribution());
  }

  private void assertInvalid(Consumer<ObjectNode> fault) throws IOException {
    ObjectNode json = json(SampleSnapshot.nasty("day-1").write(folder));
    fault.accept(json);
    assertThat(validate(json), is(not(empty())));
  }

  private static ObjectNode resource(ObjectNode json) {
    return (ObjectNode) json.at("/resources/0");
  }

  private static JsonNode resource(JsonNode resources, Table table) {
    return StreamSupport.stream(resources.spliterator(), false)
        .filter(resource -> resource.get("name").asText().equals(table.tableName()))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode json(SnapshotInventory contents) throws IOException {
    return (ObjectNode) MAPPER.readTree(CatalogFiles.of(contents).get(0).content());
  }

  private static Set<ValidationMessage> validate(JsonNode json) throws IOException {
    try (InputStream schema =
        DataPackageTest.class.getResourceAsStream("/catalog/data-package-2.0.schema.json")) {
      JsonSchema validator =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(
                  schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
      return validator.validate(json);
    }
  }

  private static List<String> header(Path part, JsonNode dialect) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(dialect.get("delimiter").asText().charAt(0))
            .quoteCharacter(dialect.get("quoteChar").asText().charAt(0))
            .ofCsvRecord(part)) {
      return reader.iterator().next().getFields();
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> texts(JsonNode array, String property) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.get(property).asText())
        .toList();
  }
}
