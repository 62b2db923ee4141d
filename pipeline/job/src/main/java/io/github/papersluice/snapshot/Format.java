package io.github.papersluice.snapshot;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A file format in which tables are written; each has a folder of the snapshot. */
public enum Format {
  /** Avro object container files. */
  AVRO,

  /** RFC 4180 CSV. */
  CSV,

  /** Apache Parquet, by a {@link RowFormat} that need not be there. */
  PARQUET;

  /** The folder's name, which is also the files' extension. */
  @JsonValue
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of this name, in any case.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Format named(String name) {
    for (Format format : values()) {
      if (format.extension().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException("'" + name + "' is not a format: avro, csv or parquet");
  }
}
