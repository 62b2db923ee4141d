package io.github.papersluice.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardPlannerTest {
  @TempDir Path folder;

  private DigestFile file(String name, String text) throws IOException {
    return Told.file(Files.writeString(folder.resolve(name), text));
  }

  private static String digest(String title, int papers) {
    return (title + "\n\nWe show a thing that is " + "very ".repeat(20) + "good.\n\n")
        .repeat(papers);
  }

  private static List<List<String>> names(ShardPlan plan) {
    return plan.shards().stream()
        .map(shard -> shard.segments().stream().map(segment -> segment.file().name()).toList())
        .toList();
  }

  @Test
  void smallFilesArePackedByName() throws IOException {
    List<DigestFile> files =
        List.of(file("c", "ccc"), file("a", "aaaa"), file("B", "bb"), file("d", "ddddd"));
    ShardPlan plan = ShardPlanner.plan(files, 6, Told.FILES);
    assertThat(names(plan), is(List.of(List.of("B", "a"), List.of("c"), List.of("d"))));
    assertThat(plan.shards().get(1).index(), is(1));
  }

  @Test
  void orderOfTheFilesDoesNotMatter() throws IOException {
    List<DigestFile> files = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      files.add(file("file-" + i, digest("Title " + i, 1 + i)));
    }
    ShardPlan plan = ShardPlanner.plan(files, 2_000, Told.FILES);
    Collections.shuffle(files, new Random(1));
    assertThat(ShardPlanner.plan(files, 2_000, Told.FILES), is(plan));
  }

  @Test
  void laterNamedFileChangesTheLastShardOnly() throws IOException {
    List<DigestFile> files = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      files.add(file("file-" + i, digest("Title " + i, 3)));
    }
    List<Shard> before = ShardPlanner.plan(files, 1_000, Told.FILES).shards();
    files.add(file("file-9", "x"));
    List<Shard> after = ShardPlanner.plan(files, 1_000, Told.FILES).shards();
    assertThat(after.subList(0, before.size() - 1), is(before.subList(0, before.size() - 1)));
  }

  @Test
  void duplicatesAreReportedAndNotRead() throws IOException {
    String text = digest("A Title", 3);
    List<DigestFile> files =
        List.of(
            file("b", text),
            file("a", text),
            file("c", text.replace("Title", "Other")),
            file("d", text.substring(0, text.length() - 1) + " "),
            file("e", ""),
            file("f", ""));
    for (long shardSize : new long[] {100, 1 << 20}) {
      ShardPlan plan = ShardPlanner.plan(files, shardSize, Told.FILES);
      assertThat(
          plan.duplicates(),
          is(List.of(new ShardPlan.Duplicate("b", "a"), new ShardPlan.Duplicate("f", "e"))));
      Told told = Told.of(files, shardSize, null);
      assertThat(
          told.digests.stream().map(d -> d.name()).toList(), is(List.of("a", "c", "d", "e")));
    }
  }

  @Test
  void planSurvivesJson() throws IOException {
    List<DigestFile> files = List.of(file("a", digest("A", 20)), file("b", "B\n\nC."));
    ObjectMapper json = new ObjectMapper();
    for (Shard shard : ShardPlanner.plan(files, 500, Told.FILES).shards()) {
      assertThat(json.readValue(json.writeValueAsBytes(shard), Shard.class), is(shard));
    }
  }

  @Test
  void noFilesGiveNoShards() throws IOException {
    assertThat(ShardPlanner.plan(List.of(), 1, Told.FILES).shards(), is(empty()));
  }

  @Test
  void sameNameTwiceIsRefused() throws IOException {
    DigestFile file = file("a", "A");
    assertThrows(
        IllegalArgumentException.class,
        () -> ShardPlanner.plan(List.of(file, file), 1, Told.FILES));
  }

  @Test
  void channelsThatCannotSeekGiveTheSame() throws IOException {
    DigestFile file = file("a", digest("A", 50));
    byte[] bytes = Files.readAllBytes(folder.resolve("a"));
    DigestOpener stream = location -> Channels.newChannel(new ByteArrayInputStream(bytes));
    ShardPlan plan = ShardPlanner.plan(List.of(file), 1_000, stream);
    assertThat(plan, is(ShardPlanner.plan(List.of(file), 1_000, Told.FILES)));
    Told told = new Told();
    for (Shard shard : plan.shards()) {
      new SegmentReader(stream, null).read(shard.segments().get(0), told);
    }
    assertThat(told.papers, is(Told.of(List.of(file), 1 << 20, null).papers));
  }

  @Test
  void changedFilesAreNoticed() throws IOException {
    for (long shardSize : new long[] {1_000, 1 << 20}) {
      DigestFile file = file("a", digest("A", 50));
      List<Shard> shards = ShardPlanner.plan(List.of(file), shardSize, Told.FILES).shards();
      Files.writeString(folder.resolve("a"), digest("A", 49));
      assertChanged(shards, "bytes");
      Files.delete(folder.resolve("a"));
      assertChanged(shards, "gone");
    }
  }

  @Test
  void changedBytesOfTheSameLengthAreNoticed() throws IOException {
    DigestFile file = file("a", digest("A", 50));
    List<Shard> shards = ShardPlanner.plan(List.of(file), 1_000, Told.FILES).shards();
    Files.writeString(folder.resolve("a"), digest("B", 50));
    assertChanged(shards, "others");
  }

  private static void assertChanged(List<Shard> shards, String difference) {
    SegmentReader reader = new SegmentReader(Told.FILES, null);
    InputChangedException error =
        assertThrows(
            InputChangedException.class,
            () -> reader.read(shards.get(0).segments().get(0), new Told()));
    assertThat(error.getMessage(), containsString(difference));
  }

  @Test
  void unreadableFileIsNamed() throws IOException {
    DigestFile file = new DigestFile("a", folder.toString(), 3);
    assertThat(
        assertThrows(
                UnreadableInputException.class,
                () ->
                    new SegmentReader(
                            location -> {
                              throw new IOException("disk on fire");
                            },
                            null)
                        .read(DigestSegment.unread(file), new Told()))
            .getMessage(),
        containsString(folder.toString()));
  }

  @Test
  void datesComeFromHeadingOptionAndName() {
    assertThat(new DigestDates("x.txt", null).of("Mar 11, 2024"), is("2024-03-11"));
    assertThat(new DigestDates("x.txt", 2025).of("Mar 11"), is("2025-03-11"));
    assertThat(new DigestDates("2025-03-11.txt", null).of("Mar 11"), is("2025-03-11"));
    assertThat(new DigestDates("2025-03-11.txt", null).of("Mar 12"), is("2025-03-12"));
    assertThat(new DigestDates("2026-01-01.txt", null).of("Dec 31"), is("2025-12-31"));
    assertThat(new DigestDates("a/2025-03-11.txt", null).of(null), is("2025-03-11"));
    assertThat(String.valueOf(new DigestDates("x.txt", null).of("Mar 11")), is("null"));
    assertThat(String.valueOf(new DigestDates("x.txt", 2025).of("Feb 29")), is("null"));
    assertThat(String.valueOf(new DigestDates("2025-02-30.txt", null).of(null)), is("null"));
    assertThat(String.valueOf(new DigestDates("2025-03-11/x.txt", null).of(null)), is("null"));
  }

  @Test
  void namesAreWhatStandsBelowTheCommonFolder() {
    assertThat(InputNames.of(List.of("/data/in/a.txt")), is(List.of("a.txt")));
    assertThat(
        InputNames.of(List.of("/data/in/a.txt", "/data/in/b/c.txt")),
        is(List.of("a.txt", "b/c.txt")));
    assertThat(
        InputNames.of(List.of("s3://b/x/k.gz", "s3://b/y/k.gz")), is(List.of("x/k.gz", "y/k.gz")));
    assertThat(
        InputNames.of(List.of("s3://b/k", "/data/k", "file:///data/l")),
        is(List.of("s3:/b/k", "data/k", "data/l")));
    assertThat(
        InputNames.of(List.of("C:\\in\\a.txt", "C:\\in\\b\\c.txt")),
        is(List.of("a.txt", "b/c.txt")));
    assertThat(InputNames.of(List.of()), is(empty()));
    assertThat(InputNames.of(List.of("/a/b", "/a/c")), is(not(List.of("b", "b"))));
    assertThrows(IllegalArgumentException.class, () -> InputNames.of(List.of("/a", "/a")));
  }

  @Test
  void everyByteOfTheInputsIsInOneSegment() throws IOException {
    List<DigestFile> files = List.of(file("a", digest("A", 90)), file("b", digest("B", 2)));
    long total =
        ShardPlanner.plan(files, 700, Told.FILES).shards().stream().mapToLong(Shard::length).sum();
    assertThat(total, is(files.get(0).size() + files.get(1).size()));
    assertThat(digest("A", 90).getBytes(UTF_8).length + 0L, is(files.get(0).size()));
  }
}
