package io.github.papersluice.snapshot;

import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.TextField;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import io.github.papersluice.snapshot.storage.LocalStorage;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how fast records become parts, in megabytes of input a second of one thread, by the clock
 * and by the processor's time. To be run by hand: {@code java -cp ...
 * io.github.papersluice.snapshot.ShardWriterSpeed FOLDER [MEGABYTES]}.
 */
final class ShardWriterSpeed {
  private static final int ROUNDS = 5;

  private ShardWriterSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int megabytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    for (int round = 1; round <= ROUNDS; round++) {
      LocalStorage storage = new LocalStorage(folder.resolve("round" + round));
      try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
        long start = System.nanoTime();
        long cpuStart = cpuTime();
        ShardReport report = write(storage, publisher.staging(), megabytes);
        long written = System.nanoTime();
        long cpu = cpuTime() - cpuStart;
        publisher.publish(
            Sample.request("speed", false, false, List.of(report), WriteOptions.DEFAULT));
        long published = System.nanoTime();
        System.out.printf(
            "write %.0f MB/s (%.0f MB a processor's second), publish %.2f s%n",
            megabytes * 1e9 / (written - start),
            megabytes * 1e9 / cpu,
            (published - written) / 1e9);
      }
      long start = System.nanoTime();
      long cpuStart = cpuTime();
      List<String> faults = SnapshotVerifier.verify(SnapshotFolder.latest(storage).orElseThrow());
      System.out.printf(
          "verify %.2f s (processor %.2f s of this thread), %d faults%n",
          (System.nanoTime() - start) / 1e9, (cpuTime() - cpuStart) / 1e9, faults.size());
      storage.deleteTree("");
    }
    Files.deleteIfExists(folder);
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static ShardReport write(SnapshotStorage storage, String staging, int megabytes)
      throws IOException {
    String url = "https://github.com/made-up/repository";
    String body =
        "We train a \"small\" model. "
            + "It learns from made-up sentences, and we show what it does. ".repeat(20)
            + "Code: "
            + url
            + ".";
    int start = body.indexOf(url);
    Link link =
        new Link(
            TextField.ABSTRACT,
            start,
            start + url.length(),
            url,
            url,
            "github.com",
            LinkKind.GITHUB_REPOSITORY,
            "made-up",
            "repository",
            Availability.AVAILABLE);
    PaperText paper = Sample.paper("A Made-up Paper on Small Models That Are 7B Large", body, 0);
    Facts facts =
        new Facts(
            List.of(link),
            List.of(Sample.size(TextField.TITLE, paper.title().toString(), "7B", 7L, null)),
            CodeStatus.AVAILABLE);
    long size = paper.endByte();
    try (ShardWriter writer =
        ShardWriter.open(storage, staging, 0, 1, "speed", WriteOptions.DEFAULT)) {
      long papers = 0;
      for (long bytes = 0; bytes < megabytes * 1_000_000L; bytes += size) {
        writer.paper(Sample.FIRST, ++papers, "2025-03-11", paper, facts);
      }
      writer.digest(Sample.digest("first", "first.txt", papers, 0));
      return writer.finish();
    }
  }
}
