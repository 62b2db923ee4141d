package io.github.papersluice.transforms;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.github.papersluice.model.Paper;
import io.github.papersluice.model.PaperLink;
import io.github.papersluice.model.PaperModelSize;
import io.github.papersluice.model.RejectedPiece;
import io.github.papersluice.model.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;

/** The transforms for pipelines of one's own, with the Direct Runner's checks on. */
class RecordTransformsTest {
  private static final String DIGEST =
      """
      Mar 11

      Nobody Wrote This One

      Weighing Whales with a 7B Model

      We weigh whales, and compare Orca-2-13B. Code: https://github.com/someone/whales.
      """;

  private static final Rejection LONE_TITLE =
      new Rejection(
          Rejection.Stage.SPLIT,
          Rejection.Reason.TITLE_WITHOUT_ABSTRACT,
          "No abstract follows this title.",
          8,
          29,
          "Nobody Wrote This One");

  private static SplitRecords.Result split(
      Pipeline pipeline, SplitRecords transform, String name, byte[] digest) {
    return pipeline
        .apply("Digest", Create.of(List.of(KV.of(name, digest))))
        .apply("Split", transform);
  }

  private final Pipeline pipeline = Pipeline.create(withChecks());

  private static DirectOptions withChecks() {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setEnforceImmutability(true);
    options.setEnforceEncodability(true);
    return options;
  }

  @Test
  void papers_and_rejections_come_out_apart() {
    SplitRecords.Result split =
        split(
            pipeline,
            SplitRecords.ofDigests().withDigestYear(2025),
            "a.txt",
            DIGEST.getBytes(UTF_8));
    PAssert.that(split.papers())
        .satisfies(
            papers -> {
              Paper paper = papers.iterator().next();
              assertThat(paper.recordNumber(), is(1L));
              assertThat(paper.digestDate(), is("2025-03-11"));
              assertThat(paper.title(), is("Weighing Whales with a 7B Model"));
              assertThat(paper.abstractText(), containsString("compare Orca-2-13B."));
              assertThat(paper.startByte(), is((long) DIGEST.indexOf("Weighing")));
              assertThat(paper.endByte(), is((long) DIGEST.strip().length()));
              return null;
            });
    PAssert.that(split.rejections())
        .satisfies(
            rejections -> {
              RejectedPiece piece = rejections.iterator().next();
              assertThat(piece.ordinal(), is(1L));
              assertThat(piece.rejection(), is(LONE_TITLE));
              return null;
            });
    PAssert.thatSingleton(split.papers().apply("Papers", Count.globally())).isEqualTo(1L);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void links_and_sizes_carry_their_papers() {
    SplitRecords.Result split =
        split(pipeline, SplitRecords.ofDigests(), "2025-03-11.txt", DIGEST.getBytes(UTF_8));
    PAssert.that(split.papers().apply(ExtractLinks.fromPapers()))
        .satisfies(
            links -> {
              PaperLink link = links.iterator().next();
              assertThat(link.recordNumber(), is(1L));
              assertThat(link.ordinal(), is(1));
              assertThat(link.link().repository(), is("someone/whales"));
              return null;
            });
    PAssert.that(split.papers().apply(ExtractModelSizes.fromPapers()))
        .satisfies(
            sizes -> {
              assertThat(surfaces(sizes), is("1 7B null, 2 13B Orca-2"));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static String surfaces(Iterable<PaperModelSize> sizes) {
    return StreamSupport.stream(sizes.spliterator(), false)
        .map(
            size ->
                size.ordinal() + " " + size.modelSize().surface() + " " + size.modelSize().model())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  @Test
  void compressed_and_utf_16_digests_are_read() throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(stored)) {
      gzip.write(("\uFEFF" + DIGEST).getBytes(UTF_16BE));
    }
    SplitRecords.Result split =
        split(pipeline, SplitRecords.ofDigests(), "a.txt.gz", stored.toByteArray());
    PAssert.thatSingleton(split.papers().apply("Papers", Count.globally())).isEqualTo(1L);
    PAssert.thatSingleton(split.rejections().apply("Rejections", Count.globally())).isEqualTo(1L);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void what_is_no_text_is_rejected_and_an_empty_digest_is_nothing() {
    SplitRecords.Result split =
        pipeline
            .apply(
                Create.of(
                    List.of(KV.of("a.pdf", "%PDF-1.7".getBytes(UTF_8)), KV.of("b", new byte[0]))))
            .apply(SplitRecords.ofDigests());
    PAssert.that(split.papers()).empty();
    PAssert.that(split.rejections())
        .satisfies(
            rejections -> {
              assertThat(
                  rejections.iterator().next().rejection().reason(), is(Rejection.Reason.NOT_TEXT));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void the_example_gives_what_the_job_gives() {
    OwnPipeline.Output output = OwnPipeline.build(pipeline, "../../seeds/*.txt");
    expectCount(output.split().papers(), "CountPapers", 91);
    expectCount(output.links(), "CountLinks", 29);
    expectCount(output.modelSizes(), "CountSizes", 89);
    PAssert.that(output.split().rejections()).empty();
    pipeline.run().waitUntilFinish();
  }

  private static <T> void expectCount(PCollection<T> elements, String name, long count) {
    PAssert.thatSingleton(elements.apply(name, Count.globally())).isEqualTo(count);
  }

  @Test
  void the_readme_shows_the_example() throws IOException {
    String source =
        Files.readString(
            Path.of("src", "test", "java", "io", "github", "papersluice", "transforms")
                .resolve("OwnPipeline.java"));
    String example =
        source.substring(
            source.indexOf("// README: begin") + "// README: begin".length(),
            source.indexOf("// README: end"));
    assertThat(
        Files.readString(Path.of("..", "manual", "own-pipeline.md")).replaceAll("\\s+", ""),
        containsString(example.replaceAll("\\s+", "")));
  }

  @Test
  void elements_have_deterministic_coders() throws Exception {
    SplitRecords.Result split =
        split(pipeline, SplitRecords.ofDigests(), "a.txt", DIGEST.getBytes(UTF_8));
    split.papers().getCoder().verifyDeterministic();
    split.papers().apply(ExtractLinks.fromPapers()).getCoder().verifyDeterministic();
    split.papers().apply(ExtractModelSizes.fromPapers()).getCoder().verifyDeterministic();
    Coder<RejectedPiece> coder = split.rejections().getCoder();
    coder.verifyDeterministic();
    RejectedPiece piece = new RejectedPiece("0123456789abcdef", 1, LONE_TITLE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    coder.encode(piece, bytes);
    assertThat(coder.decode(new ByteArrayInputStream(bytes.toByteArray())), is(piece));
    pipeline.run().waitUntilFinish();
  }
}
