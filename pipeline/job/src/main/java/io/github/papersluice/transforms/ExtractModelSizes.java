package io.github.papersluice.transforms;

import io.github.papersluice.model.ModelSize;
import io.github.papersluice.model.Paper;
import io.github.papersluice.model.PaperModelSize;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.FactScanner;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Extracts the mentions of model sizes in each paper, for pipelines of one's own; the rows of
 * {@code model_sizes}.
 */
public final class ExtractModelSizes
    extends PTransform<PCollection<Paper>, PCollection<PaperModelSize>> {
  private static final long serialVersionUID = 1L;

  private ExtractModelSizes() {}

  /** Extraction from papers as {@link SplitRecords} gives them. */
  public static ExtractModelSizes fromPapers() {
    return new ExtractModelSizes();
  }

  @Override
  public PCollection<PaperModelSize> expand(PCollection<Paper> papers) {
    return papers
        .apply("ScanModelSizes", ParDo.of(new ScanFn()))
        .setCoder(JsonCoder.of(PaperModelSize.class));
  }

  static final class ScanFn extends DoFn<Paper, PaperModelSize> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Paper paper, OutputReceiver<PaperModelSize> out) {
      List<ModelSize> found =
          FactScanner.scan(Utf8Text.of(paper.title()), Utf8Text.of(paper.abstractText()))
              .modelSizes();
      for (int i = 0; i < found.size(); i++) {
        out.output(new PaperModelSize(paper.digestId(), paper.recordNumber(), i + 1, found.get(i)));
      }
    }
  }
}
