package io.github.papersluice.snapshot.check;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.MemoryStorage;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.Sample;
import io.github.papersluice.snapshot.ShardReport;
import io.github.papersluice.snapshot.ShardWriter;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.SnapshotPublisher;
import io.github.papersluice.snapshot.StagedPart;
import io.github.papersluice.snapshot.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarryOverTest {
  private static final long ALL = Long.MAX_VALUE;

  private final MemoryStorage storage = new MemoryStorage();

  @Test
  void aRunThatCarriesAllOverHasTheSameBytes() throws IOException {
    for (WriteOptions options :
        List.of(
            WriteOptions.DEFAULT,
            new WriteOptions(List.of(Format.CSV), true, "null"),
            new WriteOptions(List.of(Format.AVRO), false, "null"))) {
      String full = Sample.publish(storage, null, false, "", options).name();
      try (CarryOver carryOver = CarryOver.open(folder(full));
          SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
        List<ShardReport> reports = carry(carryOver, publisher.staging(), options);
        publisher.publish(Sample.request("carried", false, false, reports, options));
      }
      assertThat(storage.sums("carried"), is(storage.sums(full)));
      storage.deleteTree("carried");
    }
  }

  private List<ShardReport> carry(CarryOver carryOver, String staging, WriteOptions options)
      throws IOException {
    List<ShardReport> reports = new ArrayList<>();
    try (ShardWriter writer = ShardWriter.open(storage, staging, 0, 2, "b", options)) {
      carryOver.copy(Sample.FIRST, 0, ALL, writer);
      writer.digest(carryOver.digest(Sample.FIRST));
      carryOver.copy(Sample.REJECTED, 0, ALL, writer);
      writer.digest(carryOver.digest(Sample.REJECTED));
      carryOver.copy(Sample.SPLIT, 0, 1500, writer);
      reports.add(writer.finish());
    }
    try (ShardWriter writer = ShardWriter.open(storage, staging, 1, 2, "b", options)) {
      carryOver.copy(Sample.SPLIT, 1500, ALL, writer);
      writer.digest(carryOver.digest(Sample.SPLIT));
      reports.add(writer.finish());
    }
    return reports;
  }

  @Test
  void oldAndNewDigestsMixInAnyOrder() throws IOException {
    Sample.publish(storage, "earlier", false, "");
    ShardReport full;
    try (ShardWriter writer = open("full")) {
      Sample.writePaper(writer, Sample.SPLIT, 1, "Half one");
      Sample.writePaper(writer, Sample.SPLIT, 2, "Half two");
      writer.rejection(Sample.SPLIT, 1, Sample.rejection("- dash", 2500));
      Sample.writePaper(writer, Sample.id("fresh"), 1, "Fresh");
      for (int i = 1; i <= 3; i++) {
        Sample.writePaper(writer, Sample.FIRST, i, "Made up " + i);
      }
      writer.digest(Sample.digest("first", "renamed.txt", 3, 0));
      full = writer.finish();
    }
    try (CarryOver carryOver = CarryOver.open(folder("earlier"));
        ShardWriter writer = open("mixed")) {
      carryOver.copy(Sample.SPLIT, 0, ALL, writer);
      Sample.writePaper(writer, Sample.id("fresh"), 1, "Fresh");
      carryOver.copy(Sample.FIRST, 0, ALL, writer);
      DigestSummary first = carryOver.digest(Sample.FIRST);
      assertThat(first.name(), is("2025-03-11.txt"));
      writer.digest(Sample.digest("first", "renamed.txt", first.paperCount(), 0));
      ShardReport mixed = writer.finish();
      assertThat(parts(mixed), is(parts(full)));
      assertThat(mixed.shares(), is(full.shares()));
      assertThat(mixed.linksByKind(), is(full.linksByKind()));
    }
  }

  @Test
  void onlyTheSameRulesAndOptionsAreCarriedOver() throws IOException {
    Sample.publish(storage, "earlier", false, "");
    try (CarryOver carryOver = CarryOver.open(folder("earlier"))) {
      assertThat(carryOver.isOf("0.2.0", Map.of("digestYear", "2025")), is(true));
      assertThat(carryOver.isOf("0.1.1", Map.of("digestYear", "2025")), is(false));
      assertThat(carryOver.isOf("0.2.0", Map.of("digestYear", "2026")), is(false));
      assertThat(carryOver.digest(Sample.id("unknown")), is(nullValue()));
      assertThat(carryOver.digest(Sample.SPLIT), is(not(nullValue())));
    }
  }

  @Test
  void aDamagedSnapshotIsNotCarriedOver() throws IOException {
    Sample.publish(storage, "earlier", false, "");
    String part = "earlier/csv/links/part-00000.csv";
    storage.deleteTree(part);
    try (OutputStream out = storage.create(part)) {
      out.write("digest_id\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    try (CarryOver carryOver = CarryOver.open(folder("earlier"));
        ShardWriter writer = open("damaged")) {
      IOException refusal =
          assertThrows(IOException.class, () -> carryOver.copy(Sample.FIRST, 0, ALL, writer));
      assertThat(refusal.getMessage(), containsString("is damaged, run verify"));
    }
  }

  private static List<PartFile> parts(ShardReport report) {
    return report.parts().stream().map(StagedPart::part).toList();
  }

  private ShardWriter open(String attempt) throws IOException {
    return ShardWriter.open(storage, ".staging-y", 0, 1, attempt, WriteOptions.DEFAULT);
  }

  private SnapshotFolder folder(String name) throws IOException {
    return SnapshotFolder.find(storage, name).orElseThrow();
  }
}
