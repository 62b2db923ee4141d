package io.github.papersluice.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page: its sections in order, made of sums and lists that are ready. */
final class ReportPage {
  private final Html html = new Html();
  private final Section section;
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
    this.section = new Section(html, input.parts());
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
    ReadSection.write(html, section, digests);
    CodeSection.write(html, section, input.code());
    new SizeSection(html, sizes, digests, papers).write(section);
    LinkSection.write(html, section, links);
    new PaperSection(html).write(section, papers, paperCount);
    new RejectionSection(html, rejections, digests).write(section);
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
    navigate("#read", "What was read");
    navigate("#code", "Code");
    navigate("#sizes", "Model sizes");
    navigate("#links", "Links");
    navigate("#papers", "Papers");
    navigate("#rejections", "Rejections");
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
        (links.repositories().error() > 0 ? "over " : "")
            + Quantities.count(links.repositories().distinct()),
        "of " + Section.distinct(links.owners(), "owner", "owners"));
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

  private void footer() {
    html.open("footer").open("p");
    html.text("Made by Papersluice " + input.version() + " from the snapshot’s own tables. ");
    html.text(
        "This page loads nothing and runs without scripts; with them its table of papers can");
    html.text(" be sorted and filtered.").close().closeLine();
  }
}
