package io.github.papersluice.cli;

import io.github.papersluice.job.RunListener;
import io.github.papersluice.transforms.RunProgress;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes a run's warnings, keeps them, and shows its progress on a terminal. */
final class TerminalListener implements RunListener {
  /** Where the launcher says that standard error is a terminal. */
  private static final String TERMINAL_PROPERTY = "papersluice.terminal";

  private final PrintWriter err;
  private final Log log;
  private final boolean quiet;
  private final boolean debug;
  private final List<String> warnings = new ArrayList<>();

  TerminalListener(PrintWriter err, MachineOptions machine, boolean debug) {
    this.err = err;
    this.debug = debug;
    this.log = new Log(err, machine.logFormat());
    this.quiet = machine.quiet() || machine.logFormat() == MachineOptions.LogFormat.JSON;
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
    log.warning(message);
  }

  @Override
  public void detail(String message) {
    if (debug) {
      log.warning(message);
    }
  }

  /** What was warned of so far, in order. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public Progress begin(long totalBytes, Supplier<RunProgress> source) {
    return !quiet && Boolean.getBoolean(TERMINAL_PROPERTY)
        ? new ProgressLine(TerminalWriter.data(err), totalBytes, source)
        : NO_PROGRESS;
  }
}
