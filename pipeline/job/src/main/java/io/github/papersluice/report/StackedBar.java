package io.github.papersluice.report;

import java.util.List;

/** One bar that is divided into the parts of a whole. */
final class StackedBar {
  /**
   * A part of the whole.
   *
   * @param cssClass the class that gives it its colour
   */
  record Part(String name, long count, String cssClass) {}

  private static final int HEIGHT = 28;

  private StackedBar() {}

  static void draw(Html html, String id, String title, String description, List<Part> parts) {
    long whole = parts.stream().mapToLong(Part::count).sum();
    new Figure(html).openChart(id, title, description, "stacked", "100%", HEIGHT);
    html.empty("rect", "class", "track", "width", "100%", "height", Integer.toString(HEIGHT));
    long before = 0;
    for (Part part : parts) {
      if (part.count() > 0) {
        html.empty(
            "rect",
            "class",
            part.cssClass(),
            "x",
            percent(before, whole),
            "width",
            percent(part.count(), whole),
            "height",
            Integer.toString(HEIGHT));
      }
      before += part.count();
    }
    html.closeLine();
  }

  private static String percent(long part, long whole) {
    return Quantities.decimal(100.0 * part / whole) + "%";
  }
}
