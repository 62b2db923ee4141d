package io.github.papersluice.snapshot.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.ManifestMaker;
import io.github.papersluice.snapshot.MemoryStorage;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.PublishedSnapshot;
import io.github.papersluice.snapshot.Rows;
import io.github.papersluice.snapshot.Sample;
import io.github.papersluice.snapshot.SchemaFingerprint;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotBuild;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.tables.LinkRow;
import io.github.papersluice.tables.ModelSizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants every kind of fault. */
class SnapshotVerifierTest {
  private static final Facts NOTHING = new Facts(List.of(), List.of(), CodeStatus.NONE);

  @TempDir Path out;

  @Test
  void aWholeSnapshotHasNoFault() throws IOException {
    for (WriteOptions options :
        List.of(
            WriteOptions.DEFAULT,
            new WriteOptions(List.of(Format.CSV), false, "null"),
            new WriteOptions(List.of(Format.AVRO), false, "deflate"),
            new WriteOptions(List.of(Format.AVRO, Format.CSV), true, "null"),
            new WriteOptions(List.of(Format.CSV), true, "null"))) {
      PublishedSnapshot published =
          Sample.publish(new LocalStorage(out), null, false, " -=+", options);
      assertThat(options.toString(), verify(out.resolve(published.name())), is(empty()));
    }
  }

  @Test
  void aFolderThatIsNone() throws IOException {
    assertThat(verify(out), hasItem(containsString("_SUCCESS: is missing")));
    assertThat(verify(out), hasItem(containsString("SHA256SUMS: is missing")));
    assertThat(verify(out), hasItem(containsString("manifest.json: cannot be read")));
  }

  @Test
  void aChangedFile() throws IOException {
    Path day = publish();
    edit(day.resolve("load/note.txt"), "avro", "AVRO");
    assertThat(verify(day), contains("load/note.txt: has another SHA-256 than stated"));
  }

  @Test
  void aMissingFile() throws IOException {
    Path day = publish();
    Files.delete(day.resolve("load/note.txt"));
    assertThat(verify(day), contains("load/note.txt: is missing"));
  }

  @Test
  void anUnknownFile() throws IOException {
    Path day = publish();
    Files.writeString(day.resolve("load/else.txt"), "x");
    assertThat(verify(day), contains("load/else.txt: is unknown: SHA256SUMS does not name it"));
  }

  @Test
  void aLineOfTheChecksumsThatIsNone() throws IOException {
    Path day = publish();
    Files.writeString(
        day.resolve("SHA256SUMS"), Files.readString(day.resolve("SHA256SUMS")) + "what\n");
    assertThat(verify(day), contains("SHA256SUMS: has a line that is no checksum: what"));
  }

  @Test
  void aPartThatTheManifestDoesNotHave() throws IOException {
    Path day = publish();
    edit(
        day.resolve("manifest.json"),
        "\"path\" : \"csv/links/part-00001.csv\"",
        "\"path\" : \"csv/links/part-00002.csv\"");
    assertThat(verify(day), hasItem("csv/links/part-00001.csv: is missing in the manifest"));
    assertThat(
        verify(day),
        hasItem("csv/links/part-00002.csv: is a part that the manifest should not have"));
  }

  @Test
  void rowCountsOfTheManifest() throws IOException {
    Path day = publish();
    edit(day.resolve("manifest.json"), "\"papers\" : 5", "\"papers\" : 6");
    edit(day.resolve("manifest.json"), "\"rows\" : 4", "\"rows\" : 7");
    assertThat(verify(day), hasItem("manifest.json: counts 6 rows of papers, but there are 5"));
    assertThat(verify(day), hasItem(containsString("has 4 rows, not 7")));
  }

  @Test
  void countsOfTheManifest() throws IOException {
    Path day = publish();
    for (String[] count :
        new String[][] {
          {"\"GITHUB_REPOSITORY\" : 5", "\"GITHUB_REPOSITORY\" : 4", "links of kind GITHUB_REPOSI"},
          {"\"AVAILABLE\" : 5", "\"AVAILABLE\" : 6", "counts 6 papers with code AVAILABLE"},
          {"\"replacements\" : 0,\n    \"l", "\"replacements\" : 1,\n    \"l", "1 replacements"},
          {"\"input_bytes\" : ", "\"input_bytes\" : 1", "bytes of input"}
        }) {
      edit(day.resolve("manifest.json"), count[0], count[1]);
      assertThat(verify(day), hasItem(containsString(count[2])));
    }
  }

