package io.github.papersluice.transforms;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.Paper;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.RejectedPiece;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.DigestSegment;
import io.github.papersluice.reading.SegmentReader;
import io.github.papersluice.reading.SegmentSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Splits digests into papers, for pipelines of one's own. An element is a whole digest: the name of
 * its file, of which an ISO date is read, and its bytes as stored; compressed ones and UTF-16 are
 * recognised as the job does. What is no paper is an element of {@link Result#rejections}.
 *
 * <p>A digest is held in memory whole. The job itself reads runs of bytes instead ({@link
 * ExtractShards}), which is many times faster and bounded.
 */
public final class SplitRecords
    extends PTransform<PCollection<KV<String, byte[]>>, SplitRecords.Result> {
  private static final long serialVersionUID = 1L;

  private static final TupleTag<Paper> PAPERS = new TupleTag<>("papers");
  private static final TupleTag<RejectedPiece> REJECTIONS = new TupleTag<>("rejections");

  private final Integer digestYear;

  private SplitRecords(Integer digestYear) {
    this.digestYear = digestYear;
  }

  /** Splits digests by their names and bytes. */
  public static SplitRecords ofDigests() {
    return new SplitRecords(null);
  }

  /** The same with a year for date lines that have none, from 1 to 9999. */
  public SplitRecords withDigestYear(int year) {
    return new SplitRecords(year);
  }

  @Override
  public Result expand(PCollection<KV<String, byte[]>> digests) {
    PCollectionTuple split =
        digests.apply(
            "SplitDigest",
            ParDo.of(new SplitFn(digestYear)).withOutputTags(PAPERS, TupleTagList.of(REJECTIONS)));
    split.get(PAPERS).setCoder(JsonCoder.of(Paper.class));
    split.get(REJECTIONS).setCoder(JsonCoder.of(RejectedPiece.class));
    return new Result(split);
  }

  /** The papers, and what is none. */
  public static final class Result implements POutput {
    private final PCollectionTuple split;

    private Result(PCollectionTuple split) {
      this.split = split;
    }

    /** The papers, in no order; each knows its digest and its number there. */
    public PCollection<Paper> papers() {
      return split.get(PAPERS);
    }

    /** Pieces of digests that are no papers, and why. */
    public PCollection<RejectedPiece> rejections() {
      return split.get(REJECTIONS);
    }

    @Override
    public Pipeline getPipeline() {
      return split.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return split.expand();
    }

    @Override
    public void finishSpecifyingOutput(
        String transformName, PInput input, PTransform<?, ?> transform) {
      split.finishSpecifyingOutput(transformName, input, transform);
    }
  }

  static final class SplitFn extends DoFn<KV<String, byte[]>, Paper> {
    private static final long serialVersionUID = 1L;

    private final Integer digestYear;

    SplitFn(Integer digestYear) {
      this.digestYear = digestYear;
    }

    @ProcessElement
    public void process(@Element KV<String, byte[]> digest, MultiOutputReceiver out)
        throws IOException {
      byte[] bytes = digest.getValue();
      DigestFile file = new DigestFile(digest.getKey(), digest.getKey(), bytes.length);
      new SegmentReader(
              location -> Channels.newChannel(new ByteArrayInputStream(bytes)), digestYear)
          .read(DigestSegment.unread(file), new Elements(out));
    }
  }

  /** What is read, as elements. */
  private static final class Elements implements SegmentSink {
    private final DoFn.MultiOutputReceiver out;

    Elements(DoFn.MultiOutputReceiver out) {
      this.out = out;
    }

    @Override
    public void record(String digestId, long recordNumber, String digestDate, PaperText paper) {
      out.get(PAPERS)
          .output(
              new Paper(
                  digestId,
                  recordNumber,
                  digestDate,
                  paper.title().toString(),
                  paper.abstractText().toString(),
                  paper.startByte(),
                  paper.endByte(),
                  paper.heading(),
                  paper.metadata()));
    }

    @Override
    public void rejection(String digestId, long ordinal, Rejection rejection) {
      out.get(REJECTIONS).output(new RejectedPiece(digestId, ordinal, rejection));
    }

    @Override
    public void digest(DigestSummary summary) {}
  }
}
