package io.github.papersluice.iceberg;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.snapshot.Column;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.warehouse.OlderSnapshotException;
import io.github.papersluice.warehouse.PublishedTable;
import io.github.papersluice.warehouse.TablePublisher;
import io.github.papersluice.warehouse.UnreadableSnapshotException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots are published and read back with Iceberg's own generic reader. */
class IcebergPublisherTest {

  @TempDir Path folder;

  @Test
  void theServiceLoaderFindsIt() {
    assertThat(TablePublisher.of("iceberg").orElseThrow(), is(instanceOf(IcebergPublisher.class)));
  }

  @Test
  void everyValueIsThatOfTheSnapshot() throws Exception {
    SnapshotFolder day =
        write("day-1", Map.of("d1", List.of("One", "", "😀 \"quoted\"", "\u0000")));
    publish("day-1", day);
    for (Table table : Table.values()) {
      assertThat(table.tableName(), rows(table, null), is(written(day, table)));
    }
  }

  @Test
  void theSummaryHoldsTheSnapshotsNameAndChecksum() throws Exception {
    SnapshotFolder day = write("day-1", Map.of("d1", List.of("One")));
    publish("day-1", day);
    for (Table table : Table.values()) {
      Map<String, String> summary = history(table).get(0).summary();
      assertThat(summary.get("papersluice.snapshot"), is("day-1"));
      assertThat(summary.get("papersluice.sha256sums"), is(day.checksum()));
    }
  }

  @Test
  void publishingTheSameTwiceChangesNothing() throws Exception {
    SnapshotFolder day = write("day-1", Map.of("d1", List.of("One", "Two")));
    List<PublishedTable> first = publish("day-1", day);
    List<PublishedTable> again = publish("day-1", day);

    assertThat(first.stream().map(PublishedTable::changed).toList(), everyItem(is(true)));
    assertThat(again.stream().map(PublishedTable::changed).toList(), everyItem(is(false)));
    assertThat(versions(again), is(versions(first)));
    for (Table table : Table.values()) {
      assertThat(history(table).size(), is(1));
      assertThat(rows(table, null), is(written(day, table)));
    }
  }

  @Test
  void theNextDayReplacesItsDigestsAndTheDayBeforeCanBeTravelledTo() throws Exception {
    Map<String, List<String>> firstDay = new LinkedHashMap<>();
    firstDay.put("d1", List.of("Kept"));
    firstDay.put("d2", List.of("Old", "Gone"));
    publish("day-1", write("day-1", firstDay));
    Map<String, List<String>> nextDay = new LinkedHashMap<>();
    nextDay.put("d2", List.of("New"));
    nextDay.put("d3", List.of("Added"));
    List<PublishedTable> published = publish("day-2", write("day-2", nextDay));

    List<Snapshot> history = history(Table.PAPERS);
    assertThat(history.size(), is(2));
    assertThat(titles(history.get(0).snapshotId()), contains("Kept", "Old", "Gone"));
    assertThat(titles(history.get(1).snapshotId()), containsInAnyOrder("Kept", "New", "Added"));
    assertThat(titles(null), containsInAnyOrder("Kept", "New", "Added"));
    PublishedTable papers =
        published.stream().filter(p -> p.table() == Table.PAPERS).findFirst().orElseThrow();
    assertThat(List.of(papers.added(), papers.removed()), contains(2L, 2L));
    assertThat(
        column(Table.MODEL_SIZES, "model", null), containsInAnyOrder("Kept", "New", "Added"));
    assertThat(column(Table.DIGESTS, "digest_id", null), containsInAnyOrder("d1", "d2", "d3"));
    assertThat(published.get(published.size() - 1).table(), is(Table.DIGESTS));
  }

  @Test
  void aDigestThatLostItsPapersLosesItsRows() throws Exception {
    publish("day-1", write("day-1", Map.of("d1", List.of("Gone"))));
    publish("day-2", write("day-2", Map.of("d1", List.of())));

    assertThat(titles(null), is(List.of()));
    assertThat(column(Table.DIGESTS, "digest_id", null), contains("d1"));
  }

  @Test
  void aSnapshotWithoutDigestsIsAVersionToo() throws Exception {
    publish("day-1", write("day-1", Map.of("d1", List.of("One"))));
    publish("empty", write("empty", Map.of()));

    assertThat(titles(null), contains("One"));
    assertThat(history(Table.PAPERS).size(), is(2));
  }

