package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.report.Figure.Column;
import io.github.papersluice.report.StackedBar.Part;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The page: its sections in order, made of sums and lists that are ready. */
final class ReportPage {
  private static final int TOP = 10;

  private final Html html = new Html();
  private final Figure figure = new Figure(html);
  private final ReportInput input;
  private final DigestTotals digests;
  private final RejectionTotals rejections;
  private final LinkTotals links;
  private final SizeTotals sizes;
  private final PaperList papers;
  private final long paperCount;

  ReportPage(
      ReportInput input,
      DigestTotals digests,
      RejectionTotals rejections,
      LinkTotals links,
      SizeTotals sizes,
      PaperList papers) {
    this.input = input;
    this.digests = digests;
    this.rejections = rejections;
    this.links = links;
    this.sizes = sizes;
    this.papers = papers;
    this.paperCount = input.code().papers();
  }

  byte[] toBytes() {
    String style = resource("report.css");
    String script = resource("report.js");
    html.verbatim("<!DOCTYPE html>\n").open("html", "lang", "en").verbatim("\n");
    head(style, script);
    html.open("body").verbatim("\n");
    html.element("a", "Skip to the content", "class", "skip", "href", "#content").verbatim("\n");
    header();
    html.open("main", "id", "content").verbatim("\n");
    keyFigures();
    readSection();
    codeSection();
    sizesSection();
    linksSection();
    papersSection();
    rejectionsSection();
    html.closeLine();
    footer();
    html.open("script").verbatim(script).closeLine();
    html.closeLine().closeLine();
    return html.toBytes();
  }

