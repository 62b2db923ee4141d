package io.github.papersluice.report;

import io.github.papersluice.report.Passages.Passage;
import io.github.papersluice.report.Passages.Place;
import io.github.papersluice.tables.PaperRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.util.Utf8;

/** Where a listed paper's facts stand: in its title, or in one of the sentences shown below it. */
final class PaperEvidence {
  private static final Comparator<Fact> BY_START =
      Comparator.comparingLong(fact -> fact.span().start());

  private final Map<Fact, String> anchors = new HashMap<>();
  private final Map<Fact, String> names = new HashMap<>();
  private final List<Passage> sentences = new ArrayList<>();
  private final String row;
  private Passage title;

  /**
   * Finds the facts' sentences.
   *
   * @param row the id of the paper's row in the page
   * @param wholeTitle whether the title is shown whole; else its sentences are shown
   */
  PaperEvidence(String row, PaperRow paper, List<Fact> facts, boolean wholeTitle) {
    this.row = row;
    List<Fact> inTitle = facts.stream().filter(Fact::inTitle).sorted(BY_START).toList();
    List<Fact> inAbstract = facts.stream().filter(f -> !f.inTitle()).sorted(BY_START).toList();
    if (wholeTitle) {
      addTitle(paper.getTitle(), inTitle);
    } else {
      addSentences(paper.getTitle(), inTitle);
    }
    addSentences(paper.getAbstract$(), inAbstract);
  }

  private void addTitle(Utf8 text, List<Fact> facts) {
    Passages found = Passages.whole(text, spans(facts));
    title = found.passages().isEmpty() ? null : found.passages().get(0);
    name(facts, found.places(), 0);
  }

  private void addSentences(Utf8 text, List<Fact> facts) {
    Passages found = Passages.sentences(text, spans(facts));
    name(facts, found.places(), sentences.size() + 1);
    sentences.addAll(found.passages());
  }

  private static List<Passages.Span> spans(List<Fact> facts) {
    return facts.stream().map(Fact::span).toList();
  }

  private void name(List<Fact> facts, List<Place> places, int first) {
    for (int i = 0; i < facts.size(); i++) {
      Place place = places.get(i);
      if (place != null) {
        int passage = first + place.passage();
        anchors.put(facts.get(i), anchor(passage, place.mark()));
        names.put(facts.get(i), passage == 0 ? "title" : Integer.toString(passage));
      }
    }
  }

  private String anchor(int passage, int mark) {
    return row + "-" + passage + "-" + mark;
  }

  /** The title with its marks, or null if no fact is marked in it. */
  Passage title() {
    return title;
  }

  /** The sentences shown below the title, numbered from 1. */
  List<Passage> sentences() {
    return sentences;
  }

  /** The id of a fact's mark in the page, or null if it is not shown. */
  String anchor(Fact fact) {
    return anchors.get(fact);
  }

  /** {@code title} or the number of the sentence that holds a fact, or null if it is not shown. */
  String name(Fact fact) {
    return names.get(fact);
  }

  /**
   * Writes a passage with its marks.
   *
   * @param number 0 for the title, else the sentence's number
   */
  void write(Html html, Passage passage, int number) {
    html.text(passage.cutBefore() ? "… " : "");
    List<String> pieces = passage.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      if (i % 2 == 0) {
        html.text(pieces.get(i));
      } else {
        html.element("mark", pieces.get(i), "id", anchor(number, i / 2));
      }
    }
    html.text(passage.cutAfter() ? " …" : "");
  }
}
