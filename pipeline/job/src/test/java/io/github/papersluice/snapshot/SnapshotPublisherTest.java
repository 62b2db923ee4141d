package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.snapshot.PublishedSnapshot.Outcome;
import io.github.papersluice.snapshot.check.Change;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotPublisherTest {
  @TempDir Path temp;
  private Path out;
  private LocalStorage storage;

  @BeforeEach
  void output() {
    out = temp.resolve("deep/out");
    storage = new LocalStorage(out);
  }

  @Test
  void aSnapshotHoldsTheFilesOfTheContract() throws IOException {
    PublishedSnapshot published = Sample.publish(storage, "day", false, "");
    assertThat(published.outcome(), is(Outcome.PUBLISHED));
    assertThat(
        Tree.sums(out.resolve("day")).keySet(),
        contains(
            "SHA256SUMS",
            "_SUCCESS",
            "avro/digests/part-00000.avro",
            "avro/digests/part-00001.avro",
            "avro/links/part-00000.avro",
            "avro/links/part-00001.avro",
            "avro/model_sizes/part-00000.avro",
            "avro/model_sizes/part-00001.avro",
            "avro/papers/part-00000.avro",
            "avro/papers/part-00001.avro",
            "avro/rejections/part-00000.avro",
            "avro/rejections/part-00001.avro",
            "csv/digests/part-00000.csv",
            "csv/digests/part-00001.csv",
            "csv/links/part-00000.csv",
            "csv/links/part-00001.csv",
            "csv/model_sizes/part-00000.csv",
            "csv/model_sizes/part-00001.csv",
            "csv/papers/part-00000.csv",
            "csv/papers/part-00001.csv",
            "csv/rejections/part-00000.csv",
            "csv/rejections/part-00001.csv",
            "load/note.txt",
            "manifest.json"));
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day"));
    assertThat(Files.readString(out.resolve("LATEST")), is("day\n"));
  }

  @Test
  void theChecksumsAreThoseOfEveryOtherFile() throws IOException {
    Sample.publish(storage, "day", false, "");
    StringBuilder expected = new StringBuilder();
    Tree.sums(out.resolve("day"))
        .forEach(
            (path, sum) -> {
              if (!path.equals("SHA256SUMS") && !path.equals("_SUCCESS")) {
                expected.append(sum).append("  ").append(path).append('\n');
              }
            });
    assertThat(Files.readString(out.resolve("day/SHA256SUMS")), is(expected.toString()));
  }

  @Test
  void theManifestCountsAndIsReadBack() throws IOException {
    Manifest made = Sample.publish(storage, "day", false, "").manifest();
    Manifest read = SnapshotFolder.at(out.resolve("day")).manifest();
    assertThat(read, is(made));
    assertThat(read.counts().digests(), is(3L));
    assertThat(read.counts().papers(), is(5L));
    assertThat(read.counts().links(), is(5L));
    assertThat(read.counts().modelSizes(), is(10L));
    assertThat(read.counts().rejections(), is(2L));
    assertThat(
        read.shards(),
        contains(
            new Manifest.ShardDigests(
                0,
                List.of(Sample.FIRST, Sample.REJECTED, Sample.SPLIT),
                new TreeMap<>(Map.of(LinkKind.GITHUB_REPOSITORY, 4L)),
                new TreeMap<>(Map.of(CodeStatus.AVAILABLE, 4L))),
            new Manifest.ShardDigests(
                1,
                List.of(Sample.SPLIT),
                new TreeMap<>(Map.of(LinkKind.GITHUB_REPOSITORY, 1L)),
                new TreeMap<>(Map.of(CodeStatus.AVAILABLE, 1L)))));
  }

  @Test
  void theManifestHasItsFieldsInOrder() throws IOException {
    Sample.publish(storage, "day", false, "");
    String json = Files.readString(out.resolve("day/manifest.json"));
    List<String> top =
        json.lines()
            .filter(line -> line.startsWith("  \""))
            .map(line -> line.substring(3, line.indexOf('"', 3)))
            .toList();
    assertThat(
        top,
        contains(
            "format",
            "generator",
            "id",
            "options",
            "counts",
            "schemas",
            "inputs",
            "skipped",
            "shards",
            "outputs"));
    assertThat(json, not(containsString("\r")));
    assertThat(json, not(containsString(temp.toString())));
  }

  @Test
  void twoRunsGiveTheSameBytes() throws IOException {
    Sample.publish(storage, null, false, "");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      Path other = temp.resolve("other");
      Sample.publish(new LocalStorage(other), null, false, "");
      assertThat(Tree.sums(other), is(Tree.sums(out)));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theOrderOfReportsDoesNotMatter() throws IOException {
    Sample.publish(storage, null, false, "");
    LocalStorage other = new LocalStorage(temp.resolve("other"));
    try (SnapshotPublisher publisher = SnapshotPublisher.open(other)) {
      List<ShardReport> reports =
          new ArrayList<>(Sample.write(other, publisher.staging(), "b", WriteOptions.DEFAULT));
      Collections.reverse(reports);
      publisher.publish(Sample.request(null, false, reports));
    }
    assertThat(Tree.sums(temp.resolve("other")), is(Tree.sums(out)));
  }

  @Test
  void theNameFollowsFromTheContent() throws IOException {
    String name = Sample.publish(storage, null, false, "").name();
    assertThat(name, is(SnapshotFolder.at(out.resolve(name)).manifest().id()));
    WriteOptions csvOnly = new WriteOptions(List.of(Format.CSV), false, "null");
    assertThat(Sample.publish(storage, null, false, "", csvOnly).name(), is(not(name)));
  }

  @Test
  void anAttemptThatDoesNotCountIsNotPublished() throws IOException {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      Sample.write(storage, publisher.staging(), "lost", WriteOptions.DEFAULT, " lost");
      publisher.publish(
          Sample.request(
              "day",
              false,
              Sample.write(storage, publisher.staging(), "kept", WriteOptions.DEFAULT)));
    }
    Sample.publish(new LocalStorage(temp.resolve("other")), "day", false, "");
    assertThat(Tree.sums(out), is(Tree.sums(temp.resolve("other"))));
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day"));
  }

  @Test
  void theSameContentIsLeftAlone() throws IOException {
    Sample.publish(storage, "day", false, "");
    Object before = Files.readAttributes(out.resolve("day"), "unix:ino").get("ino");
    assertThat(Sample.publish(storage, "day", true, "").outcome(), is(Outcome.UNCHANGED));
    assertThat(Files.readAttributes(out.resolve("day"), "unix:ino").get("ino"), is(before));
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day"));
  }

  @Test
  void otherContentIsRefusedUnlessToldToReplace() throws IOException {
    Sample.publish(storage, "day", false, "");
    var before = Tree.sums(out);
    SnapshotExistsException refusal =
        assertThrows(
            SnapshotExistsException.class, () -> Sample.publish(storage, "day", false, " new"));
    assertThat(refusal.getMessage(), startsWith(out.resolve("day").toString()));
    assertThat(refusal.getMessage(), containsString("--overwrite"));
    assertThat(Tree.sums(out), is(before));

    assertThat(Sample.publish(storage, "day", true, " new").outcome(), is(Outcome.REPLACED));
    Sample.publish(new LocalStorage(temp.resolve("other")), "day", false, " new");
    assertThat(Tree.sums(out), is(Tree.sums(temp.resolve("other"))));
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day"));
  }

  @Test
  void aFolderThatIsNoSnapshotIsNeverReplaced() throws IOException {
    Files.createDirectories(out.resolve("day"));
    Files.writeString(out.resolve("day/thesis.txt"), "mine");
    SnapshotExistsException refusal =
        assertThrows(SnapshotExistsException.class, () -> Sample.publish(storage, "day", true, ""));
    assertThat(refusal.getMessage(), containsString("is no snapshot"));
    assertThat(Files.readString(out.resolve("day/thesis.txt")), is("mine"));
  }

  @Test
  void latestNamesTheLastPublished() throws IOException {
    Sample.publish(storage, "one", false, "");
    Sample.publish(storage, "two", false, " two");
    assertThat(SnapshotFolder.latestName(storage).orElseThrow(), is("two"));
    Sample.publish(storage, "one", false, "");
    assertThat(SnapshotFolder.latestName(storage).orElseThrow(), is("one"));
  }

  @Test
  void namesThatLeaveTheFolderAreRefused() {
    for (String name : List.of("../x", "a/b", ".hidden", "", "LATEST", "HISTORY", "a\nb", "x.")) {
      assertThrows(
          IllegalArgumentException.class, () -> Sample.publish(storage, name, false, ""), name);
    }
  }

  @Test
  void anOutputThatIsAFileIsSaidSo() throws IOException {
    Files.createDirectories(out.getParent());
    Files.writeString(out, "a file");
    OutputUnavailableException refusal =
        assertThrows(OutputUnavailableException.class, () -> SnapshotPublisher.open(storage));
    assertThat(refusal.getMessage(), is(out + " is a file, not a folder: choose another --output"));
    LocalStorage below = new LocalStorage(out.resolve("below"));
    assertThrows(OutputUnavailableException.class, () -> SnapshotPublisher.open(below));
    assertThat(Files.readString(out), is("a file"));
  }

  @Test
  void aSecondRunIsToldThatTheOutputIsBusy() throws IOException {
    try (SnapshotPublisher first = SnapshotPublisher.open(storage)) {
      Sample.write(storage, first.staging(), "alive", WriteOptions.DEFAULT);
      OutputBusyException refusal =
          assertThrows(OutputBusyException.class, () -> SnapshotPublisher.open(storage));
      assertThat(refusal.getMessage(), containsString("another run"));
      assertThat(Tree.names(out), contains(first.staging()));
    }
    assertThat(Tree.names(out), is(empty()));
    SnapshotPublisher.open(storage).close();
  }

  @Test
  void aRunInAnotherProcessHoldsTheOutput() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                out.toString())
            .start();
    try {
      assertThat(holder.getInputStream().read(), is((int) '!'));
      assertThrows(OutputBusyException.class, () -> SnapshotPublisher.open(storage));
      assertThat(Tree.names(out).get(0), startsWith(".staging-"));
    } finally {
      holder.destroyForcibly().waitFor();
    }
    Sample.publish(storage, "day", false, "");
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day"));
  }

  @Test
  void leftoversOfKilledRunsAreCleared() throws IOException {
    Files.createDirectories(out.resolve(".staging-dead/parts"));
    Files.writeString(out.resolve(".staging-dead/parts/x.csv"), "x");
    Files.writeString(out.resolve("mine.txt"), "mine");
    Sample.publish(storage, "day", false, "");
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day", "mine.txt"));
  }

  @Test
  void whatDoesNotAddUpIsNotPublished() throws IOException {
    assertRefused("1 of 2 shards", reports -> List.of(reports.get(0)));
    assertRefused("another one twice", reports -> List.of(reports.get(0), reports.get(0)));
    assertRefused(
        "parts are missing",
        reports -> List.of(reports.get(0), withParts(reports.get(1), parts(reports, 1, 9))));
    assertRefused(
        "reported twice or unexpected",
        reports -> {
          List<StagedPart> twice = new ArrayList<>(reports.get(1).parts());
          twice.set(0, twice.get(1));
          return List.of(reports.get(0), withParts(reports.get(1), twice));
        });
    assertRefused(
        "but 1 were written",
        reports ->
            List.of(
                reports.get(0),
                withDigest(reports.get(1), Sample.digest("split", "large.txt", 2, 2), 1)));
    assertRefused(
        "without a row of their own",
        reports ->
            List.of(
                reports.get(0),
                withDigest(reports.get(1), Sample.digest("strange", "large.txt", 0, 0), 1)));
  }

  private interface Change {
    List<ShardReport> apply(List<ShardReport> reports);
  }

  private void assertRefused(String words, Change change) throws IOException {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      List<ShardReport> reports =
          Sample.write(storage, publisher.staging(), "a", WriteOptions.DEFAULT);
      SnapshotIncompleteException refusal =
          assertThrows(
              SnapshotIncompleteException.class,
              () -> publisher.publish(Sample.request("day", true, change.apply(reports))));
      assertThat(refusal.getMessage(), containsString(words));
    }
    assertThat(Tree.names(out), is(empty()));
  }

  private static List<StagedPart> parts(List<ShardReport> reports, int shard, int count) {
    return reports.get(shard).parts().subList(0, count);
  }

  private static ShardReport withParts(ShardReport report, List<StagedPart> parts) {
    return new ShardReport(
        report.shard(),
        report.shardCount(),
        parts,
        report.digests(),
        report.shares(),
        report.linksByKind(),
        report.papersByCodeStatus(),
        report.damagedParts());
  }

  private static ShardReport withDigest(
      ShardReport report, io.github.papersluice.model.DigestSummary digest, int count) {
    return new ShardReport(
        report.shard(),
        report.shardCount(),
        report.parts(),
        Collections.nCopies(count, digest),
        report.shares(),
        report.linksByKind(),
        report.papersByCodeStatus(),
        report.damagedParts());
  }

  @Test
  void aPartThatDoesNotReadBackIsNotPublished() throws IOException {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      List<ShardReport> reports =
          Sample.write(storage, publisher.staging(), "a", WriteOptions.DEFAULT);
      Path part = out.resolve(reports.get(1).parts().get(2).stagedPath());
      byte[] bytes = Files.readAllBytes(part);
      bytes[bytes.length / 2] ^= 1;
      Files.write(part, bytes);
      SnapshotIncompleteException refusal =
          assertThrows(
              SnapshotIncompleteException.class,
              () -> publisher.publish(Sample.request("day", false, reports)));
      assertThat(refusal.getMessage(), containsString("does not read back"));
    }
    assertThat(Tree.names(out), is(empty()));
  }

  @Test
  void oldSnapshotsArePrunedButNeverTheLatest() throws IOException {
    for (int i = 1; i <= 4; i++) {
      Sample.publish(storage, "day" + i, false, " " + i);
      age("day" + i, i);
    }
    Sample.publish(storage, "day1", false, " 1");
    Files.writeString(out.resolve("mine.txt"), "mine");
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      assertThat(publisher.prune(5), is(empty()));
      assertThat(publisher.prune(2), contains("day2", "day3"));
      assertThat(publisher.prune(1), contains("day4"));
      assertThrows(IllegalArgumentException.class, () -> publisher.prune(0));
    }
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day1", "mine.txt"));
  }

  @Test
  void whatIsNoSnapshotIsNeitherPrunedNorReplaced() throws IOException {
    Path other = Files.createDirectories(out.resolve("table-of-another-program"));
    Files.writeString(other.resolve("part-0.csv"), "mine");
    Files.writeString(other.resolve("_SUCCESS"), "");
    Sample.publish(storage, "day", false, "");
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      assertThat(publisher.prune(1), is(empty()));
    }
    Files.writeString(other.resolve("manifest.json"), "{\"outputs\": []}");
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      assertThat(publisher.prune(1), is(empty()));
    }
    SnapshotExistsException refusal =
        assertThrows(
            SnapshotExistsException.class,
            () -> Sample.publish(storage, "table-of-another-program", true, ""));
    assertThat(refusal.getMessage(), containsString("is no snapshot"));
    assertThat(Tree.names(other), contains("_SUCCESS", "manifest.json", "part-0.csv"));
  }

  @Test
  void withoutFolderRenamesOnlyTheRemainsOfARunAreDeleted() throws IOException {
    SnapshotStorage objects = FailingStorage.withoutFolderRenames(storage);
    Path day = Files.createDirectories(out.resolve("day/avro/papers"));
    Files.writeString(day.resolve("part-00007.avro"), "half");
    Files.writeString(out.resolve("day/thesis.txt"), "mine");
    SnapshotExistsException refusal =
        assertThrows(SnapshotExistsException.class, () -> Sample.publish(objects, "day", true, ""));
    assertThat(refusal.getMessage(), containsString("(thesis.txt)"));
    assertThat(Files.readString(out.resolve("day/thesis.txt")), is("mine"));
    Files.delete(out.resolve("day/thesis.txt"));
    Sample.publish(objects, "day", true, "");
    Path renamed = temp.resolve("renamed");
    Sample.publish(new LocalStorage(renamed), "day", false, "");
    assertThat(Tree.sums(out), is(Tree.sums(renamed)));
  }

  private void age(String name, int minutes) throws IOException {
    Files.setLastModifiedTime(
        out.resolve(name).resolve("_SUCCESS"), FileTime.fromMillis(60_000L * minutes));
  }

  @Test
  void aStorageWithoutFolderRenamesIsMarkedLastAndNeverReplaced() throws IOException {
    SnapshotStorage objects = FailingStorage.withoutFolderRenames(storage);
    Sample.publish(objects, "day", false, "");
    Path renamed = temp.resolve("renamed");
    Sample.publish(new LocalStorage(renamed), "day", false, "");
    assertThat(Tree.sums(out), is(Tree.sums(renamed)));
    assertThat(Sample.publish(objects, "day", false, "").outcome(), is(Outcome.UNCHANGED));
    SnapshotExistsException refusal =
        assertThrows(
            SnapshotExistsException.class, () -> Sample.publish(objects, "day", true, " new"));
    assertThat(refusal.getMessage(), containsString("cannot replace"));
    assertThat(Tree.sums(out), is(Tree.sums(renamed)));
  }

  @Test
  void failuresSayWhatToDo() {
    assertThat(advice(new IOException("No space left on device")), containsString("free space"));
    assertThat(
        advice(new java.nio.file.AccessDeniedException("x")), containsString("give this user"));
    assertThat(
        advice(new java.nio.file.FileSystemException("x", null, "Read-only file system")),
        containsString("read-only file system: choose another --output"));
    assertThat(advice(new IOException()), containsString("IOException"));
  }

  private static String advice(IOException cause) {
    return OutputUnavailableException.of("out", cause).getMessage();
  }

  @Test
  void reportsSurviveTheirJson() throws IOException {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      List<ShardReport> reports = new ArrayList<>();
      for (ShardReport report :
          Sample.write(storage, publisher.staging(), "a", WriteOptions.DEFAULT)) {
        reports.add(ShardReport.fromJson(new String(report.toJson(), UTF_8).getBytes(UTF_8)));
      }
      publisher.publish(Sample.request("day", false, reports));
    }
    assertThat(Tree.names(out), contains("HISTORY", "LATEST", "day"));
  }

  @Test
  void theHistoryListsWhatWasPublishedNewestFirst() throws IOException {
    LocalStorage storage = new LocalStorage(out);
    Sample.publish(storage, "one", false, "");
    PublishedSnapshot two = Sample.publish(storage, "two", false, " changed");
    PublishedSnapshot one = Sample.publish(storage, "one", false, "");
    Sample.publish(storage, "one", false, "");

    String first = one.manifest().id();
    String second = two.manifest().id();
    assertThat(
        Files.readAllLines(out.resolve("HISTORY")),
        contains(first + " one", second + " two", first + " one"));
    assertThat(PublicationHistory.ids(storage), contains(first, second, first));
  }
}
