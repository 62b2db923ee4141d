package io.github.papersluice.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
    return new GoldRecord(
        line,
        string(record, "title", ""),
        links(array(record, "links")),
        sizes(array(record, "sizes")));
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
      if (!urls.add(link.url())) {
        throw fault("link " + (i + 1) + ": ", "the url stands twice: " + link.url());
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
    return new GoldLink(string(link, "url", label), kind, repository);
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
        value(size, "role", SizeRole.values(), label),
        stringOrNull(size, "model", label));
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
    String name = string(node, key, label);
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