  @Test
  void keysAndDescriptionsAreThoseOfTheSchemas() throws Exception {
    publish("day-1", write("day-1", Map.of()));
    try (HadoopCatalog catalog = catalog()) {
      for (Table table : Table.values()) {
        org.apache.iceberg.Schema schema = load(catalog, table).schema();
        assertThat(schema.identifierFieldNames(), containsInAnyOrder(table.key().toArray()));
        for (Column column : Column.of(table)) {
          assertThat(schema.findField(column.name()).isOptional(), is(column.nullable()));
          assertThat(schema.findField(column.name()).doc(), is(column.doc()));
        }
      }
    }
  }

  @Test
  void aPartWithOtherRowsThanTheManifestSaysIsRefusedAndLeavesNoFile() throws Exception {
    SnapshotFolder day = write("day-1", Map.of("d1", List.of("One", "Two")));
    publish("day-1", day);
    SnapshotFolder broken = write("day-2", Map.of("d1", List.of("One")));
    Files.copy(
        part(day, Table.PAPERS), part(broken, Table.PAPERS), StandardCopyOption.REPLACE_EXISTING);
    List<Path> before = dataFiles();

    UnreadableSnapshotException refused =
        assertThrows(UnreadableSnapshotException.class, () -> publish("day-2", broken));

    assertThat(refused.getMessage(), containsString("has 2 rows, but the manifest says 1"));
    assertThat(titles(null), contains("One", "Two"));
    assertThat(dataFiles(), is(before));
    assertThat(before, is(not(List.of())));
  }

  @Test
  void aPartThatIsNoAvroIsToldByItsName() throws Exception {
    SnapshotFolder broken = write("day-1", Map.of("d1", List.of("One")));
    Files.writeString(part(broken, Table.PAPERS), "garbage");

    UnreadableSnapshotException refused =
        assertThrows(UnreadableSnapshotException.class, () -> publish("day-1", broken));

    assertThat(refused.getMessage(), containsString("avro/papers/part-00000.avro"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "{}"})
  void aWarehouseWithABrokenTableIsRefused(String metadata) throws Exception {
    publish("day-1", write("day-1", Map.of("d1", List.of("One"))));
    Path papers = folder.resolve("warehouse/papersluice/papers/metadata");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(papers, "*.metadata.json")) {
      for (Path file : files) {
        Files.writeString(file, metadata);
        Files.deleteIfExists(papers.resolve("." + file.getFileName() + ".crc"));
      }
    }
    SnapshotFolder next = write("day-2", Map.of("d1", List.of("New")));

    IOException refused = assertThrows(IOException.class, () -> publish("day-2", next));

    assertThat(refused, is(not(instanceOf(UnreadableSnapshotException.class))));
  }

  /** Who loses a race is refused, and may publish again; what stands there is of one of them. */
  @Test
  void publicationsAtTheSameTimeLeaveWholeTables() throws Exception {
    List<String> names = List.of("day-1", "day-2", "day-3");
    List<Callable<List<PublishedTable>>> publications = new ArrayList<>();
    for (String name : names) {
      SnapshotFolder day = write(name, Map.of(name, List.of(name)));
      publications.add(() -> publish(name, day));
    }
    ExecutorService threads = Executors.newFixedThreadPool(names.size());
    try {
      for (Future<List<PublishedTable>> publication : threads.invokeAll(publications)) {
        try {
          publication.get();
        } catch (ExecutionException lost) {
          assertThat(lost.getCause(), is(instanceOf(IOException.class)));
        }
      }
    } finally {
      threads.shutdownNow();
    }
    for (Callable<List<PublishedTable>> publication : publications) {
      publication.call();
    }

    assertThat(titles(null), containsInAnyOrder(names.toArray()));
    assertThat(column(Table.DIGESTS, "digest_id", null), containsInAnyOrder(names.toArray()));
  }

  @Test
  void aCorrectedDigestTakesTheOldOnesPlace() throws Exception {
    publish("day-1", write("day-1", named("d1", "days/1.txt"), List.of("Old", "Wrong")));
    publish("day-2", write("day-2", named("d1b", "days/1.txt"), List.of("Old", "Right", "More")));

    assertThat(column(Table.DIGESTS, "digest_id", null), contains("d1b"));
    assertThat(titles(null), containsInAnyOrder("Old", "Right", "More"));
    assertThat(
        column(Table.MODEL_SIZES, "model", null), containsInAnyOrder("Old", "Right", "More"));
  }

