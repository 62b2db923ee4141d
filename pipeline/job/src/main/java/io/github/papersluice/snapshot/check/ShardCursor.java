package io.github.papersluice.snapshot.check;

import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PartName;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;
import io.github.papersluice.tables.PaperRow;
import io.github.papersluice.tables.RejectionRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** Reads a published shard's parts once, forwards, and copies the digests that are asked for. */
final class ShardCursor implements Closeable {
  private final Faults faults = new Faults();
  private final Map<String, Integer> order = new HashMap<>();
  private final String place;
  private final PartReader papers;
  private final PartReader links;
  private final PartReader sizes;
  private final PartReader rejections;
  private final PaperRow paperRow = new PaperRow();
  private final LinkRow linkRow = new LinkRow();
  private final ModelSizeRow sizeRow = new ModelSizeRow();
  private final RejectionRow rejectionRow = new RejectionRow();
  private GenericRecord paper;
  private GenericRecord rejection;
  private int reached = -1;

  ShardCursor(SnapshotFolder folder, int shard) throws IOException {
    place = folder.location();
    Manifest manifest = folder.manifest();
    List<String> digestIds = manifest.shards().get(shard).digestIds();
    for (String digestId : digestIds) {
      order.put(digestId, order.size());
    }
    PartName name = new PartName(shard);
    papers = new PartReader(folder, name, Table.PAPERS, faults);
    links = new PartReader(folder, name, Table.LINKS, faults);
    sizes = new PartReader(folder, name, Table.MODEL_SIZES, faults);
    rejections = new PartReader(folder, name, Table.REJECTIONS, faults);
    paper = next(papers);
    rejection = next(rejections);
  }

  /** Whether a digest's rows were read already. */
  boolean isPast(String digestId) {
    return order.get(digestId) <= reached;
  }

  void copy(String digestId, long fromByte, long toByte, RowSink sink) throws IOException {
    reached = order.get(digestId);
    for (; place(paper) <= reached; paper = next(papers)) {
      boolean wanted = place(paper) == reached && begins(paper, fromByte, toByte);
      copyPaper(digestId, wanted ? sink : null);
    }
    for (; place(rejection) <= reached; rejection = next(rejections)) {
      if (place(rejection) == reached && begins(rejection, fromByte, toByte)) {
        sink.row(Table.REJECTIONS, digestId, set(rejectionRow, rejection));
      }
    }
  }

  /** The place of a row's digest among those of the shard; behind all of them at the end. */
  private int place(GenericRecord row) throws IOException {
    if (row == null) {
      return Integer.MAX_VALUE;
    }
    Integer found = order.get(row.get("digest_id").toString());
    if (found == null) {
      throw damaged("a row of digest " + row.get("digest_id") + " is not where it should be");
    }
    return found;
  }

  private static boolean begins(GenericRecord row, long fromByte, long toByte) {
    long start = (Long) row.get("start_byte");
    return start >= fromByte && start < toByte;
  }

  /** Copies a paper with its links and sizes, or passes over them if there is no sink. */
  private void copyPaper(String digestId, RowSink sink) throws IOException {
    if (sink != null) {
      sink.row(Table.PAPERS, digestId, set(paperRow, paper));
    }
    for (long left = (Long) paper.get("link_count"); left > 0; left--) {
      GenericRecord link = child(links);
      if (sink != null) {
        sink.row(Table.LINKS, digestId, set(linkRow, link));
      }
    }
    for (long left = (Long) paper.get("model_size_count"); left > 0; left--) {
      GenericRecord size = child(sizes);
      if (sink != null) {
        sink.row(Table.MODEL_SIZES, digestId, set(sizeRow, size));
      }
    }
  }

  private GenericRecord child(PartReader reader) throws IOException {
    GenericRecord row = next(reader);
    if (row == null || !row.get("record_number").equals(paper.get("record_number"))) {
      throw damaged(reader.path() + " lacks rows");
    }
    return row;
  }

  private GenericRecord next(PartReader reader) throws IOException {
    GenericRecord row = reader.next();
    if (!faults.lines().isEmpty()) {
      throw damaged(faults.lines().get(0));
    }
    return row;
  }

  private IOException damaged(String fault) {
    return new IOException(place + " is damaged, run verify on it: " + fault);
  }

  private static SpecificRecordBase set(SpecificRecordBase row, GenericRecord values) {
    for (int i = 0; i < row.getSchema().getFields().size(); i++) {
      row.put(i, values.get(i));
    }
    return row;
  }

  @Override
  public void close() throws IOException {
    try (papers;
        links;
        sizes) {
      rejections.close();
    }
  }
}
