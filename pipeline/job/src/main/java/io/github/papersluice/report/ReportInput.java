package io.github.papersluice.report;

import io.github.papersluice.snapshot.PartFile;
import java.util.List;

/**
 * What a report is made of.
 *
 * @param snapshot the snapshot's name
 * @param version the version of Papersluice that made it
 * @param parts the snapshot's finished parts, those of a table in the order of its key; all tables'
 *     Avro parts are needed, parts of other formats only tell the reader where to look further
 * @param opener opens them
 * @param code how many papers say what of their code, over all parts: {@link CodeCounts#read} if
 *     the caller does not know
 */
public record ReportInput(
    String snapshot, String version, List<PartFile> parts, PartOpener opener, CodeCounts code) {

  /** Takes an immutable copy of the list. */
  public ReportInput {
    parts = List.copyOf(parts);
  }
}
