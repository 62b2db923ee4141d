package io.github.papersluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.snapshot.Json;
import io.github.papersluice.snapshot.PublishedSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * How a run ended, for machines.
 *
 * @param status the process's exit code
 * @param error what went wrong, or null
 * @param snapshot the snapshot's name, or null if there is none
 * @param location where it is, or null
 * @param outcome {@code published}, {@code unchanged} or {@code replaced}, or null
 * @param counts its rows, or null
 * @param seconds since the program's start
 * @param warnings what the run warned of, in order
 */
record RunResult(
    int status,
    String error,
    String snapshot,
    String location,
    String outcome,
    Counts counts,
    double seconds,
    List<String> warnings) {

  /** Rows by table, and the bytes that were read for them. */
  record Counts(
      long digests, long papers, long links, long modelSizes, long rejections, long inputBytes) {}

  /** A run that ended well. */
  static RunResult of(PublishedSnapshot published, double seconds, List<String> warnings) {
    var counts = published.manifest().counts();
    return new RunResult(
        ExitStatus.DONE.code(),
        null,
        published.name(),
        published.location(),
        published.outcome().name().toLowerCase(Locale.ROOT),
        new Counts(
            counts.digests(),
            counts.papers(),
            counts.links(),
            counts.modelSizes(),
            counts.rejections(),
            counts.inputBytes()),
        seconds,
        warnings);
  }

  /** A run that failed. */
  static RunResult failed(ExitStatus status, String error, double seconds, List<String> warnings) {
    return new RunResult(status.code(), error, null, null, null, null, seconds, warnings);
  }

  /** One JSON object on one line, without the line's end. */
  String toJson() {
    return new String(Json.line(this), UTF_8);
  }

  /**
   * Writes the figures as OpenMetrics text, all at once.
   *
   * @throws IOException if the file cannot be written
   */
  void writeMetrics(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    metric(text, "status", "Exit code of the last run.", status);
    metric(text, "seconds", "How long the last run took.", seconds);
    metric(text, "warnings", "Warnings of the last run.", warnings.size());
    if (counts != null) {
      metric(text, "digests", "Digests in the snapshot.", counts.digests);
      metric(text, "papers", "Papers in the snapshot.", counts.papers);
      metric(text, "links", "Links in the snapshot.", counts.links);
      metric(text, "model_sizes", "Model sizes in the snapshot.", counts.modelSizes);
      metric(text, "rejections", "Rejected pieces in the snapshot.", counts.rejections);
      metric(text, "input_bytes", "Bytes of all digests.", counts.inputBytes);
    }
    Path target = file.toAbsolutePath();
    Path written = target.resolveSibling("." + target.getFileName() + ".new");
    Files.writeString(written, text.append("# EOF\n"));
    Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void metric(StringBuilder text, String name, String help, Number value) {
    String full = "papersluice_run_" + name;
    text.append("# TYPE ").append(full).append(" gauge\n");
    text.append("# HELP ").append(full).append(' ').append(help).append('\n');
    text.append(full).append(' ').append(value).append('\n');
  }
}
