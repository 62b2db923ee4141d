package io.github.papersluice.snapshot.check;

import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PartName;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;

/** Finds one paper in the tables of a snapshot. */
public final class PaperLookup {
  private PaperLookup() {}

  /**
   * Reads the texts in which facts are looked for, from Avro where there is any, else from CSV.
   *
   * @param digestId a digest of the snapshot
   * @param recordNumber the paper's place in it, from 1
   * @return title, abstract, comment and the fields for addresses; other metadata is null. Empty if
   *     the digest has no such record
   * @throws IOException if the table cannot be read
   */
  public static Optional<PaperText> find(SnapshotFolder folder, String digestId, long recordNumber)
      throws IOException {
    for (Manifest.ShardDigests shard : folder.manifest().shards()) {
      if (shard.digestIds().contains(digestId)) {
        Optional<PaperText> paper = find(folder, shard.shard(), digestId, recordNumber);
        if (paper.isPresent()) {
          return paper;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PaperText> find(
      SnapshotFolder folder, int shard, String digestId, long recordNumber) throws IOException {
    Faults faults = new Faults();
    try (PartReader papers = new PartReader(folder, new PartName(shard), Table.PAPERS, faults)) {
      for (GenericRecord row = next(papers, faults); row != null; row = next(papers, faults)) {
        if (row.get("record_number").equals(recordNumber)
            && row.get("digest_id").toString().equals(digestId)) {
          return Optional.of(paper(row));
        }
      }
    }
    return Optional.empty();
  }

  private static GenericRecord next(PartReader papers, Faults faults) throws IOException {
    GenericRecord row = papers.next();
    if (!faults.lines().isEmpty()) {
      throw new IOException("run verify on it: " + faults.lines().get(0));
    }
    return row;
  }

  private static PaperText paper(GenericRecord row) {
    return new PaperText(
        utf8((Utf8) row.get("title")),
        utf8((Utf8) row.get("abstract")),
        (Long) row.get("start_byte"),
        (Long) row.get("end_byte"),
        null,
        0,
        new PaperMetadata(
            null,
            null,
            null,
            null,
            null,
            null,
            text(row, "comment"),
            text(row, "code_url"),
            text(row, "project_url"),
            null));
  }

  /** A copy without the padding of Avro's array, decoded so that it is valid whoever wrote it. */
  private static Utf8Text utf8(Utf8 value) {
    return Utf8Text.of(value.toString());
  }

  /** A field of metadata is null and never empty. */
  private static String text(GenericRecord row, String column) {
    Object value = row.get(column);
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }
}
