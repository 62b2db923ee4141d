package io.github.papersluice.report;

import io.github.papersluice.report.DataTable.Column;
import java.util.ArrayList;
import java.util.List;

/** How the papers, their code and their models' sizes change over time. */
final class TrendSection {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("From"),
          Column.number("Papers"),
          Column.number("With code"),
          Column.number("Share"),
          Column.number("Promised"),
          Column.number("With sizes"),
          Column.number("Lower quartile"),
          Column.number("Median size"),
          Column.number("Upper quartile"));

  private TrendSection() {}

  static void write(Html html, Section section, Trend trend) {
    if (trend.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    trend.steps().forEach((start, step) -> rows.add(cells(start, step)));
    String period = trend.period().label();
    section.open(
        "trends",
        "Trends",
        "By %s. A paper’s size is the largest that it names.".formatted(period)
            + (trend.undated() == 0
                ? ""
                : " %s without a date is not counted here."
                    .formatted(
                        Section.capitalised(
                            Quantities.count(trend.undated(), "paper", "papers")))));
    html.open("div", "id", "trend-charts").closeLine();
    html.open("div", "id", "trend-table", "data-period", period);
    new DataTable(html).closed("Trends as a table", "Papers by " + period, COLUMNS, rows);
    html.closeLine();
    section.close();
  }

  private static List<String> cells(long start, Trend.Step step) {
    return List.of(
        Days.iso(start),
        Quantities.count(step.papers()),
        Quantities.count(step.available()),
        Quantities.percent(step.available(), step.papers()),
        Quantities.count(step.promised()),
        Quantities.count(step.sized()),
        size(step, 25),
        size(step, 50),
        size(step, 75));
  }

  private static String size(Trend.Step step, int percent) {
    return step.sized() == 0 ? "–" : Quantities.parameters(step.quantile(percent));
  }
}
