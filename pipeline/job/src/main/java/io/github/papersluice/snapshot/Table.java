package io.github.papersluice.snapshot;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.papersluice.tables.DigestRow;
import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;
import io.github.papersluice.tables.PaperRow;
import io.github.papersluice.tables.RejectionRow;
import java.util.List;
import org.apache.avro.Schema;

/** The tables of a snapshot, in the order in which they are written and loaded. */
public enum Table {
  /** One row per input digest. */
  DIGESTS("digests", DigestRow.getClassSchema(), List.of("digest_id")),

  /** One row per record. */
  PAPERS("papers", PaperRow.getClassSchema(), List.of("digest_id", "record_number")),

  /** One row per distinct link of a record. */
  LINKS("links", LinkRow.getClassSchema(), List.of("digest_id", "record_number", "ordinal")),

  /** One row per mention of a model's size. */
  MODEL_SIZES(
      "model_sizes",
      ModelSizeRow.getClassSchema(),
      List.of("digest_id", "record_number", "ordinal")),

  /** One row per piece of input that is no record. */
  REJECTIONS("rejections", RejectionRow.getClassSchema(), List.of("digest_id", "ordinal"));

  private final String tableName;
  private final Schema schema;
  private final List<String> key;

  Table(String tableName, Schema schema, List<String> key) {
    this.tableName = tableName;
    this.schema = schema;
    this.key = key;
  }

  /** The table's name in folders, manifests and warehouses. */
  @JsonValue
  public String tableName() {
    return tableName;
  }

  /** The schema that {@code schemas/<table>.avsc} declares. */
  public Schema schema() {
    return schema;
  }

  /** The columns of the primary key, in order; they are the table's first columns. */
  public List<String> key() {
    return key;
  }

  /** The table whose key this table's first columns refer to, or null for {@link #DIGESTS}. */
  public Table parent() {
    return switch (this) {
      case DIGESTS -> null;
      case PAPERS, REJECTIONS -> DIGESTS;
      case LINKS, MODEL_SIZES -> PAPERS;
    };
  }
}