  @Test
  void aRenamedDigestIsThereOnce() throws Exception {
    publish("day-1", write("day-1", named("d1", "days/1.txt"), List.of("One")));
    publish("day-2", write("day-2", named("d1", "archive/1.txt"), List.of("One")));

    assertThat(column(Table.DIGESTS, "name", null), contains("archive/1.txt"));
    assertThat(titles(null), contains("One"));
  }

  @Test
  void aDigestThatLeftTheInputsIsRemovedOnDemand() throws Exception {
    publish("day-1", write("day-1", Map.of("d1", List.of("One"), "d2", List.of("Two"))));
    SnapshotFolder left = write("day-2", Map.of("d2", List.of("Two")));
    publish("day-2", left);
    assertThat(titles(null), containsInAnyOrder("One", "Two"));

    exactly("day-2", left);
    List<PublishedTable> again = exactly("day-2", left);

    for (Table table : Table.values()) {
      assertThat(table.tableName(), rows(table, null), is(written(left, table)));
    }
    assertThat(again.stream().map(PublishedTable::changed).toList(), everyItem(is(false)));
  }

  @Test
  void anOlderSnapshotIsRefusedAndChangesNothing() throws Exception {
    SnapshotFolder older = write("day-1", named("d1", "days/1.txt"), List.of("Old"));
    SnapshotFolder newer = write("day-2", named("d1b", "days/1.txt"), List.of("Corrected"));
    publish("day-2", newer);

    assertThrows(OlderSnapshotException.class, () -> publish("day-1", older));
    assertThrows(OlderSnapshotException.class, () -> exactly("day-1", older));

    assertThat(titles(null), contains("Corrected"));
    assertThat(history(Table.PAPERS).size(), is(1));
  }

  @Test
  void anOlderSnapshotIsRefusedWithoutAHistory() throws Exception {
    SnapshotFolder older = write("day-1", named("d1", "days/1.txt"), List.of("Old"));
    SnapshotFolder newer = write("day-2", named("d1b", "days/1.txt"), List.of("Corrected"));
    publish("day-1", older);
    publish("day-2", newer);
    Files.delete(folder.resolve("out/HISTORY"));

    assertThrows(OlderSnapshotException.class, () -> publish("day-1", older));

    assertThat(titles(null), contains("Corrected"));
  }

  @Test
  void anOlderSnapshotOfOtherDigestsIsAdded() throws Exception {
    SnapshotFolder older = write("day-1", Map.of("d1", List.of("One")));
    SnapshotFolder newer = write("day-2", Map.of("d2", List.of("Two")));

    publish("day-2", newer);
    publish("day-1", older);

    assertThat(titles(null), containsInAnyOrder("One", "Two"));
  }

  @Test
  void daysAreDates() throws Exception {
    publish("day-1", write("day-1", Map.of("d1", List.of("One"))));
    try (HadoopCatalog catalog = catalog()) {
      assertThat(
          load(catalog, Table.PAPERS).schema().findField("digest_date").type(),
          is(org.apache.iceberg.types.Types.DateType.get()));
    }
    assertThat(column(Table.PAPERS, "digest_date", null), contains(LocalDate.of(2025, 3, 11)));
    assertThat(column(Table.DIGESTS, "digest_date", null), contains(LocalDate.of(2025, 3, 11)));
  }

  private List<PublishedTable> exactly(String name, SnapshotFolder snapshot) throws IOException {
    return new IcebergPublisher().publish(name, snapshot, folder.resolve("warehouse"), true);
  }

  /** A digest's id and its file's name. */
  private static Map.Entry<String, String> named(String digestId, String fileName) {
    return Map.entry(digestId, fileName);
  }

  private SnapshotFolder write(String name, Map.Entry<String, String> digest, List<String> titles)
      throws IOException {
    return write(name, Map.of(digest.getKey(), titles), Map.ofEntries(digest));
  }

  private SnapshotFolder write(String name, Map<String, List<String>> digests) throws IOException {
    return write(name, digests, Map.of());
  }

  private List<Path> dataFiles() throws IOException {
    try (var files = Files.walk(folder.resolve("warehouse/papersluice/papers/data"))) {
      return files.sorted().toList();
    }
  }

