package io.github.papersluice.report;

import io.github.papersluice.report.Passages.Passage;
import io.github.papersluice.report.Passages.Place;
import io.github.papersluice.tables.PaperRow;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.util.Utf8;

/**
 * Writes passages as the page's script reads them: fields between tabs, each with a letter before
 * it: {@code t} the title, {@code s} a sentence of the abstract, {@code a} the whole abstract,
 * {@code n} the comment. A mark in them is U+0001, the numbers of its facts from 0 with commas
 * between, U+0002, its text, U+0003.
 */
final class PassageText {
  static final char MARK = '\u0001';
  static final char MARKED = '\u0002';
  static final char MARK_END = '\u0003';

  private PassageText() {}

  /** The passages that hold a paper's facts. */
  static String sentences(PaperRow row, List<Fact> facts) {
    StringBuilder out = new StringBuilder();
    add('t', row.getTitle(), "title", facts, true, out);
    add('s', row.getAbstract$(), "abstract", facts, false, out);
    if (row.getComment() != null) {
      add('n', row.getComment(), "comment", facts, true, out);
    }
    return out.toString();
  }

  /** The same with the whole abstract in place of its sentences. */
  static String whole(Utf8 text, String sentences, List<Fact> facts) {
    StringBuilder out = new StringBuilder();
    for (String passage : sentences.split("\t", -1)) {
      if (!passage.isEmpty() && passage.charAt(0) != 's') {
        PaperDetails.add(passage.charAt(0), passage.substring(1), out);
      }
    }
    int before = out.length();
    add('a', text, "abstract", facts, true, out);
    if (out.length() == before) {
      PaperDetails.add('a', PlainText.of(text.toString()), out);
    }
    return out.toString();
  }

  private static void add(
      char letter, Utf8 text, String field, List<Fact> facts, boolean whole, StringBuilder out) {
    List<Fact> here =
        facts.stream()
            .filter(fact -> fact.field().equals(field))
            .sorted(Comparator.comparingLong(fact -> fact.span().start()))
            .toList();
    if (here.isEmpty()) {
      return;
    }
    List<Passages.Span> spans = here.stream().map(Fact::span).toList();
    Passages found = whole ? Passages.whole(text, spans) : Passages.sentences(text, spans);
    for (int i = 0; i < found.passages().size(); i++) {
      PaperDetails.add(letter, text(found, i, here, facts), out);
    }
  }

  private static String text(Passages found, int number, List<Fact> here, List<Fact> facts) {
    Passage passage = found.passages().get(number);
    StringBuilder text = new StringBuilder(passage.cutBefore() ? "… " : "");
    for (int i = 0; i < passage.pieces().size(); i++) {
      String piece = PlainText.of(passage.pieces().get(i));
      if (i % 2 == 0) {
        text.append(piece);
      } else {
        text.append(MARK).append(numbers(found.places(), new Place(number, i / 2), here, facts));
        text.append(MARKED).append(piece).append(MARK_END);
      }
    }
    return text.append(passage.cutAfter() ? " …" : "").toString();
  }

  // Facts that overlap share a mark.
  private static String numbers(
      List<Place> places, Place place, List<Fact> here, List<Fact> facts) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < here.size(); i++) {
      if (place.equals(places.get(i))) {
        numbers.append(numbers.isEmpty() ? "" : ",").append(facts.indexOf(here.get(i)));
      }
    }
    return numbers.toString();
  }
}
