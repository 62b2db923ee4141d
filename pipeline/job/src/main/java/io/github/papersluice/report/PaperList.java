package io.github.papersluice.report;

import io.github.papersluice.tables.PaperRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of the table of papers: as many as there is room for, each fact by its sentence. */
final class PaperList {
  /** The most papers listed. */
  static final int PAPERS = 500;

  /** No paper is begun once the rows hold so many characters. */
  static final int CHARACTERS = 2_000_000;

  /** The most facts of a kind listed for a paper; the rest are only counted. */
  static final int FACTS = 40;

  private static final int TITLE_LENGTH = 300;

  /** What is shown of a fact: facts that look the same are shown once, with all their sentences. */
  private record Shown(String label, String note, String url) {}

  private final Html html = new Html();
  private final List<String> titles = new ArrayList<>();

  boolean hasRoom() {
    return titles.size() < PAPERS && html.length() < CHARACTERS;
  }

  int size() {
    return titles.size();
  }

  /** The title of a listed paper as shown; the first is number 1. */
  String title(int number) {
    return titles.get(number - 1);
  }

  /** The id of a listed paper's row in the page. */
  static String anchor(int number) {
    return "p" + number;
  }

  /** The rows as markup. */
  Html rows() {
    return html;
  }

  /**
   * Adds a row.
   *
   * @param origin the digest's name, or null if that need not be said
   * @param facts links and sizes, at most {@link #FACTS} of each
   */
  void add(PaperRow paper, String origin, List<Fact> facts) {
    String title = Shortened.of(paper.getTitle(), TITLE_LENGTH);
    titles.add(title);
    String id = anchor(titles.size());
    boolean whole = title.contentEquals(paper.getTitle());
    PaperEvidence evidence = new PaperEvidence(id, paper, facts, whole);
    openRow(paper, id);
    html.element("td", Quantities.count(titles.size()), "class", "num no");
    paperCell(paper, title, origin, evidence);
    codeCell(paper.getCodeStatus().toString());
    factsCell(
        "Links", facts.stream().filter(Fact::isLink).toList(), evidence, paper.getLinkCount());
    factsCell(
        "Sizes",
        facts.stream().filter(f -> !f.isLink()).toList(),
        evidence,
        paper.getModelSizeCount());
    html.closeLine();
  }

  private void openRow(PaperRow paper, String id) {
    Long largest = paper.getLargestParameters();
    html.open(
        "tr",
        "id",
        id,
        "data-code",
        paper.getCodeStatus().toString(),
        "data-links",
        Long.toString(paper.getLinkCount()),
        "data-size",
        largest == null ? "0" : Long.toString(largest));
  }

  private void paperCell(PaperRow paper, String title, String origin, PaperEvidence evidence) {
    html.open("td", "class", "paper").open("p", "class", "title", "dir", "auto");
    if (evidence.title() == null) {
      html.text(title);
    } else {
      evidence.write(html, evidence.title(), 0);
    }
    html.close();
    if (origin != null) {
      html.open("p", "class", "origin").element("bdi", origin);
      html.text(", record " + Quantities.count(paper.getRecordNumber())).close();
    }
    sentences(evidence);
    html.close();
  }

  private void sentences(PaperEvidence evidence) {
    if (evidence.sentences().isEmpty()) {
      return;
    }
    html.open("ol");
    for (int i = 0; i < evidence.sentences().size(); i++) {
      html.open("li").open("bdi");
      evidence.write(html, evidence.sentences().get(i), i + 1);
      html.close().close();
    }
    html.close();
  }

  private void codeCell(String status) {
    html.open("td", "class", "code", "data-label", "Code");
    switch (status) {
      case "AVAILABLE", "PROMISED" ->
          html.element(
              "span", status.toLowerCase(Locale.ROOT), "class", status.toLowerCase(Locale.ROOT));
      default -> html.element("span", "none", "class", "none");
    }
    html.close();
  }

  private void factsCell(String label, List<Fact> facts, PaperEvidence evidence, long count) {
    html.open("td", "class", facts.isEmpty() ? "facts empty" : "facts", "data-label", label);
    if (!facts.isEmpty()) {
      html.open("ul");
      grouped(facts).forEach((shown, places) -> fact(shown, places, evidence));
      if (count > facts.size()) {
        html.element(
            "li", "and " + Quantities.count(count - facts.size()) + " more", "class", "note");
      }
      html.close();
    }
    html.close();
  }

  private static Map<Shown, List<Fact>> grouped(List<Fact> facts) {
    Map<Shown, List<Fact>> groups = new LinkedHashMap<>();
    for (Fact fact : facts) {
      groups
          .computeIfAbsent(
              new Shown(fact.label(), fact.note(), fact.url()), shown -> new ArrayList<>())
          .add(fact);
    }
    return groups;
  }

  private void fact(Shown shown, List<Fact> places, PaperEvidence evidence) {
    html.open("li");
    if (shown.url() == null) {
      html.element("bdi", shown.label());
    } else {
      html.open("a", "href", shown.url(), "rel", "noopener noreferrer");
      html.element("bdi", shown.label()).close();
    }
    if (shown.note() != null) {
      html.text(" ").element("span", shown.note(), "class", "note");
    }
    for (Fact place : places) {
      reference(place, evidence);
    }
    html.close();
  }

  private void reference(Fact fact, PaperEvidence evidence) {
    String name = evidence.name(fact);
    if (name != null) {
      String spoken = name.equals("title") ? "in the title" : "in sentence " + name;
      html.text(" ");
      html.element(
          "a", name, "class", "ref", "href", "#" + evidence.anchor(fact), "aria-label", spoken);
    }
  }
}