  /** Its checksum is made anew, too, as someone would who wants it to go unseen. */
  @Test
  void inputsOfTheManifest() throws IOException {
    for (String[] input :
        new String[][] {
          {"\"large.txt\"", "\"small.txt\"", "has another name than in the manifest"},
          {"\"paper_count\" : 2", "\"paper_count\" : 3", "has another paper_count than in"},
          {"\"version\" : \"0.2.0\"", "\"version\" : \"0.2.1\"", "but its inputs, options and"},
          {"\"format\" : 1", "\"format\" : 2", "has the format 2"},
          {"\"shard\" : 1", "\"shard\" : 0", "names other digests of shard 1 than have rows"}
        }) {
      Path day = publish();
      edit(day.resolve("manifest.json"), input[0], input[1]);
      sumAnew(day, "manifest.json");
      List<String> faults = verify(day);
      assertThat(faults, hasItem(containsString(input[2])));
      assertThat(faults, not(hasItem(containsString("SHA-256"))));
      new LocalStorage(out).deleteTree("day");
    }
  }

  @Test
  void checksumsOfTheManifest() throws IOException {
    Path day = publish();
    String sum = Sha256.of(Files.readAllBytes(day.resolve("csv/links/part-00001.csv")));
    edit(day.resolve("manifest.json"), sum, "0".repeat(64));
    sumAnew(day, "manifest.json");
    assertThat(
        verify(day),
        contains(
            "csv/links/part-00001.csv: has one SHA-256 in the manifest and another in the"
                + " checksums"));
  }

