package io.github.papersluice.bench;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.SegmentReader;
import io.github.papersluice.reading.SegmentSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The digest that benchmarks work on, and its records. */
@State(Scope.Benchmark)
public class SeedRecords implements SegmentSink {
  /** How many records the digest has: one operation of each benchmark is one record. */
  public static final int COUNT = 91;

  private static final Path DIGEST =
      Path.of(System.getProperty("papersluice.seed", "../../seeds/000_69aeb77fef9e3c50.txt"));

  byte[] digest;
  final List<PaperText> papers = new ArrayList<>();
  DigestSummary summary;

  /** Reads the digest. */
  @Setup
  public void read() throws IOException {
    digest = Files.readAllBytes(DIGEST);
    DigestFile file = new DigestFile("seed.txt", DIGEST.toString(), digest.length);
    new SegmentReader(location -> Files.newByteChannel(Path.of(location)), null)
        .read(new DigestSegment(file, null, 0, null), this);
    if (papers.size() != COUNT) {
      throw new IllegalStateException(DIGEST + " has " + papers.size() + " records, not " + COUNT);
    }
  }

  @Override
  public void record(String digestId, long recordNumber, String digestDate, PaperText paper) {
    papers.add(
        new PaperText(
            Utf8Text.of(paper.title().toString()),
            Utf8Text.of(paper.abstractText().toString()),
            paper.startByte(),
            paper.endByte(),
            paper.heading(),
            paper.replacements()));
  }

  @Override
  public void rejection(String digestId, long ordinal, Rejection rejection) {}

  @Override
  public void digest(DigestSummary digestSummary) {
    summary = digestSummary;
  }
}
