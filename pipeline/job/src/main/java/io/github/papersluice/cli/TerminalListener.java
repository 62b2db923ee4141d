package io.github.papersluice.cli;

import io.github.papersluice.job.RunListener;
import io.github.papersluice.transforms.RunProgress;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** Writes a run's warnings, a line each, and on a terminal its progress. */
final class TerminalListener implements RunListener {
  /** Where {@code scripts/run} says that standard error is a terminal. */
  private static final String TERMINAL_PROPERTY = "papersluice.terminal";

  private final PrintWriter err;

  TerminalListener(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void warning(String message) {
    err.println("papersluice: " + message);
  }

  @Override
  public Progress begin(long totalBytes, Supplier<RunProgress> source) {
    return Boolean.getBoolean(TERMINAL_PROPERTY)
        ? new ProgressLine(err, totalBytes, source)
        : NO_PROGRESS;
  }
}
