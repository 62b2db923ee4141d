package io.github.papersluice.report;

import io.github.papersluice.tables.PaperRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.avro.util.Utf8;

/** A paper as the page lists it. */
final class ListedPaper {
  /** Newest first; those without a date last; else in the order read. */
  static final Comparator<ListedPaper> NEWEST_FIRST =
      Comparator.<ListedPaper>comparingLong(paper -> -paper.day)
          .thenComparingLong(paper -> paper.order);

  /** The day of a paper without a date. */
  static final long UNDATED = -400_000_000L;

  private static final int TITLE_LENGTH = 300;

  /** Abstracts longer than this, in bytes, are not kept whole. */
  private static final int ABSTRACT_LENGTH = 20_000;

  private final long order;
  private final long day;
  private final String digest;
  private final long record;
  private final long paperId;
  private final char status;
  private final String title;
  private final List<Fact> facts;
  private final PaperDetails details;
  private final String names;
  private final String sentences;
  private Utf8 whole;

  /**
   * Takes what is listed of a row, which must not change afterwards.
   *
   * @param order the paper's place among all, from 0
   * @param digest the name of its digest
   * @param facts links, then sizes
   * @param whole whether its whole abstract is kept, if it is not very long
   */
  ListedPaper(PaperRow row, long order, String digest, List<Fact> facts, boolean whole) {
    this.order = order;
    this.day = day(row.getDigestDate());
    this.digest = digest;
    this.record = row.getRecordNumber();
    this.paperId = id(row.getPaperId());
    this.status = row.getCodeStatus().toString().charAt(0);
    this.title = PlainText.of(Shortened.of(row.getTitle(), TITLE_LENGTH));
    this.facts = List.copyOf(facts);
    this.details = PaperDetails.of(row);
    this.names = AbstractNames.of(row.getAbstract$());
    this.sentences = facts.isEmpty() ? "" : PassageText.sentences(row, facts);
    Utf8 text = row.getAbstract$();
    this.whole = whole && text.getByteLength() <= ABSTRACT_LENGTH ? text : null;
  }

  /** The day since 1970-01-01, or {@link #UNDATED}. */
  static long day(LocalDate date) {
    return date == null ? UNDATED : date.toEpochDay();
  }

  // The first 16 hex digits of a hash; of any other text, its own hash.
  private static long id(Utf8 paperId) {
    try {
      return Long.parseUnsignedLong(paperId.toString(), 16);
    } catch (NumberFormatException e) {
      return paperId.toString().toLowerCase(Locale.ROOT).hashCode();
    }
  }

  long day() {
    return day;
  }

  long order() {
    return order;
  }

  String digest() {
    return digest;
  }

  long record() {
    return record;
  }

  /** The same for the same paper in every digest. */
  long paperId() {
    return paperId;
  }

  /** The first letter of its {@code code_status}. */
  char status() {
    return status;
  }

  String title() {
    return title;
  }

  List<Fact> facts() {
    return facts;
  }

  PaperDetails details() {
    return details;
  }

  /** The names in its abstract, see {@link AbstractNames}. */
  String names() {
    return names;
  }

  /** The passages with its facts, see {@link PassageText}; empty if it has none. */
  String sentences() {
    return sentences;
  }

  /** The passages with its whole abstract; {@link #sentences} if that was not kept. */
  String passages() {
    return whole == null ? sentences : PassageText.whole(whole, sentences, facts);
  }

  /** The bytes kept for its abstract, 0 if it was dropped. */
  int abstractBytes() {
    return whole == null ? 0 : whole.getByteLength();
  }

  /** Forgets the whole abstract. */
  void dropAbstract() {
    whole = null;
  }

  /** About how many bytes its row in the index has. */
  int rowBytes() {
    return title.length() + names.length() + 60 * facts.size();
  }
}
