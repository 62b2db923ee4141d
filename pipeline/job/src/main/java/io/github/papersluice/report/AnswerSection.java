package io.github.papersluice.report;

import io.github.papersluice.report.NamedCounts.Named;
import io.github.papersluice.report.PaperColumns.Repeats;
import java.util.List;

/** The page's first lines: what is new, how many papers have code, which models people use. */
final class AnswerSection {
  private static final int MODELS = 5;
  private static final int SIZES = 4;

  private final Html html;
  private final CodeCounts code;
  private final PaperTotals totals;
  private final PackedPapers papers;

  AnswerSection(Html html, CodeCounts code, PaperTotals totals, PackedPapers papers) {
    this.html = html;
    this.code = code;
    this.totals = totals;
    this.papers = papers;
  }

  void write() {
    if (code.papers() == 0) {
      return;
    }
    html.open("section", "id", "answers", "aria-label", "At a glance").verbatim("\n");
    if (!totals.trend().isEmpty()) {
      newest(totals.trend());
    }
    codeNow();
    models();
    html.closeLine();
  }

  private void open(String question) {
    html.open("div", "class", "answer").element("h2", question);
  }

  private void value(String value, String unit) {
    html.open("p", "class", "value").element("b", value).text(" " + unit).close();
  }

  private void link(String text, String filter) {
    html.element("a", text, "href", "#" + filter);
  }

  private void newest(Trend trend) {
    Trend.Step last = trend.lastDays();
    String day = Days.iso(trend.lastDay());
    String filter = "from=" + day + "&to=" + day;
    open("New on " + Days.spoken(trend.lastDay()));
    value(Quantities.count(last.papers()), last.papers() == 1 ? "paper" : "papers");
    html.open("p");
    link(Quantities.count(last.available()) + " with code", filter + "&status=available");
    html.text(", ");
    link(Quantities.count(last.promised()) + " promising it", filter + "&status=promised");
    html.text(", ");
    link(Quantities.count(last.sized()) + " naming a model’s size", filter + "&with=sizes");
    html.text(". ");
    if (trend.before() != null) {
      html.text(
          "%s had %s."
              .formatted(
                  Days.spoken(trend.before().day()), Quantities.count(trend.before().papers())));
    }
    html.close().closeLine();
  }

  private void codeNow() {
    open("With code now");
    value(
        Quantities.count(code.available()),
        "of %s, %s"
            .formatted(
                Quantities.count(code.papers(), "paper", "papers"),
                Quantities.percent(code.available(), code.papers())));
    html.open("p");
    link(Quantities.count(code.promised()) + " more", "status=promised");
    html.text(" promise code. ");
    long kept = kept();
    if (kept > 0) {
      html.text(
          "Promised once and there since: %s."
              .formatted(Quantities.count(kept, "paper", "papers")));
    }
    html.close().closeLine();
  }

  // The newest come first: a promise stands behind the code that came of it.
  private long kept() {
    return Repeats.of(papers.papers()).places().stream()
        .filter(
            places -> {
              String statuses =
                  places.stream()
                      .map(place -> String.valueOf(papers.papers().get(place).status()))
                      .reduce("", String::concat);
              return statuses.matches(".*A.*P.*");
            })
        .count();
  }

  private void models() {
    open("Models and sizes in use");
    List<FrequentItems.Item<Long>> sizes = totals.sizes(SIZES);
    if (sizes.isEmpty()) {
      html.element("p", "No paper names a model’s size.").closeLine();
      return;
    }
    value(
        Quantities.parameters(sizes.get(0).item()),
        "is the size most named, in " + Quantities.count(sizes.get(0).count(), "paper", "papers"));
    html.open("p");
    if (sizes.size() > 1) {
      html.text("Then ");
      for (int i = 1; i < sizes.size(); i++) {
        html.text(i == 1 ? "" : ", ").text(Quantities.parameters(sizes.get(i).item()));
        html.text(" (" + Quantities.count(sizes.get(i).count()) + ")");
      }
      html.text(". ");
    }
    List<Named> models = totals.models(MODELS);
    for (int i = 0; i < models.size(); i++) {
      html.text(i == 0 ? "Models: " : ", ");
      link(models.get(i).name(), "model=" + Section.encoded(models.get(i).key()));
      html.text(" (" + Quantities.count(models.get(i).count()) + ")");
    }
    html.text(models.isEmpty() ? "" : ".").close().closeLine();
  }
}
