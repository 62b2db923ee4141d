package io.github.papersluice.report;

import java.util.Arrays;

/**
 * How many papers each digest holds, in the order of the table of digests. In bounded memory: where
 * there are more digests than columns, each column stands for 2, 4, 8, ... of them in a row.
 */
final class DigestColumns {
  private static final int MOST = 256;
  private static final int HEIGHT = 132;
  private static final int TOP = 22;

  private final long[] papers = new long[MOST];
  private long digests;
  private long perColumn = 1;

  void add(long paperCount) {
    if (digests == MOST * perColumn) {
      halve();
    }
    papers[(int) (digests / perColumn)] += paperCount;
    digests++;
  }

  private void halve() {
    for (int i = 0; i < MOST / 2; i++) {
      papers[i] = papers[2 * i] + papers[2 * i + 1];
    }
    Arrays.fill(papers, MOST / 2, MOST, 0);
    perColumn *= 2;
  }

  /** How many digests a column stands for; the last one may stand for fewer. */
  long perColumn() {
    return perColumn;
  }

  /** The columns' papers. */
  long[] papers() {
    return Arrays.copyOf(papers, (int) ((digests + perColumn - 1) / perColumn));
  }

  /** The papers of the highest column. */
  long highest() {
    return Arrays.stream(papers).max().orElse(0);
  }

  void draw(Html html, String id, String title, String description) {
    new Figure(html).openChart(id, title, description, "columns", "100%", HEIGHT);
    String top = Integer.toString(TOP);
    html.empty("line", "class", "grid", "x2", "100%", "y1", top, "y2", top);
    html.element("text", Quantities.count(highest()), "class", "tick", "y", "15");
    long[] counts = papers();
    for (int i = 0; i < counts.length; i++) {
      bar(html, i, counts);
    }
    html.closeLine();
  }

  private void bar(Html html, int i, long[] counts) {
    double width = 100.0 / counts.length;
    double height = highest() == 0 ? 0 : (double) (HEIGHT - TOP) * counts[i] / highest();
    html.empty(
        "rect",
        "class",
        "bar",
        "x",
        Quantities.decimal(i * width) + "%",
        "y",
        Quantities.decimal(HEIGHT - height),
        "width",
        Quantities.decimal(0.8 * width) + "%",
        "height",
        Quantities.decimal(height));
  }
}
