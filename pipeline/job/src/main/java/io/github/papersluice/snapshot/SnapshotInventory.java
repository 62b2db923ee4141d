package io.github.papersluice.snapshot;

import java.util.Comparator;
import java.util.List;

/**
 * What a snapshot holds, as far as its load scripts and descriptions need to know.
 *
 * @param name the snapshot's name, which is its folder's
 * @param id what its bytes follow from, as its manifest says it: 16 hex digits
 * @param version the version of Papersluice that wrote it
 * @param parts every part of every table, in the order of tables, formats and paths; in each format
 *     a table has at least one part, be it one without rows
 * @param attribution what its publisher says of it
 */
public record SnapshotInventory(
    String name, String id, String version, List<PartFile> parts, Attribution attribution) {

  /** Puts the parts in order, whatever order they come in. */
  public SnapshotInventory {
    parts =
        parts.stream()
            .sorted(
                Comparator.comparing(PartFile::table)
                    .thenComparing(PartFile::format)
                    .thenComparing(PartFile::path))
            .toList();
  }

  /** Whether the snapshot was written in a format. */
  public boolean has(Format format) {
    return parts.stream().anyMatch(part -> part.format() == format);
  }

  /** Returns the parts of a table in one format, in the order of their paths. */
  public List<PartFile> parts(Table table, Format format) {
    return parts.stream().filter(part -> part.table() == table && part.format() == format).toList();
  }

  /** Returns how many rows the parts of a table hold in one format. */
  public long rows(Table table, Format format) {
    return parts(table, format).stream().mapToLong(PartFile::rows).sum();
  }
}
