package io.github.papersluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.snapshot.Json;
import java.io.PrintWriter;

/** Writes warnings and errors to standard error, for people or for a log collector. */
final class Log {
  private final PrintWriter err;
  private final MachineOptions.LogFormat format;

  Log(PrintWriter err, MachineOptions.LogFormat format) {
    this.err = err;
    this.format = format;
  }

  private record Line(String level, String message) {}

  void warning(String message) {
    line("warning", message);
  }

  void error(String message) {
    line("error", message);
  }

  private void line(String level, String message) {
    err.println(
        format == MachineOptions.LogFormat.JSON
            ? new String(Json.line(new Line(level, message)), UTF_8)
            : "papersluice: " + message);
    err.flush();
  }
}
