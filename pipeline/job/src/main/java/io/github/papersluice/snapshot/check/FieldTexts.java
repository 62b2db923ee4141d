package io.github.papersluice.snapshot.check;

import io.github.papersluice.model.TextField;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;

/** The texts of a paper in which links and model sizes have their places. */
final class FieldTexts {
  private static final Utf8 NOTHING = new Utf8();

  private final Map<Utf8, CodePointIndex> byColumn = new HashMap<>();

  FieldTexts() {
    for (TextField field : TextField.values()) {
      byColumn.put(new Utf8(field.columnName()), new CodePointIndex());
    }
  }

  /** Takes a row of papers, which must not change until the next. */
  void reset(GenericRecord paper) {
    byColumn.forEach(
        (column, text) -> {
          Utf8 value = (Utf8) paper.get(column.toString());
          text.reset(value == null ? NOTHING : value);
        });
  }

  /** The text of a column, or null if links and model sizes have no place there. */
  CodePointIndex of(Utf8 column) {
    return byColumn.get(column);
  }
}
