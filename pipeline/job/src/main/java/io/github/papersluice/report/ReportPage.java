package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The page: its sections in order, made of sums and lists that are ready. */
final class ReportPage {
  /** The script's parts in order: each uses only those before it. */
  private static final List<String> SCRIPTS =
      List.of(
          "dom.js",
          "data.js",
          "query.js",
          "facets.js",
          "trends.js",
          "downloads.js",
          "list.js",
          "paper.js",
          "main.js");

  private final Html html = new Html();
  private final Section section;
  private final ReportInput input;
  private final InputTotals digests;
  private final RejectionTotals rejections;
  private final PaperTotals totals;
  private final PackedPapers papers;
  private final long paperCount;

  ReportPage(
      ReportInput input,
      InputTotals digests,
      RejectionTotals rejections,
      PaperTotals totals,
      PackedPapers papers) {
    this.input = input;
    this.digests = digests;
    this.rejections = rejections;
    this.totals = totals;
    this.papers = papers;
    this.section = new Section(html, input.parts());
    this.paperCount = input.code().papers();
  }

  byte[] toBytes() {
    String style = resource("report.css");
    String script = script();
    html.verbatim("<!DOCTYPE html>\n").open("html", "lang", "en").verbatim("\n");
    head(style, script);
    html.open("body").verbatim("\n");
    html.element("a", "Skip to the papers", "class", "skip", "href", "#papers").verbatim("\n");
    header();
    html.open("main").verbatim("\n");
    new AnswerSection(html, input.code(), totals, papers).write();
    new PaperSection(html, section, totals, papers, paperCount).write();
    TrendSection.write(html, section, totals.trend());
    ReadSection.write(html, section, digests);
    new RejectionSection(html, rejections, digests).write(section);
    new FileSection(html, input.parts()).write(section);
    html.closeLine();
    footer();
    papers.write(html);
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
    html.element("title", heading() + " – Papersluice snapshot " + input.snapshot()).verbatim("\n");
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

  // In a function of its own, so that the parts share their names with each other only.
  private static String script() {
    return SCRIPTS.stream()
        .map(name -> resource("script/" + name))
        .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n\n", "})();\n"));
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private void header() {
    html.open("header").open("p", "class", "kicker").text("Papersluice snapshot ");
    html.element("bdi", input.snapshot()).close();
    html.open("h1").element("bdi", heading()).close();
    html.open("p", "class", "lede");
    html.text(Section.capitalised(Quantities.count(paperCount, "paper", "papers")) + " from ");
    html.text(Quantities.count(digests.count(), "digest", "digests"));
    html.text(paperCount == 0 ? "." : ", with what they say of their code and of model sizes.");
    html.close();
    html.open("nav", "aria-label", "Sections").open("ul");
    navigate("#papers", "Papers");
    if (!totals.trend().isEmpty()) {
      navigate("#trends", "Trends");
    }
    navigate("#read", "Digests");
    navigate("#rejections", "Rejections");
    navigate("#files", "Files");
    html.close().close().closeLine();
  }

  private String heading() {
    if (digests.count() == 0) {
      return "An empty snapshot";
    }
    String period = digests.period();
    return "Papers of "
        + (period == null ? Quantities.count(digests.count(), "digest", "digests") : period);
  }

  private void navigate(String target, String name) {
    html.open("li").element("a", name, "href", target).close();
  }

  private void footer() {
    html.open("footer").open("p");
    html.text("Made by Papersluice " + input.version() + " from the snapshot’s own tables. ");
    html.text("This page loads nothing and sends nothing.").close().closeLine();
  }
}
