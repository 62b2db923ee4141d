package io.github.papersluice.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.snapshot.Table;
import java.util.List;

/**
 * A snapshot as a Data Package, version 2.0 of the standard (https://datapackage.org/): one tabular
 * resource a table, its parts as paths.
 */
final class DataPackage {

  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

  /** What the standard takes for a licence's name; any other name is only a title. */
  private static final String LICENCE_NAME = "[-a-zA-Z0-9._]+";

  private final SnapshotInventory contents;

  DataPackage(SnapshotInventory contents) {
    this.contents = contents;
  }

  ObjectNode json() {
    Attribution attribution = contents.attribution();
    ObjectNode root = JsonTrees.object();
    root.put("$schema", PROFILES + "datapackage.json");
    root.put("name", contents.name());
    JsonTrees.putKnown(root, "title", attribution.title());
    root.put("description", Description.of(contents));
    JsonTrees.putKnown(root, "homepage", attribution.url());
    root.put("version", Description.version(contents));
    addLicence(root, attribution);
    addCreators(root, attribution);
    ArrayNode resources = root.putArray("resources");
    for (Table table : Table.values()) {
      resources.add(resource(table));
    }
    return root;
  }

  private static void addLicence(ObjectNode root, Attribution attribution) {
    ObjectNode licence = JsonTrees.object();
    String name = attribution.licenceName();
    if (name != null) {
      licence.put(name.matches(LICENCE_NAME) ? "name" : "title", name);
    }
    JsonTrees.putKnown(licence, "path", attribution.licenceUrl());
    if (licence.has("name") || licence.has("path")) {
      root.putArray("licenses").add(licence);
    }
  }

  private static void addCreators(ObjectNode root, Attribution attribution) {
    if (attribution.creators().isEmpty()) {
      return;
    }
    ArrayNode contributors = root.putArray("contributors");
    for (String creator : attribution.creators()) {
      contributors.addObject().put("title", creator).putArray("roles").add("creator");
    }
  }

  private ObjectNode resource(Table table) {
    List<PartFile> parts = contents.parts(table, Format.CSV);
    ObjectNode resource = JsonTrees.object();
    resource.put("$schema", PROFILES + "dataresource.json");
    resource.put("name", table.tableName());
    resource.put("type", "table");
    resource.put("description", table.schema().getDoc());
    resource.set("path", JsonTrees.strings(parts.stream().map(PartFile::path).toList()));
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", parts.stream().mapToLong(PartFile::bytes).sum());
    addHashes(resource, parts);
    resource.set("dialect", dialect());
    resource.set("schema", schema(table));
    return resource;
  }

  /**
   * The standard has one hash a resource, of one file. Where there are more files, each has its own
   * in a property of ours, {@code parts}, which the standard allows.
   */
  private static void addHashes(ObjectNode resource, List<PartFile> parts) {
    if (parts.size() == 1) {
      resource.put("hash", hash(parts.get(0)));
      return;
    }
    ArrayNode array = resource.putArray("parts");
    for (PartFile part : parts) {
      array
          .addObject()
          .put("path", part.path())
          .put("rows", part.rows())
          .put("bytes", part.bytes())
          .put("hash", hash(part));
    }
  }

  private static String hash(PartFile part) {
    return "sha256:" + part.sha256();
  }

  private static ObjectNode dialect() {
    return JsonTrees.object()
        .put("$schema", PROFILES + "tabledialect.json")
        .put("header", true)
        .put("delimiter", ",")
        .put("lineTerminator", "\n")
        .put("quoteChar", "\"")
        .put("doubleQuote", true)
        .put("skipInitialSpace", false);
  }

  private static ObjectNode schema(Table table) {
    ObjectNode schema = JsonTrees.object();
    schema.put("$schema", PROFILES + "tableschema.json");
    ArrayNode fields = schema.putArray("fields");
    Column.of(table).forEach(column -> fields.add(field(table, column)));
    schema.set("primaryKey", JsonTrees.strings(table.key()));
    if (table.parent() != null) {
      schema.putArray("foreignKeys").add(foreignKey(table.parent()));
    }
    return schema;
  }

  /**
   * A text that is never null may be empty: so nothing counts as missing in it. (A reader that does
   * not tell {@code ""} from an empty field takes an empty text of a nullable column for null.)
   */
  private static ObjectNode field(Table table, Column column) {
    ObjectNode field = JsonTrees.object();
    field.put("name", column.name());
    field.put("type", type(column.type()));
    field.put("description", column.doc());
    if (!column.nullable()) {
      field.putObject("constraints").put("required", true);
      if (column.type() == Column.Type.STRING) {
        field.putArray("missingValues");
      }
    }
    List<String> values = KindValues.of(table, column.name());
    if (!values.isEmpty()) {
      field.withObject("/constraints").set("enum", JsonTrees.strings(values));
    }
    return field;
  }

  private static String type(Column.Type type) {
    return switch (type) {
      case STRING -> "string";
      case LONG -> "integer";
      case DATE -> "date";
      case DOUBLE -> "number";
      case BOOLEAN -> "boolean";
    };
  }

  private static ObjectNode foreignKey(Table parent) {
    ObjectNode foreignKey = JsonTrees.object();
    foreignKey.set("fields", JsonTrees.strings(parent.key()));
    ObjectNode reference = foreignKey.putObject("reference");
    reference.put("resource", parent.tableName());
    reference.set("fields", JsonTrees.strings(parent.key()));
    return foreignKey;
  }
}
