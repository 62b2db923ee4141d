package io.github.papersluice.snapshot.check;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PaperId;
import io.github.papersluice.snapshot.PartName;
import io.github.papersluice.snapshot.Rows;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.Utf8;

/**
 * Holds that the rows of all tables fit together. Rows stand in the order of their keys' making:
 * digests as planned, records by number, links and sizes by ordinal. So papers, links and sizes are
 * walked side by side, part by part; only the digests are held in memory.
 */
final class RowCheck {
  private static final Utf8 GITHUB_REPOSITORY = new Utf8(LinkKind.GITHUB_REPOSITORY.name());

  private final SnapshotFolder folder;
  private final Manifest manifest;
  private final Faults faults;
  private final Map<Utf8, DigestState> digests = new LinkedHashMap<>();
  private final Rows rows = new Rows();
  private final PaperId paperIds = new PaperId();
  private final FieldTexts texts = new FieldTexts();
  private final RowTally tally = new RowTally();
  private Set<String> shardDigests;
  private int inputs;
  private final Map<String, Long> statedRows = new HashMap<>();

  private static final class DigestState {
    final long paperCount;
    final long rejectionCount;
    long papers;
    long rejections;
    long lastRecord;
    long lastRejection;
    boolean passed;

    DigestState(GenericRecord row) {
      paperCount = number(row, "paper_count");
      rejectionCount = number(row, "rejection_count");
    }
  }

  RowCheck(SnapshotFolder folder, Manifest manifest, Faults faults) {
    this.folder = folder;
    this.manifest = manifest;
    this.faults = faults;
    manifest.outputs().forEach(part -> statedRows.put(part.path(), part.rows()));
  }

  /** Reads all rows and counts them. */
  RowTally run() throws IOException {
    int shards = manifest.shards().size();
    for (int i = 0; i < shards; i++) {
      readDigests(new PartName(i));
    }
    for (int i = 0; i < shards; i++) {
      shardDigests = new HashSet<>();
      walkPapers(new PartName(i));
      walkRejections(new PartName(i));
      checkShard(manifest.shards().get(i), i);
    }
    digests.forEach(this::checkCounts);
    return tally;
  }

  private void checkShard(Manifest.ShardDigests stated, int shard) {
    if (stated.shard() != shard || !shardDigests.equals(Set.copyOf(stated.digestIds()))) {
      faults.add(Manifest.FILE, "names other digests of shard " + shard + " than have rows there");
    }
  }

  private PartReader open(PartName name, Table table) throws IOException {
    return new PartReader(folder, name, table, faults);
  }

  private void finish(PartReader reader, PartName name, Table table) {
    tally.addRows(table, reader.rows());
    for (Format format : Format.values()) {
      String path = name.path(table, format);
      Long stated = statedRows.get(path);
      if (stated != null && stated != reader.rows()) {
        faults.add(path, String.format(Locale.ROOT, "has %d rows, not %d", reader.rows(), stated));
      }
    }
  }

