package io.github.papersluice.transforms;

import io.github.papersluice.model.Link;
import io.github.papersluice.model.Paper;
import io.github.papersluice.model.PaperLink;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.links.LinkScanner;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Extracts the distinct links of each paper, for pipelines of one's own; the rows of {@code links}.
 */
public final class ExtractLinks extends PTransform<PCollection<Paper>, PCollection<PaperLink>> {
  private static final long serialVersionUID = 1L;

  private ExtractLinks() {}

  /** Extraction from papers as {@link SplitRecords} gives them. */
  public static ExtractLinks fromPapers() {
    return new ExtractLinks();
  }

  @Override
  public PCollection<PaperLink> expand(PCollection<Paper> papers) {
    return papers
        .apply("ScanLinks", ParDo.of(new ScanFn()))
        .setCoder(JsonCoder.of(PaperLink.class));
  }

  static final class ScanFn extends DoFn<Paper, PaperLink> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Paper paper, OutputReceiver<PaperLink> out) {
      List<Link> found =
          LinkScanner.links(Utf8Text.of(paper.title()), Utf8Text.of(paper.abstractText()));
      for (int i = 0; i < found.size(); i++) {
        out.output(new PaperLink(paper.digestId(), paper.recordNumber(), i + 1, found.get(i)));
      }
    }
  }
}
