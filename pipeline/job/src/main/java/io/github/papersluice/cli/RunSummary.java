package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PublishedSnapshot;
import io.github.papersluice.transforms.InputFiles;
import java.io.PrintWriter;
import java.util.Locale;

/** The table that a run prints when it is done. */
final class RunSummary {
  private final InputFiles inputs;
  private final double seconds;

  /**
   * A run's own figures.
   *
   * @param inputs what was matched
   * @param seconds from the program's start
   */
  RunSummary(InputFiles inputs, double seconds) {
    this.inputs = inputs;
    this.seconds = seconds;
  }

  /** Prints what was made, how fast, and where it is. */
  void print(PublishedSnapshot published, PrintWriter out) {
    if (published.outcome() == PublishedSnapshot.Outcome.UNCHANGED) {
      out.println(
          "papersluice: nothing new: " + published.location() + " holds these inputs already");
      return;
    }
    Manifest.Counts counts = published.manifest().counts();
    row(out, "digests", counts.digests());
    row(out, "papers", counts.papers());
    row(out, "links", counts.links());
    counts
        .linksByKind()
        .forEach(
            (kind, links) -> {
              if (links > 0) {
                row(out, "  " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), links);
              }
            });
    row(out, "model sizes", counts.modelSizes());
    row(out, "rejections", counts.rejections());
    if (counts.replacements() > 0) {
      row(out, "replaced byte sequences", counts.replacements());
    }
    if (!inputs.passedOver().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%-24s %,10d (no digest by its name: %s)%n",
          "files passed over",
          inputs.passedOver().size(),
          inputs.passedOver().get(0).replaceAll("\\p{Cntrl}", "?"));
    }
    // Copies are not read again.
    double megabytes = counts.inputBytes() / 1e6;
    out.printf(
        Locale.ROOT,
        "%-24s %10.1f MB in %.1f s (%.1f MB/s)%n",
        "read",
        megabytes,
        seconds,
        megabytes / seconds);
    out.printf(Locale.ROOT, "%-24s %s (%s)%n", "snapshot", published.location(), words(published));
  }

  private static void row(PrintWriter out, String name, long count) {
    out.printf(Locale.ROOT, "%-24s %,10d%n", name, count);
  }

  private static String words(PublishedSnapshot published) {
    return published.outcome() == PublishedSnapshot.Outcome.REPLACED ? "replaced" : "new";
  }
}
