package io.github.papersluice.snapshot.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.snapshot.MemoryStorage;
import io.github.papersluice.snapshot.Sample;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.WriteOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotDiffTest {
  private final MemoryStorage storage = new MemoryStorage();

  @Test
  void aSnapshotDoesNotDifferFromItself() throws IOException {
    Sample.publish(storage, "one", false, "");
    Sample.publish(storage, "two", false, "");
    assertThat(compare("one", "two"), is(empty()));
  }

  @Test
  void anUpgradeFindsLosesAndChangesSizes() throws IOException {
    publish("one", writing("a", "a.txt", paper(1, SizeRole.TOTAL, 0, 3)));
    publish("two", writing("a", "a.txt", paper(1, SizeRole.ACTIVE, 0, 7)));
    String id = Sample.id("7b8b9b");
    assertThat(
        compare("one", "two"),
        contains(
            "~ model_sizes a.txt " + id + " title:0 7B  role: TOTAL -> ACTIVE",
            "- model_sizes a.txt " + id + " title:3 8B",
            "+ model_sizes a.txt " + id + " title:7 9B"));
  }

  @Test
  void aNewDayBringsItsPapers() throws IOException {
    publish("one", writing("a", "a.txt", paper(1, SizeRole.TOTAL, 0)));
    publish(
        "two",
        writing("a", "a.txt", paper(1, SizeRole.TOTAL, 0)),
        writing("b", "b.txt", paper(1, SizeRole.TOTAL, 3)));
    String id = Sample.id("7b8b9b");
    assertThat(
        compare("one", "two"),
        contains(
            "+ digests b.txt",
            "+ papers b.txt " + id + " 7B 8B  9B",
            "+ model_sizes b.txt " + id + " title:3 8B"));
    assertThat(
        compare("two", "one"),
        contains(
            "- digests b.txt",
            "- papers b.txt " + id + " 7B 8B  9B",
            "- model_sizes b.txt " + id + " title:3 8B"));
  }

  @Test
  void aDigestWithOtherBytesIsFoundByItsName() throws IOException {
    publish("one", writing("a", "a.txt", paper(1, SizeRole.TOTAL, 0)));
    publish("two", writing("b", "a.txt", paper(1, SizeRole.TOTAL, 0), paper(2, SizeRole.TOTAL, 0)));
    List<String> changes = compare("one", "two");
    String id = Sample.id("7b8b9b");
    assertThat(changes.get(0).startsWith("~ digests a.txt  sha256: "), is(true));
    assertThat(
        changes.subList(1, changes.size()),
        contains(
            "+ papers a.txt " + id + " 7B 8B  9B", "+ model_sizes a.txt " + id + " title:0 7B"));
  }

  @Test
  void aRenamedDigestIsFoundByItsBytes() throws IOException {
    publish("one", writing("a", "a.txt", paper(1, SizeRole.TOTAL, 0)));
    publish("two", writing("a", "b.txt", paper(1, SizeRole.TOTAL, 0)));
    assertThat(compare("one", "two"), contains("~ digests b.txt  name: a.txt -> b.txt"));
  }

  @Test
  void aChangeAsJsonIsOneLine() throws IOException {
    publish("one", writing("a", "a.txt", paper(1, SizeRole.TOTAL, 0)));
    publish("two", writing("a", "a.txt", paper(1, SizeRole.ACTIVE, 0)));
    List<String> lines = new ArrayList<>();
    SnapshotDiff.compare(
        folder("one"), folder("two"), change -> lines.add(new String(change.toJson(), UTF_8)));
    assertThat(
        lines,
        contains(
            "{\"change\":\"changed\",\"table\":\"model_sizes\",\"digest\":\"a.txt\",\"paper_id\":\""
                + Sample.id("7b8b9b")
                + "\",\"key\":\"title:0 7B\",\"before\":{\"role\":\"TOTAL\"},\"after\":"
                + "{\"role\":\"ACTIVE\"}}"));
  }

  private List<String> compare(String older, String newer) throws IOException {
    List<String> lines = new ArrayList<>();
    SnapshotDiff.compare(folder(older), folder(newer), change -> lines.add(change.toText()));
    return lines;
  }

  private SnapshotFolder folder(String name) throws IOException {
    return SnapshotFolder.find(storage, name).orElseThrow();
  }

  private interface Writing {
    void to(ShardWriter writer, String digestId) throws IOException;
  }

  private static Writing paper(long number, SizeRole role, int... places) {
    String title = "7B 8B  9B";
    List<ModelSize> sizes = new ArrayList<>();
    for (int place : places) {
      sizes.add(
          new ModelSize(
              TextField.TITLE,
              place,
              place + 2,
              title.substring(place, place + 2),
              7,
              null,
              role,
              null,
              Exactness.EXACT));
    }
    Facts facts = new Facts(List.of(), sizes, CodeStatus.NONE);
    return (writer, digestId) ->
        writer.paper(digestId, number, null, Sample.paper(title, "a", number * 100), facts);
  }

  private static Writing writing(String seed, String name, Writing... papers) {
    return (writer, ignored) -> {
      for (Writing paper : papers) {
        paper.to(writer, Sample.id(seed));
      }
      writer.digest(Sample.digest(seed, name, papers.length, 0));
    };
  }

  private void publish(String name, Writing... digests) throws IOException {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage);
        ShardWriter writer =
            ShardWriter.open(storage, publisher.staging(), 0, 1, "a", WriteOptions.DEFAULT)) {
      for (Writing digest : digests) {
        digest.to(writer, null);
      }
      publisher.publish(Sample.request(name, false, List.of(writer.finish())));
    }
  }
}
