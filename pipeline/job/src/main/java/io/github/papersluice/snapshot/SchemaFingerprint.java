package io.github.papersluice.snapshot;

import io.github.papersluice.hash.Sha256;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** What tells schemas apart: their names, types and order, but not their docs or defaults. */
public final class SchemaFingerprint {
  private SchemaFingerprint() {}

  /** SHA-256 of the Avro parsing canonical form, in hex (Avro specification, "Fingerprints"). */
  public static String of(Schema schema) {
    return Sha256.of(SchemaNormalization.toParsingForm(schema));
  }
}
