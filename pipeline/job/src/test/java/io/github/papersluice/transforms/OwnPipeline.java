package io.github.papersluice.transforms;

import io.github.papersluice.model.PaperLink;
import io.github.papersluice.model.PaperModelSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileIO.ReadableFile;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** The README's example of a pipeline of one's own; RecordTransformsTest runs it. */
final class OwnPipeline {
  /** What the example makes. */
  record Output(
      SplitRecords.Result split,
      PCollection<PaperLink> links,
      PCollection<PaperModelSize> modelSizes) {}

  private OwnPipeline() {}

  static Output build(Pipeline pipeline, String digests) {
    // README: begin
    SplitRecords.Result split =
        pipeline
            .apply("Match", FileIO.match().filepattern(digests))
            .apply("Open", FileIO.readMatches())
            .apply(
                "Read",
                MapElements.into(new TypeDescriptor<KV<String, byte[]>>() {})
                    .via(OwnPipeline::nameAndBytes))
            .apply("Split", SplitRecords.ofDigests().withDigestYear(2025));
    PCollection<PaperLink> links = split.papers().apply("Links", ExtractLinks.fromPapers());
    PCollection<PaperModelSize> sizes =
        split.papers().apply("ModelSizes", ExtractModelSizes.fromPapers());
    // README: end
    return new Output(split, links, sizes);
  }

  private static KV<String, byte[]> nameAndBytes(ReadableFile file) {
    try {
      return KV.of(file.getMetadata().resourceId().getFilename(), file.readFullyAsBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
