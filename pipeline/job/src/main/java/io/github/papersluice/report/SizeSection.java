package io.github.papersluice.report;

import io.github.papersluice.report.Figure.Column;
import io.github.papersluice.report.SizeTotals.LargeModel;
import java.util.List;
import java.util.stream.Collectors;

/** How large the models are: the histogram, and the largest of them. */
final class SizeSection {
  private static final List<Column> BIN_COLUMNS =
      List.of(
          Column.text("Parameters"),
          Column.number("Mentions"),
          Column.number("Most often"),
          Column.text("Models named most often"));

  private static final List<Column> MODEL_COLUMNS =
      List.of(
          Column.text("Model"),
          Column.number("Parameters"),
          Column.text("Record"),
          Column.paper("No."),
          Column.text("Paper"));

  private static final int NAMES = 3;
  private static final int DESCRIBED_PEAKS = 5;

  private final Html html;
  private final SizeTotals sizes;
  private final DigestTotals digests;
  private final PaperList papers;

  SizeSection(Html html, SizeTotals sizes, DigestTotals digests, PaperList papers) {
    this.html = html;
    this.sizes = sizes;
    this.digests = digests;
    this.papers = papers;
  }

  void write(Section section) {
    section.open("sizes", "Model sizes", summary());
    if (SizeHistogram.bins(sizes).findAny().isEmpty()) {
      section.nothing("No model size was found.");
    } else {
      histogram();
      largest(sizes.largest());
    }
    section.close();
  }

  private String summary() {
    if (sizes.count() == 0) {
      return "The numbers of parameters that the papers name.";
    }
    return "%s of a model’s number of parameters in %s; %s the model."
        .formatted(
            Section.capitalised(Quantities.count(sizes.count(), "mention", "mentions")),
            Quantities.count(sizes.papers(), "paper", "papers"),
            Quantities.count(sizes.named(), "names", "name"));
  }

  private void histogram() {
    String title = "Mentions by number of parameters, log scale";
    html.open("figure").open("figcaption").text(title);
    html.element(
            "span",
            "Each column spans a fifth of a power of ten; at the peaks, the most frequent size and"
                + " models.",
            "class",
            "key-to-chart")
        .close();
    new SizeHistogram(html, sizes, SizeHistogram.Format.WIDE).draw("chart-sizes", title, peaks());
    new SizeHistogram(html, sizes, SizeHistogram.Format.NARROW)
        .draw("chart-sizes-narrow", title, peaks());
    List<List<String>> rows = SizeHistogram.bins(sizes).mapToObj(this::cells).toList();
    new Figure(html).data("Mentions by number of parameters", BIN_COLUMNS, rows);
    html.close();
  }

  private List<String> cells(int bin) {
    return List.of(
        SizeScale.name(bin),
        Quantities.count(sizes.count(bin)),
        sizes.value(bin),
        SizeHistogram.names(sizes, bin, NAMES));
  }

  private String peaks() {
    return SizeHistogram.peaks(sizes).stream()
        .limit(DESCRIBED_PEAKS)
        .map(this::peak)
        .collect(Collectors.joining("; ", "Peaks: ", "."));
  }

  private String peak(int bin) {
    String names = SizeHistogram.names(sizes, bin, NAMES);
    return "%s with %s%s"
        .formatted(
            SizeScale.name(bin),
            Quantities.count(sizes.count(bin), "mention", "mentions"),
            names.isEmpty() ? "" : ", such as " + names);
  }

  private void largest(List<LargeModel> models) {
    if (models.isEmpty()) {
      return;
    }
    String title = "The largest models named, each at its largest size";
    long largest = models.get(0).parameters();
    html.open("figure").element("figcaption", title);
    RankedChart.draw(
        html,
        "chart-largest",
        title,
        description(models),
        models.stream().map(model -> line(model, largest)).toList());
    new Figure(html).data(title, MODEL_COLUMNS, models.stream().map(this::cells).toList());
    html.close();
  }

  private static RankedChart.Line line(LargeModel model, long largest) {
    return new RankedChart.Line(
        model.model(),
        Quantities.parameters(model.parameters()),
        (double) model.parameters() / largest);
  }

  private static String description(List<LargeModel> models) {
    return models.stream()
        .map(model -> model.model() + " " + Quantities.parameters(model.parameters()))
        .collect(Collectors.joining(", ", "", "."));
  }

  private List<String> cells(LargeModel model) {
    return List.of(
        model.model(),
        Quantities.count(model.parameters()),
        digests.name(model.digestId()) + ", record " + Quantities.count(model.recordNumber()),
        model.listedAt() == 0 ? "" : Integer.toString(model.listedAt()),
        model.listedAt() == 0 ? "not listed on this page" : papers.title(model.listedAt()));
  }
}
