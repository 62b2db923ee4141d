package io.github.papersluice.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parses a line of a gold file; every complaint names the file, the line and the label. */
final class GoldLine {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final String place;
  private final int line;

  GoldLine(String file, int line) {
    this.place = file + ":" + line;
    this.line = line;
  }

  GoldRecord parse(String text, int position) throws EvaluationException {
    JsonNode record = object(parseJson(text), "");
    long given = integer(record, "position", "");
    if (given != position) {
      throw fault("", "position is " + given + " where " + position + " was expected");
    }
    String title = string(record, "title", "");
    if (!record.has("links") && !record.has("sizes")) {
      throw fault("", "links and sizes are missing");
    }
    return new GoldRecord(
        line,
        title,
        record.has("links") ? links(array(record, "links")) : null,
        record.has("sizes") ? sizes(array(record, "sizes")) : null,
        record.has("code_status")
            ? accepted(record, "code_status", CodeStatus.values(), "")
            : null);
  }

  /** Complains where one line labels links or sizes and another does not: a key is misspelled. */
  void checkSameKeys(GoldRecord first, GoldRecord record) throws EvaluationException {
    checkSame("links", first.links() != null, record.links() != null, first.line());
    checkSame("sizes", first.sizes() != null, record.sizes() != null, first.line());
  }

  private void checkSame(String key, boolean inFirst, boolean here, int firstLine)
      throws EvaluationException {
    if (inFirst && !here) {
      throw fault("", key + " is missing");
    }
    if (here && !inFirst) {
      throw fault("", key + " is given, but not in line " + firstLine);
    }
  }

  /** A value and, under its key with {@code _also}, those that are right, too. */
  private <E extends Enum<E>> Accepted<E> accepted(
      JsonNode node, String key, E[] values, String label) throws EvaluationException {
    List<E> also = new ArrayList<>();
    for (JsonNode name : also(node, key, label)) {
      also.add(value(name.isTextual() ? name.textValue() : null, key + "_also", values, label));
    }
    return new Accepted<>(value(node, key, values, label), also);
  }

  private Accepted<String> acceptedText(JsonNode node, String key, String value, String label)
      throws EvaluationException {
    List<String> also = new ArrayList<>();
    for (JsonNode text : also(node, key, label)) {
      also.add(text.isNull() ? null : text.asText());
    }
    return new Accepted<>(value, also);
  }

  private JsonNode also(JsonNode node, String key, String label) throws EvaluationException {
    JsonNode also = node.path(key + "_also");
    if (!also.isMissingNode() && !also.isArray()) {
      throw fault(label, key + "_also is no array");
    }
    return also;
  }

  private JsonNode parseJson(String text) throws EvaluationException {
    try {
      return JSON.readValue(text);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new EvaluationException(place + ": not one JSON object: " + reason, e);
    }
  }

  private List<GoldLink> links(JsonNode array) throws EvaluationException {
    List<GoldLink> links = new ArrayList<>();
    Set<String> urls = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      GoldLink link = link(array.get(i), "link " + (i + 1) + ": ");
      if (!urls.add(link.url().value())) {
        throw fault("link " + (i + 1) + ": ", "the url stands twice: " + link.url().value());
      }
      links.add(link);
    }
    return links;
  }

  private GoldLink link(JsonNode node, String label) throws EvaluationException {
    JsonNode link = object(node, label);
    LinkKind kind = value(link, "kind", LinkKind.values(), label);
    String repository = stringOrNull(link, "repository", label);
    if ((repository != null) != (kind == LinkKind.GITHUB_REPOSITORY)) {
      throw fault(label, "repository must be given for GITHUB_REPOSITORY and null for the rest");
    }
    return new GoldLink(
        acceptedText(link, "url", string(link, "url", label), label),
        kind,
        repository,
        link.has("availability")
            ? accepted(link, "availability", Availability.values(), label)
            : null,
        link.path("optional").asBoolean(false));
  }

  private List<GoldSize> sizes(JsonNode array) throws EvaluationException {
    List<GoldSize> sizes = new ArrayList<>();
    Set<List<Object>> places = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      GoldSize size = size(array.get(i), "size " + (i + 1) + ": ");
      if (!places.add(List.of(size.field(), size.start(), size.end()))) {
        throw fault("size " + (i + 1) + ": ", "the same place is labelled twice");
      }
      sizes.add(size);
    }
    return sizes;
  }

  private GoldSize size(JsonNode node, String label) throws EvaluationException {
    JsonNode size = object(node, label);
    long start = integer(size, "start", label);
    long end = integer(size, "end", label);
    String surface = string(size, "surface", label);
    if (start < 0 || end > Integer.MAX_VALUE || end <= start) {
      throw fault(label, "start " + start + " and end " + end + " bound no text");
    }
    if (surface.codePointCount(0, surface.length()) != end - start) {
      throw fault(label, "surface \"" + surface + "\" is not " + (end - start) + " code points");
    }
    return new GoldSize(
        field(size, label),
        (int) start,
        (int) end,
        surface,
        integer(size, "parameters", label),
        experts(size, label),
        accepted(size, "role", SizeRole.values(), label),
        acceptedText(size, "model", stringOrNull(size, "model", label), label));
  }

  private TextField field(JsonNode size, String label) throws EvaluationException {
    String name = string(size, "field", label);
    for (TextField field : TextField.values()) {
      if (field.columnName().equals(name)) {
        return field;
      }
    }
    throw fault(label, "field is \"" + name + "\", not title or abstract");
  }

  private Integer experts(JsonNode size, String label) throws EvaluationException {
    if (get(size, "experts", label).isNull()) {
      return null;
    }
    long experts = integer(size, "experts", label);
    if (experts < 1 || experts > Integer.MAX_VALUE) {
      throw fault(label, "experts is " + experts);
    }
    return (int) experts;
  }

  private <E extends Enum<E>> E value(JsonNode node, String key, E[] values, String label)
      throws EvaluationException {
    return value(string(node, key, label), key, values, label);
  }

  private <E extends Enum<E>> E value(String name, String key, E[] values, String label)
      throws EvaluationException {
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    throw fault(label, key + " is \"" + name + "\", not one of " + Arrays.toString(values));
  }

  private JsonNode array(JsonNode record, String key) throws EvaluationException {
    JsonNode array = get(record, key, "");
    if (!array.isArray()) {
      throw fault("", key + " is no array");
    }
    return array;
  }

  private JsonNode object(JsonNode node, String label) throws EvaluationException {
    if (!node.isObject()) {
      throw fault(label, "no JSON object");
    }
    return node;
  }

  private long integer(JsonNode node, String key, String label) throws EvaluationException {
    JsonNode number = get(node, key, label);
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw fault(label, key + " is no whole number: " + number);
    }
    return number.longValue();
  }

  private String string(JsonNode node, String key, String label) throws EvaluationException {
    String text = stringOrNull(node, key, label);
    if (text == null || text.isEmpty()) {
      throw fault(label, key + " is " + (text == null ? "null" : "empty"));
    }
    return text;
  }

  private String stringOrNull(JsonNode node, String key, String label) throws EvaluationException {
    JsonNode text = get(node, key, label);
    if (text.isNull()) {
      return null;
    }
    if (!text.isTextual()) {
      throw fault(label, key + " is no string: " + text);
    }
    return text.textValue();
  }

  private JsonNode get(JsonNode node, String key, String label) throws EvaluationException {
    JsonNode value = node.get(key);
    if (value == null) {
      throw fault(label, key + " is missing");
    }
    return value;
  }

  private EvaluationException fault(String label, String reason) {
    return new EvaluationException(place + ": " + label + reason);
  }
}
