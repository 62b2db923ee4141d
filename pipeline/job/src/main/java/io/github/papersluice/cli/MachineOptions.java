package io.github.papersluice.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a run tells a scheduler, beside or instead of what it tells a person. */
final class MachineOptions {
  /** How warnings and errors are written. */
  enum LogFormat {
    /** For people: a line each. */
    TEXT,

    /** A JSON object on a line each. */
    JSON
  }

  static final String JSON = "--json";
  static final String LOG_FORMAT = "--log-format";

  @Option(
      names = JSON,
      description =
          "Print one JSON object on standard output at the end, also of a run that failed.")
  private boolean json;

  @Option(names = "--quiet", description = "Print no summary and no progress.")
  private boolean quiet;

  @Option(
      names = LOG_FORMAT,
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How warnings and errors are written: text or json. Default: ${DEFAULT-VALUE}.")
  private LogFormat logFormat;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description =
          "Write the run's figures in OpenMetrics text, replacing the file at once: for the folder"
              + " of node-exporter's textfile collector, say.")
  private Path metrics;

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  LogFormat logFormat() {
    return logFormat;
  }

  /** Where metrics are written, or null. */
  Path metrics() {
    return metrics;
  }
}