  private void readDigests(PartName name) throws IOException {
    try (PartReader reader = open(name, Table.DIGESTS)) {
      for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
        Utf8 id = new Utf8(text(row, "digest_id"));
        if (digests.put(id, new DigestState(row)) != null) {
          faults.add(reader.path(), "digest_id " + id + " is not unique");
        }
        if (!text(row, "sha256").toString().startsWith(id.toString())) {
          faults.add(reader.path(), "digest_id " + id + " does not begin its sha256");
        }
        checkInput(reader, row);
      }
      finish(reader, name, Table.DIGESTS);
    }
  }

  /** The manifest names the digests in the order of their rows. */
  private void checkInput(PartReader reader, GenericRecord row) {
    DigestSummary input = inputs < manifest.inputs().size() ? manifest.inputs().get(inputs) : null;
    inputs++;
    SpecificRecordBase stated = input == null ? null : rows.digest(input);
    for (Schema.Field column : Table.DIGESTS.schema().getFields()) {
      if (stated == null || !Objects.equals(row.get(column.pos()), stated.get(column.pos()))) {
        faults.add(
            reader.path(),
            "digest_id "
                + text(row, "digest_id")
                + " has another "
                + column.name()
                + " than in the manifest");
        return;
      }
    }
  }

  private void walkRejections(PartName name) throws IOException {
    try (PartReader reader = open(name, Table.REJECTIONS)) {
      for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
        Utf8 id = text(row, "digest_id");
        long ordinal = number(row, "ordinal");
        shardDigests.add(id.toString());
        DigestState digest = digests.get(id);
        if (digest == null) {
          faults.add(reader.path(), "digest_id " + id + " has no row in digests");
        } else {
          checkNext(reader, id.toString(), "ordinal", digest.lastRejection, ordinal);
          digest.lastRejection = ordinal;
          digest.rejections++;
        }
      }
      finish(reader, name, Table.REJECTIONS);
    }
  }

  private void checkNext(PartReader reader, String key, String column, long last, long number) {
    if (number <= last) {
      faults.add(
          reader.path(),
          String.format(
              Locale.ROOT, "%s %d of %s is not unique or not in order", column, number, key));
    } else if (number != last + 1) {
      faults.add(
          reader.path(),
          String.format(Locale.ROOT, "%s %d of %s follows %d", column, number, key, last));
    }
  }

  private void walkPapers(PartName name) throws IOException {
    try (PartReader papers = open(name, Table.PAPERS);
        Children links = new Children(open(name, Table.LINKS));
        Children sizes = new Children(open(name, Table.MODEL_SIZES))) {
      Utf8 current = new Utf8();
      for (GenericRecord row = papers.next(); row != null; row = papers.next()) {
        if (!current.equals(text(row, "digest_id"))) {
          pass(current);
          current = new Utf8(text(row, "digest_id"));
        }
        checkPaper(papers, row);
        walkLinks(papers, row, links);
        walkSizes(papers, row, sizes);
      }
      links.endAsOrphans();
      sizes.endAsOrphans();
      finish(papers, name, Table.PAPERS);
      finish(links.reader, name, Table.LINKS);
      finish(sizes.reader, name, Table.MODEL_SIZES);
    }
  }

  private void pass(Utf8 digestId) {
    DigestState digest = digests.get(digestId);
    if (digest != null) {
      digest.passed = true;
    }
  }

  private void checkPaper(PartReader papers, GenericRecord paper) {
    Utf8 id = text(paper, "digest_id");
    long number = number(paper, "record_number");
    shardDigests.add(id.toString());
    tally.addPaper(paper.get("code_status"));
    DigestState digest = digests.get(id);
    if (digest == null) {
      faults.add(papers.path(), "digest_id " + id + " has no row in digests");
    } else {
      checkNext(papers, id.toString(), "record_number", digest.lastRecord, number);
      digest.lastRecord = number;
      digest.papers++;
    }
    Utf8 titleText = text(paper, "title");
    Utf8Text view = new Utf8Text(titleText.getBytes(), 0, titleText.getByteLength());
    if (!paperIds.next(view).equals(text(paper, "paper_id").toString())) {
      faults.add(papers.path(), key(paper) + " has a paper_id that is not its title's");
    }
    texts.reset(paper);
  }

  private void walkLinks(PartReader papers, GenericRecord paper, Children links)
      throws IOException {
    long count = 0;
    String repository = null;
    for (GenericRecord row = links.of(paper); row != null; row = links.of(paper)) {
      count++;
      tally.addLink(row.get("kind"));
      checkChild(links.reader, paper, row, count);
      if (repository == null && text(row, "kind").equals(GITHUB_REPOSITORY)) {
        repository = row.get("repository_owner") + "/" + row.get("repository_name");
      }
    }
    checkStated(papers, paper, "link_count", count);
    checkStated(papers, paper, "github_repository", repository);
  }

  private void walkSizes(PartReader papers, GenericRecord paper, Children sizes)
      throws IOException {
    long count = 0;
    Long largest = null;
    for (GenericRecord row = sizes.of(paper); row != null; row = sizes.of(paper)) {
      count++;
      checkChild(sizes.reader, paper, row, count);
      long parameters = number(row, "parameters");
      largest = largest == null ? parameters : Math.max(largest, parameters);
    }
    checkStated(papers, paper, "model_size_count", count);
    checkStated(papers, paper, "largest_parameters", largest);
  }

  private void checkStated(PartReader papers, GenericRecord paper, String column, Object counted) {
    String stated = Objects.toString(paper.get(column));
    if (!stated.equals(Objects.toString(counted))) {
      faults.add(
          papers.path(),
          String.format(
              Locale.ROOT,
              "%s has %s %s, but its rows give %s",
              key(paper),
              column,
              stated,
              counted));
    }
  }

  private void checkChild(
      PartReader reader, GenericRecord paper, GenericRecord row, long expectedOrdinal) {
    String place = key(row) + " " + number(row, "ordinal");
    if (number(row, "ordinal") != expectedOrdinal) {
      faults.add(reader.path(), place + " should have the ordinal " + expectedOrdinal);
    }
    if (!text(row, "paper_id").equals(text(paper, "paper_id"))) {
      faults.add(reader.path(), place + " has another paper_id than its paper");
    }
    if (!Objects.equals(row.get("digest_date"), paper.get("digest_date"))) {
      faults.add(reader.path(), place + " has another digest_date than its paper");
    }
    Utf8 field = text(row, "field");
    CodePointIndex index = texts.of(field);
    if (index == null) {
      faults.add(reader.path(), place + " is in no field: " + field);
    } else if (!index.equalsAt(
        number(row, "start_offset"), number(row, "end_offset"), text(row, "surface"))) {
      faults.add(
          reader.path(), place + " has offsets at which its surface does not stand in " + field);
    }
  }

  private void checkCounts(Utf8 id, DigestState digest) {
    checkCount(id, "paper_count", digest.paperCount, digest.papers);
    checkCount(id, "rejection_count", digest.rejectionCount, digest.rejections);
  }

  private void checkCount(Utf8 id, String column, long stated, long counted) {
    if (stated != counted) {
      faults.add(
          "digests",
          String.format(Locale.ROOT, "%s has %s %d, but %d rows", id, column, stated, counted));
    }
  }

  private static Utf8 text(GenericRecord row, String column) {
    return (Utf8) row.get(column);
  }

  private static long number(GenericRecord row, String column) {
    return (Long) row.get(column);
  }

  private static String key(GenericRecord row) {
    return row.get("digest_id") + " " + row.get("record_number");
  }

  /** The rows of links or sizes, handed out paper by paper. */
  private final class Children implements java.io.Closeable {
    final PartReader reader;
    private GenericRecord ahead;
    private boolean started;

    Children(PartReader reader) {
      this.reader = reader;
    }

    /** The next row of this paper, or null; rows that no paper can have are faults on the way. */
    GenericRecord of(GenericRecord paper) throws IOException {
      advance();
      while (ahead != null && isOrphan(paper)) {
        orphan();
      }
      if (ahead == null || !belongsTo(paper)) {
        return null;
      }
      GenericRecord row = ahead;
      started = false;
      return row;
    }

    private void advance() throws IOException {
      if (!started) {
        ahead = reader.next();
        started = true;
      }
    }

    private boolean belongsTo(GenericRecord paper) {
      return number(ahead, "record_number") == number(paper, "record_number")
          && text(ahead, "digest_id").equals(text(paper, "digest_id"));
    }

    /** Whether the row's paper cannot come any more: its digest is none, or is behind us. */
    private boolean isOrphan(GenericRecord paper) {
      DigestState digest = digests.get(text(ahead, "digest_id"));
      return digest == null
          || digest.passed
          || (text(ahead, "digest_id").equals(text(paper, "digest_id"))
              && number(ahead, "record_number") < number(paper, "record_number"));
    }

    private void orphan() throws IOException {
      faults.add(reader.path(), key(ahead) + " has no row in papers");
      started = false;
      advance();
    }

    void endAsOrphans() throws IOException {
      advance();
      while (ahead != null) {
        orphan();
      }
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
