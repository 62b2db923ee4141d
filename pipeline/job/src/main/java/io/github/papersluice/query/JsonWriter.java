package io.github.papersluice.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** JSON lines. A name that comes twice gets a number; a number that JSON lacks becomes a text. */
final class JsonWriter implements ResultWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final PrintWriter out;
  private String[] names;

  JsonWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<String> columns) {
    Set<String> used = new HashSet<>();
    names = new String[columns.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = columns.get(i);
      for (int n = 2; !used.add(names[i]); n++) {
        names[i] = columns.get(i) + "_" + n;
      }
    }
  }

  @Override
  public void row(Object[] values) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      for (int i = 0; i < values.length; i++) {
        json.writeFieldName(names[i]);
        write(json, values[i]);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.write(TerminalText.json(line.toString()) + "\n");
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof BigInteger || value instanceof BigDecimal || isWhole(value)) {
      json.writeNumber(value.toString());
    } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      json.writeNumber(number.toString());
    } else {
      json.writeString(value.toString());
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  @Override
  public void end() {
    out.flush();
  }
}
