package io.github.papersluice.report;

import io.github.papersluice.report.Figure.Column;
import io.github.papersluice.report.StackedBar.Part;
import java.util.List;
import java.util.stream.Collectors;

/** What the papers say of their code. */
final class CodeSection {
  private static final List<Column> COLUMNS =
      List.of(Column.text("Code"), Column.number("Papers"), Column.number("Share"));

  private CodeSection() {}

  static void write(Html html, Section section, CodeCounts code) {
    section.open(
        "code",
        "Code",
        "What the papers say of their own code: that it can be had, that it will be, or nothing.");
    if (code.papers() == 0) {
      section.nothing("There are no papers.");
    } else {
      chart(html, code);
    }
    section.close();
  }

  private static void chart(Html html, CodeCounts code) {
    List<Part> parts =
        List.of(
            new Part("Available", code.available(), "available"),
            new Part("Promised", code.promised(), "promised"),
            new Part("None", code.none(), "none"));
    html.open("figure").element("figcaption", "Papers by code availability");
    StackedBar.draw(
        html, "chart-code", "Papers by code availability", description(parts, code), parts);
    legend(html, parts, code);
    new Figure(html)
        .data(
            "Papers by code availability",
            COLUMNS,
            parts.stream().map(part -> cells(part, code)).toList());
    html.close();
  }

  private static List<String> cells(Part part, CodeCounts code) {
    return List.of(part.name(), Quantities.count(part.count()), share(part, code));
  }

  private static String share(Part part, CodeCounts code) {
    return Quantities.percent(part.count(), code.papers());
  }

  private static String description(List<Part> parts, CodeCounts code) {
    return parts.stream()
        .map(part -> part.name() + " " + Quantities.count(part.count()) + ", " + share(part, code))
        .collect(Collectors.joining("; ", "", "."));
  }

  private static void legend(Html html, List<Part> parts, CodeCounts code) {
    html.open("ul", "class", "legend");
    for (Part part : parts) {
      html.open("li").open("svg", "width", "12", "height", "12", "aria-hidden", "true");
      html.empty("rect", "class", part.cssClass(), "width", "12", "height", "12").close();
      html.text(part.name() + " ").element("b", Quantities.count(part.count())).text(" ");
      html.element("span", share(part, code), "class", "note").close();
    }
    html.close();
  }
}
