package io.github.papersluice.report;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * How many papers say what of their code.
 *
 * @param available rows of papers whose {@code code_status} is {@code AVAILABLE}
 * @param promised rows whose {@code code_status} is {@code PROMISED}
 * @param none rows whose {@code code_status} is {@code NONE}
 */
public record CodeCounts(long available, long promised, long none) {

  private static final String COLUMN = "code_status";

  /** The rows of papers counted. */
  public long papers() {
    return available + promised + none;
  }

  /**
   * Counts by reading the Avro parts of {@code papers} once, that column only: for a caller that
   * has not counted while it wrote.
   *
   * @param parts the snapshot's parts; those of other tables and formats are passed over
   * @throws IOException if a part cannot be read or holds a status that is none of {@link
   *     CodeStatus}
   */
  public static CodeCounts read(List<PartFile> parts, PartOpener opener) throws IOException {
    Map<CodeStatus, Long> counts = new EnumMap<>(CodeStatus.class);
    for (PartFile part : TableRows.avroParts(parts, Table.PAPERS)) {
      count(part, opener, counts);
    }
    return new CodeCounts(
        counts.getOrDefault(CodeStatus.AVAILABLE, 0L),
        counts.getOrDefault(CodeStatus.PROMISED, 0L),
        counts.getOrDefault(CodeStatus.NONE, 0L));
  }

  private static void count(PartFile part, PartOpener opener, Map<CodeStatus, Long> counts)
      throws IOException {
    var reader = new GenericDatumReader<GenericRecord>(null, projection());
    try (var rows = new DataFileStream<>(opener.open(part.path()), reader)) {
      GenericRecord row = null;
      while (rows.hasNext()) {
        row = rows.next(row);
        counts.merge(status(row.get(COLUMN).toString(), part), 1L, Long::sum);
      }
    }
  }

  private static CodeStatus status(String name, PartFile part) throws IOException {
    try {
      return CodeStatus.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IOException(part.path() + ": unknown code_status " + name, e);
    }
  }

  private static Schema projection() {
    Schema papers = Table.PAPERS.schema();
    Schema.Field column = papers.getField(COLUMN);
    return Schema.createRecord(
        papers.getName(),
        papers.getDoc(),
        papers.getNamespace(),
        false,
        List.of(new Schema.Field(column, column.schema())));
  }
}
