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
 * A snapshot in MLCommons Croissant 1.1 (http://mlcommons.org/croissant/1.1): every part a file
 * object with its checksum, every table a record set over its CSV parts.
 */
final class Croissant {

  /** The properties that the specification requires of a data set. */
  static final List<String> REQUIRED =
      List.of(
          "@context",
          "@type",
          "conformsTo",
          "description",
          "license",
          "name",
          "url",
          "creator",
          "datePublished",
          "distribution");

  /** Terms of the Croissant namespace, as the specification's recommended context aliases them. */
  private static final List<String> TERMS =
      List.of(
          "annotation",
          "arrayShape",
          "citeAs",
          "column",
          "containedIn",
          "equivalentProperty",
          "excludes",
          "extract",
          "field",
          "fileProperty",
          "fileObject",
          "fileSet",
          "format",
          "includes",
          "isArray",
          "isLiveDataset",
          "jsonPath",
          "key",
          "md5",
          "parentField",
          "path",
          "recordSet",
          "references",
          "regex",
          "readLines",
          "repeated",
          "replace",
          "samplingRate",
          "sdVersion",
          "separator",
          "source",
          "subField",
          "transform",
          "unArchive",
          "value");

  private final SnapshotInventory contents;

  Croissant(SnapshotInventory contents) {
    this.contents = contents;
  }

  ObjectNode json() {
    Attribution attribution = contents.attribution();
    ObjectNode root = JsonTrees.object();
    root.set("@context", context());
    root.put("@type", "sc:Dataset");
    root.put("name", Description.title(contents));
    root.put("description", Description.of(contents));
    root.put("conformsTo", "http://mlcommons.org/croissant/1.1");
    JsonTrees.putKnown(root, "license", licence(attribution));
    JsonTrees.putKnown(root, "url", attribution.url());
    addCreators(root, attribution);
    JsonTrees.putKnown(root, "datePublished", attribution.datePublished());
    root.put("version", Description.version(contents));
    root.put("isLiveDataset", false);
    root.set("distribution", distribution());
    ArrayNode recordSets = root.putArray("recordSet");
    for (Table table : Table.values()) {
      recordSets.add(recordSet(table));
    }
    for (Table table : Table.values()) {
      Column.of(table).stream()
          .filter(column -> !KindValues.of(table, column.name()).isEmpty())
          .forEach(column -> recordSets.add(enumeration(table, column)));
    }
    return root;
  }

  private static ObjectNode context() {
    ObjectNode context = JsonTrees.object();
    context.put("@language", "en");
    // https, as mlcroissant writes and reads it; the specification's example has http.
    context.put("@vocab", "https://schema.org/");
    context.put("sc", "https://schema.org/");
    context.put("cr", "http://mlcommons.org/croissant/");
    context.put("rai", "http://mlcommons.org/croissant/RAI/");
    context.put("dct", "http://purl.org/dc/terms/");
    context.put("conformsTo", "dct:conformsTo");
    context.putObject("data").put("@id", "cr:data").put("@type", "@json");
    context.putObject("dataType").put("@id", "cr:dataType").put("@type", "@vocab");
    context.putObject("examples").put("@id", "cr:examples").put("@type", "@json");
    TERMS.forEach(term -> context.put(term, "cr:" + term));
    return context;
  }

  /** The licence's page if there is one: that is what the specification recommends. */
  private static String licence(Attribution attribution) {
    return attribution.licenceUrl() == null ? attribution.licenceName() : attribution.licenceUrl();
  }

  private static void addCreators(ObjectNode root, Attribution attribution) {
    if (attribution.creators().isEmpty()) {
      return;
    }
    ArrayNode creators = root.putArray("creator");
    for (String creator : attribution.creators()) {
      creators.addObject().put("@type", "sc:Organization").put("name", creator);
    }
  }

  private ArrayNode distribution() {
    ArrayNode distribution = JsonTrees.array();
    contents.parts().forEach(part -> distribution.add(fileObject(part)));
    for (Table table : Table.values()) {
      if (contents.parts(table, Format.CSV).size() > 1) {
        distribution.add(fileSet(table));
      }
    }
    return distribution;
  }

  private static ObjectNode fileObject(PartFile part) {
    return JsonTrees.object()
        .put("@type", "cr:FileObject")
        .put("@id", part.path())
        .put("name", part.path())
        .put("contentUrl", part.path())
        .put("contentSize", part.bytes() + " B")
        .put("encodingFormat", encodingFormat(part.format()))
        .put("sha256", part.sha256());
  }

  /** Avro has no registered media type; the specification then asks for a page that defines it. */
  private static String encodingFormat(Format format) {
    return switch (format) {
      case AVRO -> "https://avro.apache.org/docs/1.12.0/specification/#object-container-files";
      case CSV -> "text/csv";
      case PARQUET -> "application/vnd.apache.parquet";
    };
  }

  private static ObjectNode fileSet(Table table) {
    return JsonTrees.object()
        .put("@type", "cr:FileSet")
        .put("@id", fileSetId(table))
        .put("name", fileSetId(table))
        .put("description", "The CSV parts of " + table.tableName() + ".")
        .put("encodingFormat", "text/csv")
        .put("includes", "csv/" + table.tableName() + "/*.csv");
  }

  private static String fileSetId(Table table) {
    return table.tableName() + "-csv";
  }

  private ObjectNode recordSet(Table table) {
    ObjectNode recordSet = JsonTrees.object();
    recordSet.put("@type", "cr:RecordSet");
    recordSet.put("@id", table.tableName());
    recordSet.put("name", table.tableName());
    recordSet.put("description", table.schema().getDoc());
    ArrayNode key = recordSet.putArray("key");
    table.key().forEach(column -> key.add(reference(fieldId(table, column))));
    ArrayNode fields = recordSet.putArray("field");
    Column.of(table).forEach(column -> fields.add(field(table, column)));
    return recordSet;
  }

  private ObjectNode field(Table table, Column column) {
    ObjectNode field = JsonTrees.object();
    field.put("@type", "cr:Field");
    field.put("@id", fieldId(table, column.name()));
    field.put("name", column.name());
    field.put("description", column.doc());
    field.put("dataType", dataType(column.type()));
    ObjectNode source = field.putObject("source");
    addFiles(source, table);
    source.putObject("extract").put("column", column.name());
    addReference(field, table, column);
    addValues(field, table, column);
    return field;
  }

  /**
   * Only to digests: mlcroissant joins by one column, and fails on the two that lead to papers. The
   * keys of the record sets say what the other one is.
   */
  private static void addReference(ObjectNode field, Table table, Column column) {
    if (table.parent() != null && Table.DIGESTS.key().contains(column.name())) {
      field.putObject("references").set("field", reference(fieldId(Table.DIGESTS, column.name())));
    }
  }

  /** A column of a fixed set refers to the enumeration of its values. */
  private static void addValues(ObjectNode field, Table table, Column column) {
    if (!KindValues.of(table, column.name()).isEmpty()) {
      field.putObject("references").set("field", reference(valueId(table, column)));
    }
  }

  private static String enumerationId(Table table, Column column) {
    return table.tableName() + "_" + column.name();
  }

  private static String valueId(Table table, Column column) {
    return enumerationId(table, column) + "/value";
  }

  /** The values of a column as the specification wants them: a record set with its data inside. */
  private static ObjectNode enumeration(Table table, Column column) {
    String id = enumerationId(table, column);
    ObjectNode recordSet = JsonTrees.object();
    recordSet.put("@type", "cr:RecordSet").put("@id", id).put("name", id);
    recordSet.put("description", "The values of " + table.tableName() + "." + column.name() + ".");
    recordSet.put("dataType", "sc:Enumeration");
    recordSet.set("key", reference(valueId(table, column)));
    recordSet
        .putArray("field")
        .addObject()
        .put("@type", "cr:Field")
        .put("@id", valueId(table, column))
        .put("name", "value")
        .put("description", "The value.")
        .put("dataType", "sc:Text");
    ArrayNode data = recordSet.putArray("data");
    KindValues.of(table, column.name())
        .forEach(value -> data.addObject().put(valueId(table, column), value));
    return recordSet;
  }

  private void addFiles(ObjectNode source, Table table) {
    List<PartFile> parts = contents.parts(table, Format.CSV);
    if (parts.size() == 1) {
      source.set("fileObject", reference(parts.get(0).path()));
    } else {
      source.set("fileSet", reference(fileSetId(table)));
    }
  }

  private static String dataType(Column.Type type) {
    return switch (type) {
      case STRING -> "sc:Text";
      case LONG -> "sc:Integer";
      case DATE -> "sc:Date";
      case DOUBLE -> "sc:Float";
      case BOOLEAN -> "sc:Boolean";
    };
  }

  private static String fieldId(Table table, String column) {
    return table.tableName() + "/" + column;
  }

  private static ObjectNode reference(String id) {
    return JsonTrees.object().put("@id", id);
  }
}