  @Test
  void aManifestThatIsNone() throws IOException {
    for (String manifest :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"format\":1,\"generator\":{}}",
            "[".repeat(100_000),
            "{\"inputs\":" + "[".repeat(100_000),
            "\u0000\u0001")) {
      Path day = publish();
      Files.writeString(day.resolve("manifest.json"), manifest);
      sumAnew(day, "manifest.json");
      assertThat(verify(day), contains(containsString("manifest.json: cannot be read (")));
      new LocalStorage(out).deleteTree("day");
    }
    Path day = publish();
    for (String field : List.of("options", "counts", "shards", "outputs", "generator", "inputs")) {
      String whole = Files.readString(day.resolve("manifest.json"));
      edit(day.resolve("manifest.json"), "\"" + field + "\" : ", "\"" + field + "\" : null,\"x\":");
      assertThat(verify(day), hasItem(containsString("manifest.json: cannot be read (")));
      Files.writeString(day.resolve("manifest.json"), whole + "{}");
      assertThat(verify(day), hasItem(containsString("manifest.json: cannot be read (")));
      Files.writeString(day.resolve("manifest.json"), whole);
    }
    assertThat(verify(day), is(empty()));
  }

  @Test
  void partsThatHaveChangedPlaces() throws IOException {
    for (String path : List.of("avro/links/", "csv/papers/", "avro/digests/")) {
      Path day = publish();
      String extension = path.substring(0, path.indexOf('/'));
      Path one = day.resolve(path + "part-00000." + extension);
      Path two = day.resolve(path + "part-00001." + extension);
      Files.move(one, day.resolve("swap"));
      Files.move(two, one);
      Files.move(day.resolve("swap"), two);
      sumAnew(day, day.relativize(one).toString());
      sumAnew(day, day.relativize(two).toString());
      assertThat(path, verify(day), is(not(empty())));
      assertThat(verify(day), not(hasItem(containsString("than stated"))));
      new LocalStorage(out).deleteTree("day");
    }
  }

  @Test
  void oneCellOfWhichTheChecksumsKnow() throws IOException {
    Path day = publish();
    String part = "csv/papers/part-00001.csv";
    edit(day.resolve(part), "\"Half two", "\"Half too");
    String before = sumAnew(day, part);
    edit(day.resolve("manifest.json"), before, sumAnew(day, part));
    sumAnew(day, "manifest.json");
    assertThat(verify(day), contains(part + ": row 1 differs from the Avro file in title"));
  }

  @Test
  void whatIsNoFile() throws IOException {
    Path day = publish();
    Files.createSymbolicLink(day.resolve("load/link"), Path.of("/dev/zero"));
    Files.createSymbolicLink(day.resolve("load/up"), day);
    Path part = day.resolve("csv/papers/part-00001.csv");
    Path away = Files.move(part, out.resolve("away.csv"));
    Files.createSymbolicLink(part, away);
    String words = ": is neither a file nor a folder: nothing further was checked";
    assertThat(
        verify(day),
        contains("csv/papers/part-00001.csv" + words, "load/link" + words, "load/up" + words));
  }

  @Test
  void checksumsThatAreTooManyOrDouble() throws IOException {
    Path day = publish();
    Path sums = day.resolve("SHA256SUMS");
    String whole = Files.readString(sums);
    Files.writeString(sums, whole + whole.lines().findFirst().orElseThrow() + "\n");
    assertThat(verify(day), contains(startsWith("SHA256SUMS: names a file twice: ")));
    Files.writeString(sums, whole + "0".repeat(64) + "  ../../outside\n");
    assertThat(verify(day), contains("../../outside: is missing"));
    Files.writeString(sums, "x".repeat(1_000_000));
    assertThat(verify(day), contains("SHA256SUMS: is too long for the files that are there"));
  }

  @Test
  void anAvroFileOfAnotherTableOrThatAsksForAllMemory() throws IOException {
    Path day = publish();
    Path part = day.resolve("avro/papers/part-00000.avro");
    byte[] papers = Files.readAllBytes(part);
    Files.copy(
        day.resolve("avro/links/part-00000.avro"),
        part,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(
        verify(day), hasItem("avro/papers/part-00000.avro: its schema is none of this table"));
    // The block's length, after its count of rows, as the longest array there is.
    byte[] sync = Arrays.copyOfRange(papers, papers.length - 16, papers.length);
    int block = indexOf(papers, sync) + 16;
    byte[] greedy = Arrays.copyOf(papers, block + 6);
    System.arraycopy(
        new byte[] {8, (byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F},
        0,
        greedy,
        block,
        6);
    Files.write(part, greedy);
    assertThat(
        verify(day),
        hasItem(containsString("avro/papers/part-00000.avro: cannot be read after row 0")));
  }

  private static int indexOf(byte[] bytes, byte[] found) {
    return new String(bytes, ISO_8859_1).indexOf(new String(found, ISO_8859_1));
  }

  @Test
  void csvAloneWithCellsTooManyOrFewOrNotOurs() throws IOException {
    for (String[] planted :
        new String[][] {
          {",7000000000\n", ",7000000000,\"x\"\n", "row 1 has 25 cells"},
          {",7000000000\n", "\n", "row 1 has 23 cells"},
          {",2025-03-11,", ",2025-3-11,", "row 1 cannot be read"},
          {",2025-03-11,", ",2025-02-30,", "row 1 cannot be read"},
          {",2025-03-11,", ",\"2025-03-11\",", "row 1 cannot be read (a value of another type"},
          {",2000,", ",02000,", "row 1 cannot be read (not written as ours are: 02000)"},
          {",2000,", ",,", "row 1 cannot be read"},
          {",2000,", "," + ",".repeat(2000), "row 2 has too many cells"}
        }) {
      Sample.publish(
          new LocalStorage(out),
          "day",
          false,
          "",
          new WriteOptions(List.of(Format.CSV), false, "null"));
      Path day = out.resolve("day");
      edit(day.resolve("csv/papers/part-00001.csv"), planted[0], planted[1]);
      assertThat(verify(day), hasItem(containsString(planted[2])));
      new LocalStorage(out).deleteTree("day");
    }
  }

  /** States a file's checksum as it is now; the one before. */
  private static String sumAnew(Path day, String file) throws IOException {
    Path sums = day.resolve("SHA256SUMS");
    String text = Files.readString(sums);
    int end = text.indexOf("  " + file + "\n");
    String before = text.substring(end - 64, end);
    String now = Sha256.of(Files.readAllBytes(day.resolve(file)));
    Files.writeString(sums, text.substring(0, end - 64) + now + text.substring(end));
    return before;
  }

  @Test
  void lengthsOfTheManifest() throws IOException {
    Path day = publish();
    edit(day.resolve("manifest.json"), "\"bytes\" : 1", "\"bytes\" : 2");
    assertThat(verify(day), hasItem(containsString("but the manifest says 2")));
  }

  @Test
  void schemaFingerprints() throws IOException {
    Path day = publish();
    String fingerprint = SchemaFingerprint.of(Table.LINKS.schema());
    edit(day.resolve("manifest.json"), fingerprint, "0".repeat(64));
    assertThat(
        verify(day),
        hasItem(
            "avro/links/part-00000.avro: its schema is not the one whose fingerprint the"
                + " manifest has"));
  }

  @Test
  void anAvroFileThatIsCutOrNone() throws IOException {
    Path day = publish();
    Path part = day.resolve("avro/papers/part-00000.avro");
    byte[] bytes = Files.readAllBytes(part);
    Files.write(part, java.util.Arrays.copyOf(bytes, bytes.length - 40));
    assertThat(verify(day), hasItem("avro/papers/part-00000.avro: has 0 rows, not 4"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(part, bytes);
    assertThat(
        verify(day), hasItem(containsString("avro/papers/part-00000.avro: cannot be read after")));
    Files.writeString(part, "Obj?");
    assertThat(
        verify(day),
        hasItem(containsString("avro/papers/part-00000.avro: is no Avro file that can be")));
  }

  @Test
  void csvThatIsNotOurs() throws IOException {
    assertCsvFault("\"Half two", "\"Half \"two", "has text after a quote");
    assertCsvFault(",2000,", ",20\"00,", "has a quote or carriage return in a bare cell");
    assertCsvFault("7000000000\n", "7000000000", "does not end with a line feed");
    assertCsvFault("\"AVAILABLE\",7000000000\n", "\"AVAILABLE,7000000000\n", "ends within quotes");
    assertCsvFault("digest_id,", "id,", "its header does not name the schema's columns");
  }

  @Test
  void csvThatDiffersFromAvro() throws IOException {
    assertCsvFault("\"Half two", "\"half two", "row 1 differs from the Avro file in title");
    assertCsvFault(",2000,", ",2001,", "row 1 differs from the Avro file in start_byte");
    assertCsvFault("\"AVAILABLE\"", "AVAILABLE", "row 1 differs from the Avro file in code_status");
    assertCsvFault(",1,2,", ",1,,", "row 1 differs from the Avro file in model_size_count");
    assertCsvFault("\"Mar 11\"", "\"\"", "row 1 differs from the Avro file in heading");
    assertCsvFault("7000000000\n", "7000000000,\n", "row 1 has 25 cells");
    assertCsvFault("7000000000\n", "7000000000\n1\n", "has more rows");
    assertCsvFault("2025-03-11", "2025-03-12", "row 1 differs from the Avro file in digest_date");
    assertCsvFault("2025-03-11", "", "row 1 differs from the Avro file in digest_date");
  }

  @Test
  void csvThatLacksARow() throws IOException {
    Path day = publish();
    Path part = day.resolve("csv/papers/part-00000.csv");
    List<String> lines = Files.readAllLines(part);
    Files.writeString(part, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
    assertThat(
        verify(day), hasItem("csv/papers/part-00000.csv: has fewer rows than the Avro file"));
  }

  private void assertCsvFault(String found, String planted, String words) throws IOException {
    Path day = publish();
    edit(day.resolve("csv/papers/part-00001.csv"), found, planted);
    assertThat(words, verify(day), hasItem(containsString("csv/papers/part-00001.csv: ")));
    assertThat(verify(day), hasItem(containsString(words)));
    new LocalStorage(out).deleteTree("day");
  }

  @Test
  void aDigestTwice() throws IOException {
    // The publisher refuses it, so the row goes past the report.
    assertThat(
        verifyRows(
            writer ->
                writer.write(
                    Table.DIGESTS, new Rows().digest(Sample.digest("d", "again.txt", 0, 0)))),
        hasItem(containsString("is not unique")));
  }

  @Test
  void aRecordTwice() throws IOException {
    assertThat(
        verifyPapers(2, w -> paper(w, 1, NOTHING), w -> paper(w, 1, NOTHING)),
        hasItem(containsString("record_number 1 of " + id() + " is not unique")));
  }

  @Test
  void aRecordLeftOut() throws IOException {
    assertThat(
        verifyPapers(2, w -> paper(w, 1, NOTHING), w -> paper(w, 3, NOTHING)),
        hasItem(containsString("record_number 3 of " + id() + " follows 1")));
  }

  @Test
  void offsetsAtWhichTheSurfaceDoesNotStand() throws IOException {
    String words = "has offsets at which its surface does not stand in";
    for (int[] place : new int[][] {{1, 3}, {0, 3}, {4, 200}, {3, 1}, {-1, 1}}) {
      assertThat(
          verifyPapers(1, w -> paper(w, 1, size(place[0], place[1], "7B"))),
          hasItem(containsString(words)));
    }
    assertThat(verifyPapers(1, w -> paper(w, 1, link(0, 2, "T-"))), hasItem(containsString(words)));
    assertThat(verifyPapers(1, w -> paper(w, 1, size(2, 4, "7B"))), is(empty()));
  }

  @Test
  void countsOfAPaper() throws IOException {
    List<String> faults =
        verifyRows(
            writer -> {
              ModelSizeRow row = new ModelSizeRow();
              Rows rows = new Rows();
              rows.key(id(), 1, null, Sample.paper("T-7B", "a", 0).title());
              Facts one = size(2, 4, "7B");
              writer.write(Table.MODEL_SIZES, rows.modelSize(1, one.modelSizes().get(0)));
              assertThat(row.getSchema(), is(Table.MODEL_SIZES.schema()));
            });
    assertThat(faults, hasItem(containsString("has model_size_count 0, but its rows give 1")));
    assertThat(faults, hasItem(containsString("has largest_parameters null, but its rows give 7")));
  }

  @Test
  void linksOfNoPaper() throws IOException {
    for (String digest : List.of(id(), Sample.id("strange"))) {
      List<String> faults =
          verifyRows(writer -> writer.writeLink(orphan(digest, 7), LinkKind.OTHER));
      assertThat(faults, hasItem(containsString(digest + " 7 has no row in papers")));
    }
  }

  @Test
  void ordinalsAndIdsOfLinks() throws IOException {
    List<String> faults = verifyRows(writer -> writer.writeLink(orphan(id(), 1), LinkKind.OTHER));
    assertThat(faults, hasItem(containsString("1 5 should have the ordinal 1")));
    assertThat(faults, hasItem(containsString("1 5 has another paper_id than its paper")));
    assertThat(faults, hasItem(containsString("1 5 is in no field: footnote")));
    assertThat(faults, hasItem(containsString("has link_count 0, but its rows give 1")));
    assertThat(
        faults, hasItem(containsString("has github_repository null, but its rows give a/b")));
  }

  private static LinkRow orphan(String digest, long record) {
    LinkRow row = new LinkRow();
    row.setDigestId(new Utf8(digest));
    row.setRecordNumber(record);
    row.setOrdinal(5);
    for (int column = 3; column < row.getSchema().getFields().size(); column++) {
      row.put(
          column, column == 6 || column == 7 ? (Object) 0L : column == 4 ? null : new Utf8("x"));
    }
    row.setField(new Utf8("footnote"));
    row.setKind(new Utf8("GITHUB_REPOSITORY"));
    row.setRepositoryOwner(new Utf8("a"));
    row.setRepositoryName(new Utf8("b"));
    return row;
  }

  @Test
  void rejectionsOutOfOrderOrOfNoDigest() throws IOException {
    assertThat(
        verifyRows(w -> w.write(Table.REJECTIONS, rejection(id(), 2))),
        hasItem(containsString("ordinal 2 of " + id() + " follows 0")));
    assertThat(
        verifyRows(w -> w.write(Table.REJECTIONS, rejection(Sample.id("strange"), 1))),
        hasItem(containsString("has no row in digests")));
    assertThat(
        verifyRows(w -> w.write(Table.REJECTIONS, rejection(id(), 1))),
        hasItem("digests: " + id() + " has rejection_count 0, but 1 rows"));
  }

  private static org.apache.avro.specific.SpecificRecordBase rejection(
      String digest, long ordinal) {
    return new Rows().rejection(digest, ordinal, Sample.rejection("x"));
  }

  @Test
  void papersOfNoDigest() throws IOException {
    assertThat(
        verifyRows(
            writer -> {
              Rows rows = new Rows();
              rows.key(Sample.id("strange"), 1, null, Sample.paper("T", "a", 0).title());
              writer.write(Table.PAPERS, rows.paper(Sample.paper("T", "a", 0), NOTHING));
            }),
        hasItem(containsString(Sample.id("strange") + " has no row in digests")));
  }

  @Test
  void aPaperIdThatIsNotItsTitles() throws IOException {
    assertThat(
        verifyRows(
            writer -> {
              Rows rows = new Rows();
              rows.key(id(), 2, null, Sample.paper("Another", "a", 0).title());
              writer.write(Table.PAPERS, rows.paper(Sample.paper("T", "a", 0), NOTHING));
            }),
        hasItem(containsString(id() + " 2 has a paper_id that is not its title's")));
  }

  @Test
  void twoSnapshotsAreComparedByteForByte() throws IOException {
    Path day = publish();
    LocalStorage other = new LocalStorage(out.resolve("other"));
    Sample.publish(other, "day", false, "");
    assertThat(differences(day, out.resolve("other/day")), is(empty()));
    Files.delete(day.resolve("_SUCCESS"));
    Files.writeString(day.resolve("more"), "");
    edit(out.resolve("other/day/load/note.txt"), "avro", "AVRO");
    assertThat(
        differences(day, out.resolve("other/day")),
        contains(
            "_SUCCESS: is only in " + out.resolve("other/day"),
            "load/note.txt: differs",
            "more: is only in " + day));
  }

  private static List<String> differences(Path one, Path other) throws IOException {
    return SnapshotVerifier.differences(SnapshotFolder.at(one), SnapshotFolder.at(other));
  }

  private Path publish() throws IOException {
    Sample.publish(new LocalStorage(out), "day", false, "");
    return out.resolve("day");
  }

  private static void edit(Path file, String found, String planted) throws IOException {
    String text = Files.readString(file, UTF_8);
    assertThat(text, containsString(found));
    int place = text.lastIndexOf(found);
    Files.writeString(
        file, text.substring(0, place) + planted + text.substring(place + found.length()));
  }

  private static List<String> verify(Path folder) throws IOException {
    return SnapshotVerifier.verify(SnapshotFolder.at(folder));
  }

  private static String id() {
    return Sample.id("d");
  }

  private interface Writing {
    void to(ShardWriter writer) throws IOException;
  }

  private static void paper(ShardWriter writer, long number, Facts facts) throws IOException {
    writer.paper(id(), number, null, Sample.paper("T-7B 🚀", "🚀 An abstract.", 0), facts);
  }

  private static Facts size(int start, int end, String surface) {
    ModelSize size =
        new ModelSize(
            TextField.TITLE, start, end, surface, 7, null, SizeRole.TOTAL, null, Exactness.EXACT);
    return new Facts(List.of(), List.of(size), CodeStatus.NONE);
  }

  private static Facts link(int start, int end, String surface) {
    Link link =
        new Link(
            TextField.ABSTRACT,
            start,
            end,
            surface,
            "https://example.org",
            "example.org",
            LinkKind.OTHER,
            null,
            null,
            Availability.UNKNOWN);
    return new Facts(List.of(link), List.of(), CodeStatus.NONE);
  }

  /** Faults of a snapshot of one shard with these papers, rightly counted. */
  private List<String> verifyPapers(int count, Writing... papers) throws IOException {
    MemoryStorage storage = new MemoryStorage();
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage);
        ShardWriter writer =
            ShardWriter.open(storage, publisher.staging(), 0, 1, "a", WriteOptions.DEFAULT)) {
      for (Writing paper : papers) {
        paper.to(writer);
      }
      writer.digest(Sample.digest("d", "d.txt", count, 0));
      publisher.publish(Sample.request("day", false, List.of(writer.finish())));
    }
    return SnapshotVerifier.verify(SnapshotFolder.find(storage, "day").orElseThrow());
  }

  /** Faults of a snapshot of one paper, and of rows that go past the report's counts. */
  private List<String> verifyRows(Writing further) throws IOException {
    MemoryStorage storage = new MemoryStorage();
    try (ShardWriter writer =
        ShardWriter.open(storage, ".staging-x", 0, 1, "a", WriteOptions.DEFAULT)) {
      paper(writer, 1, NOTHING);
      writer.digest(Sample.digest("d", "d.txt", 1, 0));
      further.to(writer);
      ShardReport report = writer.finish();
      PublishRequest request = Sample.request("day", false, List.of(report));
      SnapshotBuild build =
          new SnapshotBuild(
              storage,
              ".staging-x",
              new ManifestMaker(request, List.of(report)).make(),
              List.of(report));
      build.writeMetadata(List.of());
      build.moveInto("day", false);
    }
    return SnapshotVerifier.verify(SnapshotFolder.find(storage, "day").orElseThrow());
  }
}
