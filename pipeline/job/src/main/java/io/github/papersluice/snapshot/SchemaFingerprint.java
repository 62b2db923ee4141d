package io.github.papersluice.snapshot;

import io.github.papersluice.hash.Sha256;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** What tells schemas apart: names, types and order of columns, but not docs or defaults. */
public final class SchemaFingerprint {
  private SchemaFingerprint() {}

  /**
   * SHA-256 in hex of the Avro parsing canonical form (Avro specification, "Fingerprints") and,
   * since that form leaves logical types out, a line for each column that has one.
   */
  public static String of(Schema schema) {
    StringBuilder text = new StringBuilder(SchemaNormalization.toParsingForm(schema));
    for (Schema.Field field : schema.getFields()) {
      for (Schema type : branches(field.schema())) {
        if (type.getLogicalType() != null) {
          text.append('\n')
              .append(field.name())
              .append(' ')
              .append(type.getLogicalType().getName());
        }
      }
    }
    return Sha256.of(text.toString());
  }

  private static List<Schema> branches(Schema schema) {
    return schema.isUnion() ? schema.getTypes() : List.of(schema);
  }
}