  private static Path part(SnapshotFolder snapshot, Table table) {
    PartFile part =
        snapshot.manifest().outputs().stream()
            .filter(p -> p.table() == table && p.format() == Format.AVRO)
            .findFirst()
            .orElseThrow();
    return Path.of(snapshot.location(), part.path());
  }

  private List<PublishedTable> publish(String name, SnapshotFolder snapshot) throws IOException {
    return new IcebergPublisher().publish(name, snapshot, folder.resolve("warehouse"), false);
  }

  private static List<String> versions(List<PublishedTable> tables) {
    return tables.stream().map(PublishedTable::version).toList();
  }

  private HadoopCatalog catalog() {
    return new HadoopCatalog(new Configuration(), folder.resolve("warehouse").toUri().toString());
  }

  private static org.apache.iceberg.Table load(HadoopCatalog catalog, Table table) {
    return catalog.loadTable(TableIdentifier.of("papersluice", table.tableName()));
  }

  private List<Snapshot> history(Table table) throws IOException {
    try (HadoopCatalog catalog = catalog()) {
      List<Snapshot> snapshots = new ArrayList<>();
      load(catalog, table).snapshots().forEach(snapshots::add);
      return snapshots;
    }
  }

  private List<Object> titles(Long version) throws IOException {
    return column(Table.PAPERS, "title", version);
  }

  private List<Object> column(Table table, String name, Long version) throws IOException {
    int index = Column.of(table).stream().map(Column::name).toList().indexOf(name);
    return rows(table, version).stream().map(row -> row.get(index)).toList();
  }

  /** The rows of a version, or of the newest for null. */
  private List<List<Object>> rows(Table table, Long version) throws IOException {
    try (HadoopCatalog catalog = catalog()) {
      IcebergGenerics.ScanBuilder scan = IcebergGenerics.read(load(catalog, table));
      List<List<Object>> rows = new ArrayList<>();
      try (CloseableIterable<Record> records =
          (version == null ? scan : scan.useSnapshot(version)).build()) {
        for (Record record : records) {
          List<Object> row = new ArrayList<>();
          Column.of(table).forEach(column -> row.add(record.getField(column.name())));
          rows.add(row);
        }
      }
      return rows;
    }
  }

  private static List<List<Object>> written(SnapshotFolder snapshot, Table table)
      throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    new SnapshotRows(snapshot)
        .read(
            table,
            record -> {
              List<Object> row = new ArrayList<>();
              for (Column column : Column.of(table)) {
                Object value = record.get(column.name());
                row.add(
                    value instanceof Integer days
                        ? LocalDate.ofEpochDay(days)
                        : value instanceof CharSequence text ? text.toString() : value);
              }
              rows.add(row);
            });
    return rows;
  }

  /** Publishes a snapshot of digests with titles; each paper names a model called like itself. */
  private SnapshotFolder write(
      String name, Map<String, List<String>> digests, Map<String, String> names)
      throws IOException {
    LocalStorage storage = new LocalStorage(folder.resolve("out"));
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage);
        ShardWriter writer =
            ShardWriter.open(storage, publisher.staging(), 0, 1, "only", WriteOptions.DEFAULT)) {
      for (Map.Entry<String, List<String>> digest : digests.entrySet()) {
        String id = digest.getKey();
        long number = 0;
        for (String title : digest.getValue()) {
          writer.paper(id, ++number, "2025-03-11", paper(title), facts(title));
        }
        writer.digest(
            new DigestSummary(
                id,
                names.getOrDefault(id, id + ".txt"),
                Sha256.of(id),
                9,
                "utf-8",
                null,
                "2025-03-11",
                number,
                0,
                0));
      }
      publisher.publish(
          new PublishRequest(
              name,
              false,
              false,
              "0.2.0",
              WriteOptions.DEFAULT,
              Map.of(),
              List.of(writer.finish()),
              List.of(),
              List.of()));
    }
    return SnapshotFolder.at(folder.resolve("out").resolve(name));
  }

  private static PaperText paper(String title) {
    return new PaperText(Utf8Text.of(title), Utf8Text.of("Text."), 0, 9, null, 0);
  }

  private static Facts facts(String model) {
    return new Facts(
        List.of(),
        List.of(
            new ModelSize(
                TextField.TITLE,
                0,
                2,
                "7B",
                7_000_000_000L,
                null,
                SizeRole.TOTAL,
                model,
                Exactness.EXACT)),
        CodeStatus.NONE);
  }
}
