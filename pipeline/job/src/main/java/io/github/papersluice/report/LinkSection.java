package io.github.papersluice.report;

import io.github.papersluice.report.FrequentItems.Item;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.util.Utf8;

/** Where the links lead: kinds, hosts, owners of repositories. */
final class LinkSection {
  private static final int TOP = 10;

  private LinkSection() {}

  static void write(Html html, Section section, LinkTotals links) {
    section.open("links", "Links", summary(links));
    if (links.count() == 0) {
      section.nothing("No link was found.");
    } else {
      html.open("div", "class", "multiples");
      ranked(html, "kinds", "Kinds of link", "links", links.kinds());
      ranked(html, "hosts", "Hosts", "links", links.hosts());
      ranked(html, "owners", "Repository owners", "repository links", links.owners());
      html.close();
    }
    section.close();
  }

  private static String summary(LinkTotals links) {
    if (links.count() == 0) {
      return "Where the papers’ links lead.";
    }
    return "%s, %s of them to %s on GitHub."
        .formatted(
            Section.capitalised(Quantities.count(links.count(), "link", "links")),
            Quantities.count(links.repositoryLinks()),
            Section.distinct(links.repositories(), "repository", "repositories"));
  }

  private static void ranked(
      Html html, String id, String title, String unit, FrequentItems<Utf8> items) {
    List<Item<Utf8>> top = items.top(TOP);
    if (top.isEmpty()) {
      return;
    }
    String caption = Section.caption(title, top.size(), items.distinct());
    List<RankedChart.Line> lines = RankedChart.counted(top, LinkSection::readable);
    html.open("figure").open("figcaption").text(title);
    html.element("span", extent(top.size(), items, unit), "class", "key-to-chart").close();
    RankedChart.draw(
        html,
        "chart-" + id,
        caption + ", by " + unit,
        "Most: %s with %s.".formatted(lines.get(0).label(), lines.get(0).value()),
        lines);
    List<List<String>> rows = new ArrayList<>();
    for (Item<Utf8> item : top) {
      rows.add(List.of(item.item().toString(), Quantities.count(item.count())));
    }
    new Figure(html).data(caption, Section.counted(title, Section.capitalised(unit)), rows);
    bound(html, items);
    html.close();
  }

  private static String extent(int shown, FrequentItems<Utf8> items, String unit) {
    return (shown < items.distinct()
            ? "the first %s of %s, by "
                .formatted(Quantities.count(shown), Quantities.count(items.distinct()))
            : "by ")
        + unit;
  }

  private static void bound(Html html, FrequentItems<Utf8> items) {
    if (items.error() > 0) {
      html.element(
          "p",
          "Counted in bounded memory: a count may be short by %s."
              .formatted(Quantities.count(items.error())),
          "class",
          "note");
    }
  }

  private static String readable(String name) {
    return switch (name) {
      case "GITHUB_REPOSITORY" -> "GitHub repository";
      case "GITHUB_ACCOUNT" -> "GitHub account";
      case "GITHUB_PAGES" -> "GitHub Pages";
      case "GITHUB_GIST" -> "GitHub gist";
      case "HUGGING_FACE_MODEL" -> "Hugging Face model";
      case "HUGGING_FACE_DATASET" -> "Hugging Face data set";
      case "HUGGING_FACE_SPACE" -> "Hugging Face space";
      case "HUGGING_FACE_COLLECTION" -> "Hugging Face collection";
      case "HUGGING_FACE_ACCOUNT" -> "Hugging Face account";
      case "HUGGING_FACE" -> "Hugging Face, other pages";
      case "CODE_HOST" -> "Other code host";
      case "OTHER" -> "Other";
      default -> name;
    };
  }
}
