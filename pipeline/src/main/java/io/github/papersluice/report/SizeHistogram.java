package io.github.papersluice.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The histogram of model sizes on a log axis, with names at its peaks. */
final class SizeHistogram {
  /** A drawing's width in its own units, how many peaks it names, and how long names may be. */
  enum Format {
    /** For screens and paper. */
    WIDE(760, 6, 26, 2),

    /** For phones. */
    NARROW(340, 4, 16, 1);

    private final int width;
    private final int labels;
    private final int nameLength;
    private final int names;

    Format(int width, int labels, int nameLength, int names) {
      this.width = width;
      this.labels = labels;
      this.nameLength = nameLength;
      this.names = names;
    }
  }

  private record Box(double left, double right, double top, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static final int HEIGHT = 280;
  private static final int BASE = 250;
  private static final int TOP = 66;

  /** The room at the right for the grid's numbers. */
  private static final int MARGIN = 34;

  private static final int LABEL_HEIGHT = 36;
  private static final int LABEL_GAP = 7;
  private static final int LINE = 15;

  /**
   * The width of a character of a name as drawn, at most on average: there is no measuring of fonts
   * here, for they differ between machines.
   */
  private static final double CHARACTER = 7.2;

  /** A peak is named if it has at least this share of the highest bin. */
  private static final double LOWEST_PEAK = 0.08;

  /** The room that a tick's number takes. */
  private static final double TICK_WIDTH = 44;

  private final Html html;
  private final SizeTotals totals;
  private final Format format;
  private final int first;
  private final int last;
  private final long highest;
  private final double step;
  private final List<Box> labels = new ArrayList<>();

  SizeHistogram(Html html, SizeTotals totals, Format format) {
    this.html = html;
    this.totals = totals;
    this.format = format;
    int decade = SizeScale.BINS_PER_DECADE;
    this.first = bins(totals).findFirst().orElse(0) / decade * decade;
    this.last = bins(totals).reduce(0, Math::max) / decade * decade + decade;
    this.highest = bins(totals).mapToLong(totals::count).max().orElse(0);
    this.step = (double) (format.width - MARGIN) / (last - first);
  }

  /** The bins that are not empty. */
  static IntStream bins(SizeTotals totals) {
    return IntStream.range(0, SizeScale.bins()).filter(bin -> totals.count(bin) > 0);
  }

  /** Peaks, highest first: bins higher than the one before and no lower than the one after. */
  static List<Integer> peaks(SizeTotals totals) {
    return bins(totals)
        .filter(bin -> isPeak(totals, bin))
        .boxed()
        .sorted(Comparator.<Integer>comparingLong(totals::count).reversed())
        .toList();
  }

  private static boolean isPeak(SizeTotals totals, int bin) {
    long before = bin == 0 ? 0 : totals.count(bin - 1);
    long after = bin + 1 == SizeScale.bins() ? 0 : totals.count(bin + 1);
    return totals.count(bin) > before && totals.count(bin) >= after;
  }

  /** The models named most often in a bin, such as {@code Llama 2, Mistral}; empty if none is. */
  static String names(SizeTotals totals, int bin, int limit) {
    return String.join(", ", totals.models(bin, limit));
  }

  void draw(String id, String title, String description) {
    String cssClass = "histogram " + (format == Format.WIDE ? "wide" : "narrow");
    new Figure(html).openScaledChart(id, title, description, cssClass, format.width, HEIGHT);
    drawGrid();
    drawAxis();
    bins(totals).forEach(this::drawBar);
    peaks(totals).stream()
        .filter(bin -> totals.count(bin) >= LOWEST_PEAK * highest)
        .limit(format.labels)
        .forEach(this::drawLabel);
    html.closeLine();
  }

  private void drawAxis() {
    line("axis", 0, BASE, format.width - MARGIN, BASE);
    int decade = SizeScale.BINS_PER_DECADE;
    int labelled = decade * (int) Math.ceil(TICK_WIDTH / (decade * step));
    for (int bin = first; bin <= last; bin += decade) {
      double x = (bin - first) * step;
      line("axis", x, BASE, x, BASE + 5);
      if (bin < SizeScale.bins() && (bin - first) % labelled == 0) {
        String anchor = bin == first ? "start" : bin == last ? "end" : "middle";
        text(Quantities.parameters(SizeScale.from(bin)), "tick", x, BASE + 20, anchor);
      }
    }
  }

  // Lines at round counts, at most four, behind the bars; their numbers stand at the right.
  private void drawGrid() {
    long every = gridStep(highest);
    for (long count = every; count <= highest; count += every) {
      double y = BASE - (double) (BASE - TOP) * count / highest;
      line("grid", 0, y, format.width - MARGIN, y);
      text(compact(count), "tick", format.width, y + 4, "end");
    }
  }

  private static String compact(long count) {
    return count < 10_000 ? Quantities.count(count) : Quantities.parameters(count);
  }

  /** The smallest of 1, 2, 5, 10, 20, 50, ... of which at most four fit into a count. */
  static long gridStep(long highest) {
    long power = 1;
    while (true) {
      for (long digit : new long[] {1, 2, 5}) {
        if (highest / (digit * power) <= 4) {
          return digit * power;
        }
      }
      power *= 10;
    }
  }

  private void drawBar(int bin) {
    html.empty(
        "rect",
        "class",
        "bar",
        "x",
        number((bin - first) * step + 0.5),
        "y",
        number(barTop(bin)),
        "width",
        number(Math.max(1, step - 1)),
        "height",
        number(BASE - barTop(bin)));
  }

  // A bin that is not empty is never invisible.
  private double barTop(int bin) {
    double height = (double) (BASE - TOP) * totals.count(bin) / highest;
    return BASE - (totals.count(bin) == 0 ? 0 : Math.max(2, height));
  }

  private void drawLabel(int bin) {
    String names = Shortened.of(names(totals, bin, format.names), format.nameLength);
    String value = totals.value(bin);
    double width = CHARACTER * Math.max(value.length(), names.codePointCount(0, names.length()));
    double middle = (bin - first + 0.5) * step;
    double left = Math.max(0, Math.min(middle - width / 2, format.width - MARGIN - width));
    Box box = free(left, left + width);
    if (box == null) {
      return;
    }
    labels.add(box);
    double line = box.top + LINE - 2;
    text(value, "value", left + width / 2, line, "middle");
    text(names, "label", left + width / 2, line + LINE, "middle");
    if (barTop(bin) - box.bottom > LABEL_GAP) {
      line("leader", middle, box.bottom, middle, barTop(bin) - 3);
    }
  }

  // Just above the bars below it; higher where other labels stand; null where there is no room.
  private Box free(double left, double right) {
    double bottom = BASE;
    for (int bin = first; bin < last; bin++) {
      boolean below = (bin - first) * step < right && (bin + 1 - first) * step > left;
      bottom = below ? Math.min(bottom, barTop(bin)) : bottom;
    }
    for (double at = bottom - LABEL_GAP; at >= LABEL_HEIGHT; at -= LINE) {
      Box box = new Box(left - 4, right + 4, at - LABEL_HEIGHT, at);
      if (labels.stream().noneMatch(box::overlaps)) {
        return new Box(left, right, box.top, box.bottom);
      }
    }
    return null;
  }

  private void line(String cssClass, double x1, double y1, double x2, double y2) {
    html.empty(
        "line",
        "class",
        cssClass,
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2));
  }

  private void text(String text, String cssClass, double x, double y, String anchor) {
    html.element(
        "text", text, "class", cssClass, "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  private static String number(double number) {
    return Quantities.decimal(number);
  }
}
