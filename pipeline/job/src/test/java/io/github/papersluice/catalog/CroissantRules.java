package io.github.papersluice.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the Croissant 1.1 specification (http://mlcommons.org/croissant/1.1) that concern
 * what we write, checked on expanded JSON-LD: required properties, known properties, data types,
 * checksums, unique ids, and references to nodes that exist and are of the right class.
 */
final class CroissantRules {

  private static final String SC = "https://schema.org/";
  private static final String CR = "http://mlcommons.org/croissant/";
  private static final String CONFORMS_TO = "http://purl.org/dc/terms/conformsTo";

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          SC + "Dataset",
          List.of(
              CONFORMS_TO,
              SC + "description",
              SC + "name",
              SC + "distribution",
              SC + "license",
              SC + "url",
              SC + "creator",
              SC + "datePublished"),
          CR + "FileObject",
          List.of(
              SC + "name",
              SC + "contentUrl",
              SC + "contentSize",
              SC + "encodingFormat",
              SC + "sha256"),
          CR + "FileSet",
          List.of(SC + "name", SC + "encodingFormat", CR + "includes"),
          CR + "RecordSet",
          List.of(SC + "name", CR + "field", CR + "key"),
          CR + "Field",
          List.of(SC + "name", CR + "dataType"));

  private static final Map<String, List<String>> OPTIONAL =
      Map.of(
          SC + "Dataset",
          List.of(SC + "version", CR + "isLiveDataset", CR + "recordSet"),
          CR + "FileSet",
          List.of(SC + "description"),
          CR + "RecordSet",
          List.of(SC + "description", CR + "dataType", CR + "data"),
          CR + "Field",
          List.of(SC + "description", CR + "references", CR + "source"));

  private static final Set<String> DATA_TYPES =
      Set.of(SC + "Text", SC + "Integer", SC + "Float", SC + "Boolean", SC + "Date");

  private final String base;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  CroissantRules(String base) {
    this.base = base;
  }

  /** Returns what is wrong with an expanded description, in the order of the document. */
  List<String> faults(JsonNode expanded) {
    JsonNode dataset = expanded.path(0);
    checkNode(dataset, SC + "Dataset");
    checkValue(dataset, CONFORMS_TO, "http://mlcommons\\.org/croissant/1\\.1");
    dataset.path(SC + "distribution").forEach(this::checkFile);
    dataset.path(CR + "recordSet").forEach(this::checkRecordSet);
    dataset.path(CR + "recordSet").forEach(this::checkReferences);
    return faults;
  }

  private void checkFile(JsonNode file) {
    String type = type(file);
    if (!type.equals(CR + "FileObject") && !type.equals(CR + "FileSet")) {
      faults.add("distribution holds a " + type);
      return;
    }
    checkNode(file, type);
    claim(file);
    if (type.equals(CR + "FileObject")) {
      checkValue(file, SC + "sha256", "[0-9a-f]{64}");
      checkValue(file, SC + "contentSize", "[0-9]+ B");
    }
  }

  private void checkRecordSet(JsonNode recordSet) {
    checkNode(recordSet, CR + "RecordSet");
    claim(recordSet);
    for (JsonNode field : recordSet.path(CR + "field")) {
      checkNode(field, CR + "Field");
      claim(field);
      if (!DATA_TYPES.contains(id(field.path(CR + "dataType").path(0)))) {
        faults.add(id(field) + " has an unknown data type");
      }
    }
  }

  private void checkReferences(JsonNode recordSet) {
    recordSet.path(CR + "key").forEach(key -> checkReference(key, id(recordSet) + "/"));
    for (JsonNode field : recordSet.path(CR + "field")) {
      // mlcroissant takes a reference as a source: the field's id stands in its property field.
      field
          .path(CR + "references")
          .forEach(reference -> checkReference(reference.path(CR + "field").path(0), base));
      if (recordSet.has(CR + "data")) {
        continue;
      }
      JsonNode source = field.path(CR + "source").path(0);
      JsonNode files =
          source.has(CR + "fileSet") ? source.get(CR + "fileSet") : source.path(CR + "fileObject");
      checkReference(files.path(0), base);
      if (!source.at("/" + escaped(CR + "extract") + "/0").has(CR + "column")) {
        faults.add(id(field) + " extracts no column");
      }
    }
  }

  private static String escaped(String pointer) {
    return pointer.replace("~", "~0").replace("/", "~1");
  }

  private void checkReference(JsonNode reference, String prefix) {
    if (reference.size() != 1
        || !ids.contains(id(reference))
        || !id(reference).startsWith(prefix)) {
      faults.add("dangling reference " + reference);
    }
  }

  private void checkNode(JsonNode node, String type) {
    if (!type(node).equals(type)) {
      faults.add("a " + local(type) + " is called " + type(node));
    }
    for (String property : REQUIRED.get(type)) {
      if (!node.has(property)) {
        faults.add(local(type) + " lacks " + local(property));
      }
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              boolean known =
                  name.startsWith("@")
                      || REQUIRED.get(type).contains(name)
                      || OPTIONAL.getOrDefault(type, List.of()).contains(name);
              if (!known) {
                faults.add(local(type) + " has an unknown property " + name);
              }
            });
  }

  private void checkValue(JsonNode node, String property, String pattern) {
    String value = node.path(property).path(0).path("@value").asText();
    if (!value.matches(pattern)) {
      faults.add(local(property) + " is " + value);
    }
  }

  private void claim(JsonNode node) {
    if (!id(node).startsWith(base) || !ids.add(id(node))) {
      faults.add("no id of its own: " + id(node));
    }
  }

  private static String id(JsonNode node) {
    return node.path("@id").asText();
  }

  private static String type(JsonNode node) {
    return node.path("@type").path(0).asText();
  }

  private static String local(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1);
  }
}
