package io.github.papersluice.reading;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.dialects.DistinctRecords;
import io.github.papersluice.dialects.Recognition;
import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * How a digest is read, by its beginning.
 *
 * @param dialect the dialect's name, or {@code binary}
 * @param format as in {@code digests.format}
 * @param reason why it is in this dialect, in words
 * @param papers its first records
 * @param rejections the first pieces that are rejected before or between those
 */
public record DigestInspection(
    String dialect, String format, String reason, List<Paper> papers, List<Rejection> rejections) {

  /**
   * A record as values.
   *
   * @param heading the digest's date as written, or null
   */
  public record Paper(String title, String abstractText, String heading, PaperMetadata metadata) {}

  /**
   * Reads a digest until it has given some records.
   *
   * @param records how many, at least 1
   * @throws UnreadableInputException if the file cannot be opened or read
   * @throws IllegalArgumentException if the choice names a dialect or column that does not exist
   */
  public static DigestInspection of(
      DigestFile file, DigestOpener opener, DialectChoice choice, int records) throws IOException {
    try (StoredBytes stored = StoredBytes.open(file, opener);
        DigestContent content = DigestContent.of(stored)) {
      if (content.encoding() == Encoding.BINARY) {
        return new DigestInspection(
            content.format(),
            content.format(),
            "binary content, not text in UTF-8 or in UTF-16 with a byte order mark",
            List.of(),
            List.of());
      }
      DialectReaders readers = new DialectReaders(choice);
      DialectReaders.Opened opened = readers.open(content.utf8());
      Recognition recognition = opened.recognition();
      First first = new First(records);
      try {
        readers.reader(recognition).read(opened.utf8(), sink(recognition, first));
      } catch (Enough e) {
        // The records that were asked for are there.
      }
      return new DigestInspection(
          recognition.dialect().name(),
          SegmentReader.format(content.compressionPrefix(), content.encoding(), recognition),
          recognition.reason(),
          List.copyOf(first.papers),
          List.copyOf(first.rejections));
    }
  }

  private static RecordSink sink(Recognition recognition, First first) {
    return DialectReaders.isPlainText(recognition) ? first : new DistinctRecords(first);
  }

  /** Ends reading. */
  private static final class Enough extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  private static final class First implements RecordSink {
    private final int records;
    private final List<Paper> papers = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    First(int records) {
      this.records = records;
    }

    @Override
    public void record(PaperText paper) throws IOException {
      papers.add(
          new Paper(
              paper.title().toString(),
              paper.abstractText().toString(),
              paper.heading(),
              paper.metadata()));
      if (papers.size() == records) {
        throw new Enough();
      }
    }

    @Override
    public void rejection(Rejection rejection) {
      if (rejections.size() < records) {
        rejections.add(rejection);
      }
    }
  }
}
