package io.github.papersluice.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Names from the top down, each with its number and a bar from zero. Drawn in shares of the width:
 * it fits any page, its text is never scaled.
 */
final class RankedChart {
  /**
   * A line of the chart.
   *
   * @param label as shown, shortened if it is long
   * @param value as shown
   * @param share where the bar ends, 0 to 1
   */
  record Line(String label, String value, double share) {}

  private static final int LINE_HEIGHT = 34;
  private static final int BASELINE = 15;
  private static final int BAR_TOP = 21;
  private static final int BAR_HEIGHT = 4;
  private static final int LABEL_LENGTH = 30;

  private RankedChart() {}

  /** Lines with bars up to the largest count; without bars where all are 1 and tell nothing. */
  static List<Line> counted(
      List<? extends FrequentItems.Item<?>> items, UnaryOperator<String> readable) {
    long largest = items.isEmpty() ? 1 : items.get(0).count();
    List<Line> lines = new ArrayList<>();
    for (FrequentItems.Item<?> item : items) {
      lines.add(
          new Line(
              readable.apply(item.item().toString()),
              Quantities.count(item.count()),
              largest == 1 ? 0 : (double) item.count() / largest));
    }
    return lines;
  }

  static void draw(Html html, String id, String title, String description, List<Line> lines) {
    new Figure(html)
        .openChart(id, title, description, "ranked", "100%", LINE_HEIGHT * lines.size());
    for (int i = 0; i < lines.size(); i++) {
      text(html, lines.get(i), i);
      track(html, i);
      rect(html, "bar", Quantities.decimal(100 * lines.get(i).share()) + "%", BAR_TOP, i);
    }
    html.closeLine();
  }

  private static void text(Html html, Line line, int i) {
    String y = Integer.toString(i * LINE_HEIGHT + BASELINE);
    html.element("text", Shortened.of(line.label(), LABEL_LENGTH), "class", "label", "y", y);
    html.element("text", line.value(), "class", "value", "x", "100%", "y", y, "text-anchor", "end");
  }

  private static void track(Html html, int i) {
    rect(html, "track", "100%", BAR_TOP, i);
  }

  private static void rect(Html html, String cssClass, String width, int top, int i) {
    html.empty(
        "rect",
        "class",
        cssClass,
        "y",
        Integer.toString(i * LINE_HEIGHT + top),
        "width",
        width,
        "height",
        Integer.toString(BAR_HEIGHT));
  }
}
