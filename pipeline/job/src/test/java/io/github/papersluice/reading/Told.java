package io.github.papersluice.reading;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a sink was told, kept for a test to look at. */
final class Told implements SegmentSink {
  static final DigestOpener FILES = location -> Files.newByteChannel(Path.of(location));

  /** A record, copied. */
  record Paper(
      String digestId,
      long number,
      String date,
      String title,
      String abstractText,
      long start,
      long end,
      String heading,
      int replacements) {}

  /** A rejection and where it was told to stand. */
  record Refusal(String digestId, long ordinal, Rejection rejection) {}

  final List<Paper> papers = new ArrayList<>();
  final List<Refusal> refusals = new ArrayList<>();
  final List<DigestSummary> digests = new ArrayList<>();

  static DigestFile file(Path path) throws IOException {
    return new DigestFile(path.getFileName().toString(), path.toString(), Files.size(path));
  }

  /** Everything that files hold, planned with a shard size and read shard by shard. */
  static Told of(List<DigestFile> files, long shardSize, Integer digestYear) throws IOException {
    Told told = new Told();
    SegmentReader reader = new SegmentReader(FILES, digestYear);
    for (Shard shard : ShardPlanner.plan(files, shardSize, FILES).shards()) {
      for (DigestSegment segment : shard.segments()) {
        reader.read(segment, told);
      }
    }
    return told;
  }

  /** What one file holds. */
  static Told of(Path path) throws IOException {
    return of(List.of(file(path)), ShardPlanner.DEFAULT_SHARD_SIZE, null);
  }

  static Told of(Path folder, String name, byte[] bytes) throws IOException {
    return of(Files.write(folder.resolve(name), bytes));
  }

  DigestSummary digest() {
    return digests.get(0);
  }

  List<String> titles() {
    return papers.stream().map(Paper::title).toList();
  }

  List<Rejection> rejections() {
    return refusals.stream().map(Refusal::rejection).toList();
  }

  @Override
  public void record(String digestId, long recordNumber, String digestDate, PaperText paper) {
    papers.add(
        new Paper(
            digestId,
            recordNumber,
            digestDate,
            paper.title().toString(),
            paper.abstractText().toString(),
            paper.startByte(),
            paper.endByte(),
            paper.heading(),
            paper.replacements()));
  }

  @Override
  public void rejection(String digestId, long ordinal, Rejection rejection) {
    refusals.add(new Refusal(digestId, ordinal, rejection));
  }

  @Override
  public void digest(DigestSummary summary) {
    digests.add(summary);
  }
}
