package io.github.papersluice.snapshot;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.PaperRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Writes a shard's part of each table in each format, in one go. Rows come in the order in which
 * they are to stand: digests as planned, records by number, rejections by ordinal. Holds its
 * buffers only, and the names of its digests. For one thread.
 */
public final class ShardWriter implements AutoCloseable {
  private static final Pattern ATTEMPT = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final int shard;
  private final int shardCount;
  private final Map<Table, TableOutput> tables = new EnumMap<>(Table.class);
  private final Rows rows = new Rows();
  private final List<DigestSummary> digests = new ArrayList<>();
  private final List<DigestShare> shares = new ArrayList<>();
  private final SortedMap<LinkKind, Long> linksByKind = zeros(LinkKind.values());
  private final SortedMap<CodeStatus, Long> papersByCodeStatus = zeros(CodeStatus.values());
  private final SortedSet<String> damagedParts = new TreeSet<>();
  private String digestId;
  private long papers;
  private long rejections;
  private boolean finished;

  private ShardWriter(int shard, int shardCount) {
    this.shard = shard;
    this.shardCount = shardCount;
  }

  /**
   * Creates the shard's files.
   *
   * @param storage the output folder
   * @param staging the run's staging folder in it, as {@link SnapshotPublisher#staging} says
   * @param shard the shard, from 0
   * @param shardCount how many shards the run has
   * @param attempt letters, digits, {@code _} and {@code -} that no other attempt at this shard
   *     has; part of the files' staged names and of nothing that is published
   * @throws OutputUnavailableException if they cannot be created; then none is left
   */
  public static ShardWriter open(
      SnapshotStorage storage,
      String staging,
      int shard,
      int shardCount,
      String attempt,
      WriteOptions options)
      throws IOException {
    if (shard < 0 || shard >= shardCount) {
      throw new IllegalArgumentException("shard " + shard + " of " + shardCount);
    }
    if (!ATTEMPT.matcher(attempt).matches()) {
      throw new IllegalArgumentException("not the name of an attempt: " + attempt);
    }
    ShardWriter writer = new ShardWriter(shard, shardCount);
    try {
      for (Table table : Table.values()) {
        TableOutput output = new TableOutput(storage, table);
        writer.tables.put(table, output);
        output.open(staging, new PartName(shard), attempt, options);
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      writer.closeAfter(e);
      throw e;
    }
  }

  /** Notes a part of an earlier snapshot that could not be used, by its path there. */
  public void damaged(String path) {
    damagedParts.add(path);
  }

  /** Writes a digest's row, by the shard that knows how it ended. */
  public void digest(DigestSummary digest) throws IOException {
    digests.add(digest);
    write(Table.DIGESTS, rows.digest(digest));
  }

  /**
   * Writes a record's row and those of its links and model sizes.
   *
   * @param digestId the digest that holds it
   * @param recordNumber its place in the digest, from 1
   * @param digestDate the ISO date of its heading, or null
   */
  public void paper(
      String digestId, long recordNumber, String digestDate, PaperText paper, Facts facts)
      throws IOException {
    enter(digestId);
    rows.key(digestId, recordNumber, digestDate, paper.title());
    writePaper(rows.paper(paper, facts), facts.codeStatus());
    long ordinal = 1;
    for (Link link : facts.links()) {
      writeLink(rows.link(ordinal++, link), link.kind());
    }
    ordinal = 1;
    for (ModelSize size : facts.modelSizes()) {
      write(Table.MODEL_SIZES, rows.modelSize(ordinal++, size));
    }
  }

  /**
   * Writes a rejection's row.
   *
   * @param digestId the digest that holds the piece
   * @param ordinal its place among the digest's rejections, from 1
   */
  public void rejection(String digestId, long ordinal, Rejection rejection) throws IOException {
    writeRejection(digestId, rows.rejection(digestId, ordinal, rejection));
  }

  /** Begins a digest's share unless it is the one at hand; the share counts the rows to come. */
  private void enter(String id) {
    if (!id.equals(digestId)) {
      endShare();
      digestId = id;
    }
  }

  private void writePaper(SpecificRecordBase row, CodeStatus status) throws IOException {
    papers++;
    papersByCodeStatus.merge(status, 1L, Long::sum);
    write(Table.PAPERS, row);
  }

  public void writeLink(SpecificRecordBase row, LinkKind kind) throws IOException {
    linksByKind.merge(kind, 1L, Long::sum);
    write(Table.LINKS, row);
  }

  private void writeRejection(String id, SpecificRecordBase row) throws IOException {
    enter(id);
    rejections++;
    write(Table.REJECTIONS, row);
  }

  /** Writes a row that was read back. */
  public void takeOver(Table table, String id, SpecificRecordBase row) throws IOException {
    enter(id);
    switch (table) {
      case PAPERS ->
          writePaper(row, CodeStatus.valueOf(((PaperRow) row).getCodeStatus().toString()));
      case LINKS -> writeLink(row, LinkKind.valueOf(((LinkRow) row).getKind().toString()));
      case REJECTIONS -> writeRejection(id, row);
      default -> write(table, row);
    }
  }

  public void write(Table table, SpecificRecordBase row) throws IOException {
    tables.get(table).write(row);
  }

  private void endShare() {
    if (papers + rejections > 0) {
      shares.add(new DigestShare(digestId, papers, rejections));
    }
    papers = 0;
    rejections = 0;
  }

  /**
   * Writes what is left and closes the files, which then belong to whoever has the report.
   *
   * @throws OutputUnavailableException if they cannot be written; {@link #close} deletes them
   */
  public ShardReport finish() throws IOException {
    endShare();
    List<StagedPart> parts = new ArrayList<>();
    for (TableOutput table : tables.values()) {
      parts.addAll(table.finish());
    }
    finished = true;
    return new ShardReport(
        shard,
        shardCount,
        parts,
        List.copyOf(digests),
        List.copyOf(shares),
        linksByKind,
        papersByCodeStatus,
        List.copyOf(damagedParts));
  }

  private static <K> SortedMap<K, Long> zeros(K[] keys) {
    SortedMap<K, Long> counts = new TreeMap<>();
    for (K key : keys) {
      counts.put(key, 0L);
    }
    return counts;
  }

  /** Deletes the files unless they are finished. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      finished = true;
      for (TableOutput table : tables.values()) {
        table.abandon();
      }
    }
  }

  private void closeAfter(Exception failure) {
    try {
      close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
