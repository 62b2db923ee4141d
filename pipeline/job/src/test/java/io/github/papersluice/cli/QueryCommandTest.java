package io.github.papersluice.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PublishRequest;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.WriteOptions;
import io.github.papersluice.snapshot.storage.LocalStorage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {

  @TempDir Path output;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theLatestSnapshotIsAskedUnlessOneIsNamed() throws Exception {
    publish("day-1", "Old", WriteOptions.DEFAULT);
    publish("day-2", "New", WriteOptions.DEFAULT);

    assertThat(query("SELECT title FROM papers", "--csv"), is(0));
    assertThat(query("SELECT title FROM papers", "--json", "--snapshot=day-1"), is(0));
    assertThat(query("SELECT title FROM papers", "--width=2"), is(0));

    assertThat(
        out.toString(), is("\"title\"\n\"New\"\n{\"title\":\"Old\"}\nt…\n--\nN…\n(1 row)\n"));
    assertThat(err.toString(), is(""));
  }

  @Test
  void badSqlIsToldInOneLine() throws Exception {
    publish("day-1", "Old", WriteOptions.DEFAULT);

    assertThat(query("SELECT FROM"), is(2));

    assertThat(err.toString().lines().count(), is(1L));
    assertThat(err.toString(), containsString("papersluice: Parser Error"));
    assertThat(out.toString(), is(""));
  }

  @Test
  void whereThereIsNoSnapshotTheStatusIsThree() throws Exception {
    assertThat(query("SELECT 1"), is(3));
    publish("day-1", "Old", WriteOptions.DEFAULT);
    assertThat(query("SELECT 1", "--snapshot=day-2"), is(3));
    assertThat(query("SELECT 1", "--snapshot=../" + output.getFileName() + "/day-1"), is(3));
    assertThat(err.toString(), containsString("no snapshot 'day-2' in " + output));
  }

  @Test
  void aSnapshotWithoutCsvIsNoneToAsk() throws Exception {
    publish("avro", "Only", new WriteOptions(List.of(Format.AVRO), false, "null"));

    assertThat(query("SELECT 1"), is(3));

    assertThat(err.toString(), containsString("holds no CSV"));
  }

  @Test
  void aBrokenManifestIsTold() throws Exception {
    publish("day-1", "Old", WriteOptions.DEFAULT);
    Files.writeString(output.resolve("day-1/manifest.json"), "{");

    assertThat(query("SELECT 1"), is(4));

    assertThat(err.toString(), containsString("day-1: no readable manifest"));
  }

  private int query(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "query";
    all[1] = "--output=" + output;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Commands.execute(all, new PrintWriter(out), new PrintWriter(err));
  }

  private void publish(String name, String title, WriteOptions options) throws IOException {
    LocalStorage storage = new LocalStorage(output);
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage);
        ShardWriter writer =
            ShardWriter.open(storage, publisher.staging(), 0, 1, "only", options)) {
      writer.paper(
          "d1",
          1,
          null,
          new PaperText(Utf8Text.of(title), Utf8Text.of("Text."), 0, 9, null, 0),
          new Facts(List.of(), List.of(), CodeStatus.NONE));
      writer.digest(
          new DigestSummary("d1", "d1.txt", "0".repeat(64), 9, "utf-8", null, null, 1, 0, 0));
      List<ShardReport> reports = List.of(writer.finish());
      publisher.publish(
          new PublishRequest(
              name, false, false, "0.2.0", options, Map.of(), reports, List.of(), List.of()));
    }
  }
}
