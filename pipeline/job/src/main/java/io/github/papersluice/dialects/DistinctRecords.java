package io.github.papersluice.dialects;

import io.github.papersluice.bytes.ByteWords;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.text.splitting.Excerpt;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Passes each paper of a digest once. A page may show a card twice, a feed an entry in two
 * categories: one with the arXiv id, or with the title and abstract, of an earlier one is
 * furniture. A title that comes again and again with other abstracts and no id is the name of a
 * column or section, and is rejected.
 *
 * <p>Looks back over the last millions of papers ({@link RecentKeys}), so memory is bounded.
 */
public final class DistinctRecords implements RecordSink {
  private static final int MOST_OF_ONE_TITLE = 3;
  private static final int TITLES_LOOKED_BACK = 1000;

  private final RecordSink sink;
  private final RecentKeys papers = new RecentKeys();
  private final Map<Long, Integer> titles = new HashMap<>();
  private final ArrayDeque<Long> titlesInOrder = new ArrayDeque<>();

  /** Passes a digest's distinct papers on to a sink; made anew for each digest. */
  public DistinctRecords(RecordSink sink) {
    this.sink = sink;
  }

  @Override
  public void record(PaperText paper) throws IOException {
    String arxivId = paper.metadata().arxivId();
    long title = hash(paper.title(), 1);
    // Where there is an id and no abstract, the title alone does not say which paper it is.
    boolean isTextTelling = arxivId == null || paper.abstractText().length() > 0;
    boolean isNew = !isTextTelling || papers.add(hash(paper.abstractText(), title));
    if (arxivId != null) {
      isNew &= papers.add(hash(Utf8Text.of(arxivId), 2));
    }
    if (!isNew) {
      sink.duplicate(paper.startByte(), paper.endByte());
    } else if (arxivId == null && paper.metadata().doi() == null && isRepeated(title)) {
      sink.rejection(repeated(paper));
    } else {
      sink.record(paper);
    }
  }

  private boolean isRepeated(long title) {
    titlesInOrder.add(title);
    if (titlesInOrder.size() > TITLES_LOOKED_BACK) {
      titles.merge(titlesInOrder.remove(), -1, (a, b) -> a + b == 0 ? null : a + b);
    }
    return titles.merge(title, 1, Integer::sum) > MOST_OF_ONE_TITLE;
  }

  /** The rejection of a record whose title came too often. */
  public static Rejection repeated(PaperText paper) {
    return new Rejection(
        Rejection.Stage.SPLIT,
        Rejection.Reason.REPEATED_TITLE,
        "More than "
            + MOST_OF_ONE_TITLE
            + " records near this one have this title and other abstracts.",
        paper.startByte(),
        paper.endByte(),
        Excerpt.of(paper.title().array(), paper.title().start(), paper.title().end()));
  }

  /** Sixty-four bits: among ten million texts, two that are alike by chance are one in 370,000. */
  private static long hash(Utf8Text text, long seed) {
    byte[] bytes = text.array();
    long hash = seed * 0x9E3779B97F4A7C15L;
    int i = text.start();
    for (; i <= text.end() - Long.BYTES; i += Long.BYTES) {
      hash = mix(hash ^ ByteWords.at(bytes, i));
    }
    for (; i < text.end(); i++) {
      hash = mix(hash ^ bytes[i]);
    }
    return mix(hash ^ text.length());
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 27;
  }

  @Override
  public boolean countsOnly() {
    return sink.countsOnly();
  }

  @Override
  public void rejection(Rejection rejection) throws IOException {
    sink.rejection(rejection);
  }

  @Override
  public void furniture(long startByte, long endByte) {
    sink.furniture(startByte, endByte);
  }

  @Override
  public void heading(String heading) {
    sink.heading(heading);
  }

  @Override
  public void border(long startByte) {
    sink.border(startByte);
  }

  @Override
  public void passed(byte[] bytes, int from, int to) {
    sink.passed(bytes, from, to);
  }
}
