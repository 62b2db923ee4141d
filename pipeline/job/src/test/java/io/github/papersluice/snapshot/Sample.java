package io.github.papersluice.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.hash.Sha256;
import io.github.papersluice.model.Availability;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Exactness;
import io.github.papersluice.model.Facts;
import io.github.papersluice.model.Link;
import io.github.papersluice.model.LinkKind;
import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.SizeRole;
import io.github.papersluice.model.TextField;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.snapshot.storage.SnapshotStorage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Made-up digests, written through the public doors: two shards, three digests, of which the last
 * lies in both shards, one holds rejections only.
 */
public final class Sample {
  public static final String FIRST = id("first");
  public static final String REJECTED = id("rejected");
  public static final String SPLIT = id("split");
  public static final int SHARDS = 2;

  private Sample() {}

  public static String id(String seed) {
    return Sha256.of(seed).substring(0, 16);
  }

  public static PaperText paper(String title, String abstractText, long start) {
    Utf8Text titleText = Utf8Text.of(title);
    Utf8Text body = Utf8Text.of(abstractText);
    return new PaperText(
        titleText, body, start, start + titleText.length() + 2 + body.length(), "Mar 11", 0);
  }

  /** A record with one link and two sizes, text with astral and right-to-left characters. */
  public static void writePaper(ShardWriter writer, String digestId, long number, String name)
      throws IOException {
    String title = name + "-7B: a 𝔤reat \"model\", מודל, №" + number;
    String url = "https://github.com/made-up/" + name.replace(' ', '-');
    String body = "We 🚀 train " + name + " with 1.5 billion parameters. Code: " + url + ".";
    Facts facts =
        new Facts(
            List.of(
                new Link(
                    TextField.ABSTRACT,
                    offset(body, url),
                    offset(body, url) + url.length(),
                    url,
                    url,
                    "github.com",
                    LinkKind.GITHUB_REPOSITORY,
                    "made-up",
                    name.replace(' ', '-'),
                    Availability.AVAILABLE)),
            List.of(
                size(TextField.TITLE, title, "7B", 7_000_000_000L, name),
                size(TextField.ABSTRACT, body, "1.5 billion", 1_500_000_000L, null)),
            CodeStatus.AVAILABLE);
    writer.paper(digestId, number, "2025-03-11", paper(title, body, number * 1000), facts);
  }

  public static ModelSize size(
      TextField field, String text, String surface, long parameters, String model) {
    int start = offset(text, surface);
    return new ModelSize(
        field,
        start,
        start + surface.codePointCount(0, surface.length()),
        surface,
        parameters,
        null,
        SizeRole.TOTAL,
        model,
        Exactness.EXACT);
  }

  public static int offset(String text, String surface) {
    return text.codePointCount(0, text.indexOf(surface));
  }

  public static DigestSummary digest(String seed, String name, long papers, long rejections) {
    String sha256 = Sha256.of(seed);
    return new DigestSummary(
        sha256.substring(0, 16),
        name,
        sha256,
        seed.getBytes(UTF_8).length,
        "utf-8",
        papers > 0 ? "Mar 11" : null,
        papers > 0 ? "2025-03-11" : null,
        papers,
        rejections,
        0);
  }

  public static Rejection rejection(String excerpt) {
    return rejection(excerpt, 5);
  }

  public static Rejection rejection(String excerpt, long start) {
    return new Rejection(
        Rejection.Stage.SPLIT,
        Rejection.Reason.TITLE_WITHOUT_ABSTRACT,
        "no abstract follows this title",
        start,
        start + excerpt.getBytes(UTF_8).length,
        excerpt);
  }

  public static List<ShardReport> write(
      SnapshotStorage storage, String staging, String attempt, WriteOptions options)
      throws IOException {
    return write(storage, staging, attempt, options, "");
  }

  /** Writes both shards; the mark stands in every paper's name, so that it changes the content. */
  public static List<ShardReport> write(
      SnapshotStorage storage, String staging, String attempt, WriteOptions options, String mark)
      throws IOException {
    List<ShardReport> reports = new ArrayList<>();
    try (ShardWriter writer =
        ShardWriter.open(storage, staging, 0, SHARDS, attempt + "-0", options)) {
      for (int i = 1; i <= 3; i++) {
        writePaper(writer, FIRST, i, "Made up" + mark + " " + i);
      }
      writer.digest(digest("first", "2025-03-11.txt", 3, 0));
      writer.rejection(REJECTED, 1, rejection("A lonely, \"quoted\" title"));
      writer.digest(digest("rejected", "days/bad.txt", 0, 1));
      writePaper(writer, SPLIT, 1, "Half" + mark + " one");
      reports.add(writer.finish());
    }
    try (ShardWriter writer =
        ShardWriter.open(storage, staging, 1, SHARDS, attempt + "-1", options)) {
      writePaper(writer, SPLIT, 2, "Half" + mark + " two");
      writer.rejection(SPLIT, 1, rejection("- dash", 2500));
      writer.digest(digest("split", "large.txt", 2, 1));
      reports.add(writer.finish());
    }
    return reports;
  }

  public static PublishRequest request(String name, boolean overwrite, List<ShardReport> reports) {
    return request(name, overwrite, true, reports, WriteOptions.DEFAULT);
  }

  public static PublishRequest request(
      String name,
      boolean overwrite,
      boolean durable,
      List<ShardReport> reports,
      WriteOptions options) {
    return new PublishRequest(
        name,
        overwrite,
        durable,
        "0.2.0",
        options,
        Map.of("digestYear", "2025"),
        reports,
        List.of(),
        List.of(new Note()));
  }

  /** A whole run that publishes under a name. */
  public static PublishedSnapshot publish(
      SnapshotStorage storage, String name, boolean overwrite, String mark) throws IOException {
    return publish(storage, name, overwrite, mark, WriteOptions.DEFAULT);
  }

  public static PublishedSnapshot publish(
      SnapshotStorage storage, String name, boolean overwrite, String mark, WriteOptions options)
      throws IOException {
    try (SnapshotPublisher publisher = SnapshotPublisher.open(storage)) {
      List<ShardReport> reports = write(storage, publisher.staging(), "attempt", options, mark);
      return publisher.publish(
          request(name, overwrite, storage instanceof FailingStorage, reports, options));
    }
  }

  /** A further file, made from the manifest and a part. */
  private static final class Note implements FurtherFiles {
    @Override
    public List<GeneratedFile> make(SnapshotContents contents) throws IOException {
      PartFile part = contents.manifest().outputs().get(0);
      try (java.io.InputStream in = contents.open(part)) {
        String note = part.path() + " " + in.readAllBytes().length + "\n";
        return List.of(new GeneratedFile("load/note.txt", note));
      }
    }
  }
}