  // Nothing is loaded from anywhere; the page's one style and one script are named by their hashes,
  // so that markup that found its way in could neither run nor load anything.
  private void head(String style, String script) {
    html.open("head").verbatim("\n").empty("meta", "charset", "utf-8").verbatim("\n");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script)));
    html.verbatim("\n");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.verbatim("\n");
    html.empty("meta", "name", "color-scheme", "content", "light dark").verbatim("\n");
    html.empty("meta", "name", "referrer", "content", "no-referrer").verbatim("\n");
    html.element("title", input.snapshot() + ": Papersluice snapshot").verbatim("\n");
    html.open("style").verbatim(style).closeLine().closeLine();
  }

  private static String hash(String content) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private void header() {
    html.open("header").element("p", "Papersluice snapshot", "class", "kicker");
    html.open("h1").element("bdi", input.snapshot()).close();
    html.open("p", "class", "lede");
    html.text(Quantities.count(paperCount, "paper", "papers") + " from ");
    html.text(Quantities.count(digests.count(), "digest", "digests"));
    html.text(", " + Quantities.bytes(digests.bytes()) + ".").close();
    html.open("nav", "aria-label", "Sections").open("ul");
    navigate("#read", "Read");
    navigate("#code", "Code");
    navigate("#sizes", "Model sizes");
    navigate("#links", "Links");
    navigate("#papers", "Papers");
    navigate("#rejections", "Rejections");
    html.close().close().closeLine();
  }

  private void navigate(String target, String name) {
    html.open("li").element("a", name, "href", target).close();
  }

  private void keyFigures() {
    CodeCounts code = input.code();
    html.open("dl", "class", "key", "aria-label", "Key figures");
    keyFigure(
        "Papers",
        Quantities.count(paperCount),
        "in " + Quantities.count(digests.count(), "digest", "digests"));
    keyFigure(
        "With code",
        Quantities.percent(code.available(), paperCount),
        Quantities.count(code.available(), "paper", "papers"));
    keyFigure(
        "Repositories",
        distinct(links.repositories()),
        "of " + distinct(links.owners()) + (links.owners().distinct() == 1 ? " owner" : " owners"));
    keyFigure(
        "Model sizes",
        Quantities.count(sizes.count()),
        "in " + Quantities.count(sizes.papers(), "paper", "papers"));
    keyFigure(
        "Rejections",
        Quantities.count(rejections.count()),
        rejections.count() == 0 ? "nothing was left out" : "listed with their reasons");
    html.closeLine();
  }

  private void keyFigure(String name, String value, String note) {
    html.open("div").element("dt", name).element("dd", value, "class", "value");
    html.element("dd", note).closeLine();
  }

  private static String distinct(FrequentItems items) {
    return (items.error() > 0 ? "over " : "") + Quantities.count(items.distinct());
  }

  private void openSection(String id, String heading, String summary) {
    html.open("section", "id", id, "aria-labelledby", id + "-heading").verbatim("\n");
    html.open("div", "class", "about").element("h2", heading, "id", id + "-heading");
    html.element("p", summary).closeLine().open("div", "class", "shown");
  }

  private void closeSection() {
    html.close().closeLine();
  }

  private void readSection() {
    openSection(
        "read",
        "What was read",
        "%s, %s: %s, and %s that %s no record."
            .formatted(
                Quantities.count(digests.count(), "digest", "digests"),
                Quantities.bytes(digests.bytes()),
                Quantities.count(digests.papers(), "paper", "papers"),
                Quantities.count(digests.rejections(), "piece", "pieces"),
                digests.rejections() == 1 ? "is" : "are"));
    List<List<String>> rows = new ArrayList<>();
    for (DigestTotals.Digest digest : digests.listed()) {
      rows.add(
          List.of(
              digest.name(),
              digest.date(),
              digest.format(),
              Quantities.count(digest.byteLength()),
              Quantities.count(digest.papers()),
              Quantities.count(digest.rejections())));
    }
    if (digests.count() == 0) {
      html.element("p", "No digest was read.", "class", "empty");
    } else {
      digestTable(rows);
    }
    closeSection();
  }

  private void digestTable(List<List<String>> rows) {
    boolean folded = digests.count() > TOP;
    if (folded) {
      html.open("details").element("summary", "The digests as a table");
    }
    figure.table(
        "Digests" + first(rows.size(), digests.count()),
        List.of(
            Column.text("Digest"),
            Column.text("Date"),
            Column.text("Format"),
            Column.number("Bytes"),
            Column.number("Papers"),
            Column.number("Rejections")),
        rows);
    if (folded) {
      html.close();
    }
    more(rows.size(), digests.count(), Table.DIGESTS);
  }

  private static String first(long shown, long all) {
    return shown < all
        ? ", the first %s of %s".formatted(Quantities.count(shown), Quantities.count(all))
        : "";
  }

  private void more(long shown, long all, Table table) {
    if (shown < all) {
      html.open("p", "class", "more");
      html.text(
          "The first %s of %s are listed, %s are left out here: see "
              .formatted(
                  Quantities.count(shown), Quantities.count(all), Quantities.count(all - shown)));
      html.element("code", folder(table)).text(".").closeLine();
    }
  }

  // The CSV if there is one, for it can be looked at without tools.
  private String folder(Table table) {
    List<PartFile> parts = input.parts().stream().filter(p -> p.table() == table).toList();
    Optional<PartFile> csv = parts.stream().filter(p -> p.format() == Format.CSV).findFirst();
    String path = csv.orElse(parts.get(0)).path();
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private void codeSection() {
    CodeCounts code = input.code();
    openSection(
        "code",
        "Code",
        "What the papers say of their own code: whether it can be had, is promised, or is not"
            + " spoken of.");
    List<Part> parts =
        List.of(
            new Part("Available", code.available(), "available"),
            new Part("Promised", code.promised(), "promised"),
            new Part("None named", code.none(), "none"));
    List<List<String>> rows = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Part part : parts) {
      String percent = Quantities.percent(part.count(), paperCount);
      rows.add(List.of(part.name(), Quantities.count(part.count()), percent));
      words.add("%s %s (%s)".formatted(part.name(), Quantities.count(part.count()), percent));
    }
    html.open("figure");
    StackedBar.draw(html, "chart-code", "Code availability", String.join(", ", words) + ".", parts);
    legend(parts);
    figure.data(
        "Papers by code availability",
        List.of(Column.text("Code"), Column.number("Papers"), Column.number("Share")),
        rows);
    html.close();
    closeSection();
  }

  private void legend(List<Part> parts) {
    html.open("ul", "class", "legend");
    for (Part part : parts) {
      html.open("li", "class", part.cssClass());
      html.open("svg", "width", "12", "height", "12", "aria-hidden", "true");
      html.empty("rect", "class", part.cssClass(), "width", "12", "height", "12").close();
      html.element("span", part.name()).text(" ");
      html.element("b", Quantities.count(part.count())).text(" ");
      html.element("span", Quantities.percent(part.count(), paperCount), "class", "note").close();
    }
    html.close();
  }

  private void sizesSection() {
    openSection(
        "sizes",
        "Model sizes",
        "%s of a model's number of parameters in %s; %s by the model's name."
            .formatted(
                capitalised(Quantities.count(sizes.count(), "mention", "mentions")),
                Quantities.count(sizes.papers(), "paper", "papers"),
                Quantities.count(sizes.named())));
    if (SizeHistogram.bins(sizes).findAny().isEmpty()) {
      html.element("p", "No model size was found.", "class", "empty");
    } else {
      histogram();
      largest();
    }
    closeSection();
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private void histogram() {
    String title = "Mentions by number of parameters, log scale";
    html.open("figure").element("figcaption", title);
    String description = histogramDescription();
    new SizeHistogram(html, sizes, SizeHistogram.Format.WIDE)
        .draw("chart-sizes", title, description);
    new SizeHistogram(html, sizes, SizeHistogram.Format.NARROW)
        .draw("chart-sizes-narrow", title, description);
    List<List<String>> rows = new ArrayList<>();
    SizeHistogram.bins(sizes)
        .forEach(
            bin ->
                rows.add(
                    List.of(
                        SizeScale.name(bin),
                        Quantities.count(sizes.count(bin)),
                        sizes.value(bin),
                        SizeHistogram.names(sizes, bin, 3))));
    figure.data(
        "Mentions by number of parameters",
        List.of(
            Column.text("Parameters"),
            Column.number("Mentions"),
            Column.number("Most often"),
            Column.text("Models named most often")),
        rows);
    html.close();
  }

  private String histogramDescription() {
    StringBuilder text = new StringBuilder("Peaks: ");
    String separator = "";
    for (int bin : SizeHistogram.peaks(sizes).stream().limit(5).toList()) {
      String names = SizeHistogram.names(sizes, bin, 2);
      text.append(separator)
          .append(SizeScale.name(bin))
          .append(" with ")
          .append(Quantities.count(sizes.count(bin), "mention", "mentions"))
          .append(names.isEmpty() ? "" : ", such as " + names);
      separator = "; ";
    }
    return text.append('.').toString();
  }

  private void largest() {
    List<SizeTotals.LargeModel> models = sizes.largest();
    if (models.isEmpty()) {
      return;
    }
    String title = "The largest models named, log scale";
    html.open("figure").element("figcaption", title);
    long to = models.get(0).parameters();
    long from = powerOfTenBelow(models.get(models.size() - 1).parameters());
    List<RankedChart.Line> lines = new ArrayList<>();
    for (SizeTotals.LargeModel model : models) {
      lines.add(
          new RankedChart.Line(
              model.model(),
              Quantities.parameters(model.parameters()),
              SizeScale.position(model.parameters(), from, to)));
    }
    RankedChart.drawDots(
        html,
        "chart-largest",
        title,
        "From %s, %s, down to %s, %s."
            .formatted(
                lines.get(0).label(),
                lines.get(0).value(),
                lines.get(lines.size() - 1).label(),
                lines.get(lines.size() - 1).value()),
        lines,
        Quantities.parameters(from),
        Quantities.parameters(to));
    largestTable(models);
    html.close();
  }

  private static long powerOfTenBelow(long number) {
    long power = 1;
    while (power <= number / 10) {
      power *= 10;
    }
    return power;
  }

  private void largestTable(List<SizeTotals.LargeModel> models) {
    List<List<String>> rows = new ArrayList<>();
    for (SizeTotals.LargeModel model : models) {
      rows.add(
          List.of(
              model.model(),
              Quantities.count(model.parameters()),
              digests.name(model.digestId()) + ", record " + Quantities.count(model.recordNumber()),
              model.listedAt() == 0 ? "" : papers.title(model.listedAt())));
    }
    figure.data(
        "The largest models named, each at its first mention",
        List.of(
            Column.text("Model"),
            Column.number("Parameters"),
            Column.text("Record"),
            Column.text("Paper")),
        rows);
  }

  private void linksSection() {
    openSection(
        "links",
        "Links",
        "%s, %s of them to %s on GitHub."
            .formatted(
                capitalised(Quantities.count(links.count(), "link", "links")),
                Quantities.count(links.repositoryLinks()),
                distinct(links.repositories())
                    + (links.repositories().distinct() == 1 ? " repository" : " repositories")));
    if (links.count() == 0) {
      html.element("p", "No link was found.", "class", "empty");
    } else {
      html.open("div", "class", "multiples");
      ranked("kinds", "Kinds", "Kind", "links", links.kinds());
      ranked("hosts", "Hosts", "Host", "links", links.hosts());
      ranked("owners", "Repository owners", "Owner", "repository links", links.owners());
      html.close();
    }
    closeSection();
  }

  private void ranked(String id, String title, String heading, String unit, FrequentItems items) {
    List<FrequentItems.Item> top = items.top(TOP);
    if (top.isEmpty()) {
      return;
    }
    String all = items.error() > 0 ? "more than " : "";
    String caption =
        items.distinct() > TOP
            ? title
                + ", the first %d of %s%s".formatted(TOP, all, Quantities.count(items.distinct()))
            : title;
    html.open("figure").element("figcaption", caption);
    FrequentItems.Item first = top.get(0);
    RankedChart.drawBars(
        html,
        "chart-" + id,
        caption + ", by " + unit,
        "Most: %s with %s.".formatted(first.name(), Quantities.count(first.count())),
        RankedChart.counted(top));
    List<List<String>> rows = new ArrayList<>();
    for (FrequentItems.Item item : top) {
      rows.add(List.of(item.name(), Quantities.count(item.count())));
    }
    figure.data(caption, List.of(Column.text(heading), Column.number(capitalised(unit))), rows);
    if (items.error() > 0) {
      html.element(
          "p",
          "Counted in bounded memory: each count may be short by up to %s."
              .formatted(Quantities.count(items.error())),
          "class",
          "note");
    }
    html.close();
  }

  private void papersSection() {
    html.open("section", "id", "papers", "class", "full", "aria-labelledby", "papers-heading");
    html.open("div", "class", "about").element("h2", "Papers", "id", "papers-heading");
    html.element(
        "p",
        "Each fact carries the number of the sentence that it was read from; the words themselves"
            + " are marked.");
    more(papers.size(), paperCount, Table.PAPERS);
    html.closeLine();
    if (papers.size() == 0) {
      html.element("p", "There are no papers.", "class", "empty");
    } else {
      html.open("div", "id", "paper-tools").closeLine();
      paperTable();
    }
    html.closeLine();
  }

  private void paperTable() {
    html.open("table", "id", "paper-table", "class", "papers");
    html.element("caption", "Papers" + first(papers.size(), paperCount) + ", in the order read");
    html.open("thead").open("tr");
    paperHeading("No.", "number", "num no");
    paperHeading("Paper", "title", null);
    paperHeading("Code", "code", null);
    paperHeading("Links", "links", null);
    paperHeading("Model sizes", "size", null);
    html.close().closeLine().open("tbody").verbatim("\n");
    html.append(papers.rows()).close().closeLine();
  }

  private void paperHeading(String name, String key, String cssClass) {
    html.element("th", name, "scope", "col", "data-sort", key, "class", cssClass);
  }

  private void rejectionsSection() {
    html.open(
        "section", "id", "rejections", "class", "full", "aria-labelledby", "rejections-heading");
    html.open("div", "class", "about").element("h2", "Rejections", "id", "rejections-heading");
    html.element(
        "p",
        rejections.count() == 0
            ? "Nothing was rejected: every piece of every digest was understood."
            : "Pieces of the digests that are no record, where they stand, and why.");
    more(rejections.listed().size(), rejections.count(), Table.REJECTIONS);
    html.closeLine();
    if (rejections.count() > 0) {
      rejectionTables();
    }
    html.closeLine();
  }

  private void rejectionTables() {
    List<List<String>> reasons = new ArrayList<>();
    for (FrequentItems.Item item : rejections.reasons().top(TOP)) {
      reasons.add(List.of(item.name(), Quantities.count(item.count())));
    }
    figure.table(
        "Rejections by reason", List.of(Column.text("Reason"), Column.number("Pieces")), reasons);
    List<List<String>> rows = new ArrayList<>();
    for (RejectionTotals.Rejected piece : rejections.listed()) {
      rows.add(
          List.of(
              piece.reason(),
              digests.name(piece.digestId()),
              Quantities.count(piece.startByte()) + "–" + Quantities.count(piece.endByte()),
              piece.detail(),
              piece.excerpt()));
    }
    figure.table(
        "Rejections" + first(rows.size(), rejections.count()),
        List.of(
            Column.text("Reason"),
            Column.text("Digest"),
            Column.number("Bytes"),
            Column.text("Detail"),
            Column.text("Beginning")),
        rows);
  }

  private void footer() {
    html.open("footer").open("p");
    html.text("Made by Papersluice " + input.version() + " from the snapshot’s own tables. ");
    html.text(
        "This page loads nothing and runs without scripts; with them its table of papers can");
    html.text(" be sorted and filtered.").close().closeLine();
  }
}
