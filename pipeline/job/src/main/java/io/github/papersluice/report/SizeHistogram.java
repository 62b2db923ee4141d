package io.github.papersluice.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The histogram of model sizes on a log axis, with names at its peaks. */
final class SizeHistogram {
  /** A drawing's width in its own units, how many peaks it names, and how long names may be. */
  enum Format {
    /** For screens and paper. */
    WIDE(760, 8, 26, 2),

    /** For phones. */
    NARROW(340, 5, 16, 1);

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

  /** The room between labels that stand side by side. */
  private static final int GAP = 8;

  private record Box(double left, double right, double top, double bottom) {
    boolean overlaps(Box other) {
      return left - GAP < other.right
          && other.left - GAP < right
          && top < other.bottom
          && other.top < bottom;
    }
  }

  private static final int HEIGHT = 264;
  private static final int BASE = 234;
  private static final int TOP = 50;

  /** The room at the right for the grid's numbers. */
  private static final int MARGIN = 34;

  private static final int LABEL_HEIGHT = 36;
  private static final int LABEL_GAP = 7;

  /** A label stands at most so far above its bar. */
  private static final int LONGEST_LEADER = 48;

  private static final int LINE = 15;

  /**
   * The width of a character of a name as drawn, at most on average: there is no measuring of fonts
   * here, for they differ between machines.
   */
  private static final double CHARACTER = 7.2;

  /** The width of a character of a size as drawn, which is larger and bold. */
  private static final double BOLD = 9;

  /** A peak is named if it has at least this share of the highest bin. */
  private static final double LOWEST_PEAK = 0.05;

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

  // With all its names, with fewer, or with the size alone: the most for which there is room.
  private void drawLabel(int bin) {
    for (int count = format.names; count >= 0; count--) {
      String names = names(totals, bin, count);
      if (count == 1) {
        names = Shortened.of(names, format.nameLength);
      }
      Box box = free(bin, totals.value(bin), names);
      if (names.length() <= format.nameLength && box != null) {
        labels.add(box);
        drawLabel(bin, box, names);
        return;
      }
    }
  }

  private void drawLabel(int bin, Box box, String names) {
    double center = (box.left + box.right) / 2;
    double line = box.top + LINE - 2;
    text(totals.value(bin), "value", center, line, "middle");
    if (!names.isEmpty()) {
      text(names, "label", center, line + LINE, "middle");
    }
    if (barTop(bin) - box.bottom > LABEL_GAP) {
      line("leader", middle(bin), box.bottom, middle(bin), barTop(bin) - 3);
    }
  }

  private double middle(int bin) {
    return (bin - first + 0.5) * step;
  }

  // The lowest free place above the bar: over its middle, or reaching to the left or the right.
  private Box free(int bin, String value, String names) {
    double width = Math.max(BOLD * value.length(), CHARACTER * names.length());
    double height = names.isEmpty() ? LABEL_HEIGHT - LINE : LABEL_HEIGHT;
    double room = format.width - MARGIN - width;
    return DoubleStream.of(0.5, 1, 0)
        .map(
            share ->
                Math.max(0, Math.min(middle(bin) + (share - 0.5) * step - share * width, room)))
        .mapToObj(left -> free(left, left + width, height, barTop(bin)))
        .filter(box -> box != null && barTop(bin) - box.bottom <= LONGEST_LEADER)
        .max(Comparator.comparingDouble(Box::bottom))
        .orElse(null);
  }

  // Just above the bars below it; higher where other labels stand; null where there is no room.
  private Box free(double left, double right, double height, double highestBottom) {
    double bottom = highestBottom;
    for (int bin = first; bin < last; bin++) {
      boolean below = (bin - first) * step < right && (bin + 1 - first) * step > left;
      bottom = below ? Math.min(bottom, barTop(bin)) : bottom;
    }
    for (double at = bottom - LABEL_GAP; at >= height; at -= LINE) {
      Box box = new Box(left, right, at - height, at);
      if (labels.stream().noneMatch(box::overlaps)) {
        return box;
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
