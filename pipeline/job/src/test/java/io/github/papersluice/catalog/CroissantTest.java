package io.github.papersluice.catalog;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SampleSnapshot;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * There is no validator of Croissant 1.1 for the JVM or npm: the description is expanded by a
 * JSON-LD processor and {@link CroissantRules} checks the result against the specification's
 * tables.
 */
final class CroissantTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String BASE = "https://example.org/snapshots/day-1/";

  @TempDir Path folder;

  @Test
  void aFullAttributionBreaksNoRule() throws Exception {
    SnapshotInventory contents = attributed(DataPackageTest.FULL);

    assertThat(faults(json(contents)), is(empty()));
    assertThat(CatalogFiles.missing(contents), is(empty()));
  }

  @Test
  void anUnknownAttributionLacksFourPropertiesAndInventsNone() throws Exception {
    SnapshotInventory contents = attributed(Attribution.unknown());
    List<String> unknown = List.of("license", "url", "creator", "datePublished");

    assertThat(CatalogFiles.missing(contents), is(unknown));
    assertThat(
        faults(json(contents)), is(unknown.stream().map(name -> "Dataset lacks " + name).toList()));
  }

  @Test
  void theRulesSeeFaults() throws Exception {
    assertFault(json -> json.put("conformsTo", "http://mlcommons.org/croissant/1.0"));
    assertFault(json -> json.put("autor", "misspelt"));
    assertFault(json -> ((ObjectNode) json.at("/distribution/0")).remove("sha256"));
    assertFault(json -> ((ObjectNode) json.at("/distribution/0")).put("sha256", "0b03"));
    assertFault(
        json -> ((ObjectNode) json.at("/recordSet/0/field/0")).put("dataType", "sc:String"));
    assertFault(json -> ((ObjectNode) json.at("/recordSet/0/field/0/source")).remove("extract"));
    assertFault(json -> ((ObjectNode) json.at("/recordSet/1/key/0")).put("@id", "papers/nothing"));
    assertFault(json -> ((ObjectNode) json.at("/recordSet/1")).put("@id", "digests"));
    assertFault(json -> ((ObjectNode) json.get("@context")).remove("field"));
  }

  @Test
  void everyPartOfEveryFormatIsAFileObjectWithItsChecksum() throws Exception {
    SnapshotInventory contents = attributed(DataPackageTest.FULL);
    JsonNode distribution = json(contents).get("distribution");

    for (int i = 0; i < contents.parts().size(); i++) {
      PartFile part = contents.parts().get(i);
      assertThat(distribution.get(i).get("contentUrl").asText(), is(part.path()));
      assertThat(distribution.get(i).get("sha256").asText(), is(part.sha256()));
      assertThat(distribution.get(i).get("contentSize").asText(), is(part.bytes() + " B"));
    }
  }

  @Test
  void aRecordSetOverSeveralPartsReadsTheFilesOfItsTableAndNoOthers() throws Exception {
    SnapshotInventory contents = attributed(DataPackageTest.FULL);
    JsonNode distribution = json(contents).get("distribution");
    int sets = 0;
    for (JsonNode item : distribution) {
      if (item.get("@type").asText().equals("cr:FileSet")) {
        Table table = tableOf(item.get("@id").asText());
        assertThat(
            matching(item.get("includes").asText()),
            is(contents.parts(table, Format.CSV).stream().map(PartFile::path).toList()));
        sets++;
      }
    }
    assertThat(sets, is(Table.values().length));
  }

  @Test
  void aRecordSetOverOnePartReadsThatFile() throws Exception {
    SnapshotInventory contents = DataPackageTest.onePartEach(attributed(DataPackageTest.FULL));
    JsonNode json = json(contents);

    assertThat(faults(json), is(empty()));
    assertThat(
        json.at("/recordSet/0/field/0/source/fileObject/@id").asText(),
        is("csv/digests/part-00000.csv"));
  }

  @Test
  void everyColumnIsAFieldAndEveryForeignKeyAReference() throws Exception {
    JsonNode recordSets = json(attributed(DataPackageTest.FULL)).get("recordSet");
    List<String> described = new ArrayList<>();
    recordSets.forEach(
        recordSet ->
            recordSet
                .path(recordSet.has("data") ? "none" : "field")
                .forEach(
                    field ->
                        described.add(
                            field.get("@id").asText()
                                + " -> "
                                + field.at("/references/field/@id").asText())));

    assertThat(described, is(Stream.of(Table.values()).flatMap(CroissantTest::fields).toList()));
  }

  /** One column only: mlcroissant 1.1.0 cannot join by two. */
  private static String reference(Table table, String column) {
    if (table.parent() != null && column.equals("digest_id")) {
      return "digests/digest_id";
    }
    return KindValues.of(table, column).isEmpty()
        ? ""
        : table.tableName() + "_" + column + "/value";
  }

  @Test
  void theValuesOfAKindAreAnEnumeration() throws Exception {
    JsonNode recordSets = json(attributed(DataPackageTest.FULL)).get("recordSet");
    List<String> roles = new ArrayList<>();
    recordSets.forEach(
        recordSet -> {
          if (recordSet.get("@id").asText().equals("model_sizes_role")) {
            assertThat(recordSet.get("dataType").asText(), is("sc:Enumeration"));
            recordSet
                .get("data")
                .forEach(row -> roles.add(row.get("model_sizes_role/value").asText()));
          }
        });

    assertThat(roles, is(List.of("TOTAL", "ACTIVE", "TRAINABLE")));
  }

  private static Stream<String> fields(Table table) {
    return Column.of(table).stream()
        .map(Column::name)
        .map(name -> "%s/%s -> %s".formatted(table.tableName(), name, reference(table, name)));
  }

  private static Table tableOf(String fileSetId) {
    return Stream.of(Table.values())
        .filter(table -> fileSetId.equals(table.tableName() + "-csv"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> matching(String glob) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(folder::relativize)
          .filter(matcher::matches)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  private SnapshotInventory attributed(Attribution attribution) throws IOException {
    SnapshotInventory contents = SampleSnapshot.nasty("day-1").write(folder);
    return new SnapshotInventory(
        "day-1", contents.id(), contents.version(), contents.parts(), attribution);
  }

  private void assertFault(Consumer<ObjectNode> fault) throws Exception {
    ObjectNode json = json(attributed(DataPackageTest.FULL));
    fault.accept(json);
    assertThat(faults(json), is(not(empty())));
  }

  private static ObjectNode json(SnapshotInventory contents) throws IOException {
    return (ObjectNode) MAPPER.readTree(CatalogFiles.of(contents).get(1).content());
  }

  private static List<String> faults(JsonNode json) throws JsonLdError, IOException {
    String expanded =
        JsonLd.expand(JsonDocument.of(new StringReader(json.toString())))
            .base(BASE)
            .get()
            .toString();
    return new CroissantRules(BASE).faults(MAPPER.readTree(expanded));
  }
}
