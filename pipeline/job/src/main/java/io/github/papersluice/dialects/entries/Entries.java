package io.github.papersluice.dialects.entries;

import io.github.papersluice.model.Rejection;
import io.github.papersluice.text.splitting.Excerpt;
import io.github.papersluice.text.splitting.RecordSink;
import java.io.IOException;
import java.util.Objects;

/**
 * Passes the entries of one digest on as papers or rejections, in order. What stands between them
 * is furniture, so no byte is lost whatever a container's reader leaves out.
 */
final class Entries {
  private final EntryPapers papers;
  private final RecordSink sink;
  private long done;
  private String heading;

  /**
   * The entries from a place on.
   *
   * @param papers makes papers of fields
   * @param sink takes what is found
   * @param firstByte the place
   * @param heading the date in force there, or null
   */
  Entries(EntryPapers papers, RecordSink sink, long firstByte, String heading) {
    this.papers = papers;
    this.sink = sink;
    this.done = firstByte;
    this.heading = heading;
  }

  /** The place up to which every byte was passed on. */
  long done() {
    return done;
  }

  /** The digest says which day it is of. */
  void date(String isoDate) {
    if (isoDate != null && !Objects.equals(isoDate, heading)) {
      heading = isoDate;
      sink.heading(heading);
    }
  }

  /** An entry that was read to its end; {@code [from, to)} of the bytes hold it for an excerpt. */
  void entry(EntryFields fields, long start, long end, byte[] bytes, int from) throws IOException {
    furnitureTo(start);
    date(papers.digestDate(fields));
    done = end;
    String fault = papers.make(fields, start, end, heading);
    if (fault == null) {
      sink.record(papers.paper());
    } else {
      int to = (int) Math.min(from + (end - start), from + (long) Excerpt.MOST_BYTES);
      sink.rejection(
          new Rejection(
              Rejection.Stage.SPLIT,
              papers.reason(),
              fault,
              start,
              end,
              Excerpt.of(bytes, from, to)));
    }
  }

  /** A piece that is no entry, from a place to another; its beginning makes the excerpt. */
  void reject(
      Rejection.Reason reason, String detail, long start, long end, byte[] bytes, int from, int to)
      throws IOException {
    furnitureTo(start);
    done = end;
    int most = Math.min(to, from + Excerpt.MOST_BYTES);
    sink.rejection(
        new Rejection(
            Rejection.Stage.SPLIT, reason, detail, start, end, Excerpt.of(bytes, from, most)));
  }

  /** What stands before a place, and was not passed on, is furniture. */
  void furnitureTo(long place) {
    if (place > done) {
      sink.furniture(done, place);
      done = place;
    }
  }

  /** A place at which the digest may be cut, before an entry. */
  void border(long place) {
    furnitureTo(place);
    sink.border(place);
  }
}
