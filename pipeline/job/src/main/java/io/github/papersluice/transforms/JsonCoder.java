package io.github.papersluice.transforms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * Codes a plain value (a record of strings, numbers, enums and lists of those) as JSON, with its
 * properties in alphabetical order, so that equal values have equal bytes.
 */
final class JsonCoder<T> extends CustomCoder<T> {
  private static final long serialVersionUID = 1L;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final Class<T> type;

  private JsonCoder(Class<T> type) {
    this.type = type;
  }

  /** A coder of a type that Jackson reads back as it wrote it. */
  static <T> JsonCoder<T> of(Class<T> type) {
    return new JsonCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    if (value == null) {
      throw new CoderException("cannot encode a null " + type.getSimpleName());
    }
    ByteArrayCoder.of().encode(MAPPER.writeValueAsBytes(value), out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    byte[] json = ByteArrayCoder.of().decode(in);
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new CoderException("no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonCoder<?> that && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(JsonCoder.class, type);
  }
}
