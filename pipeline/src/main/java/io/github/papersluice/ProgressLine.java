package io.github.papersluice;

import java.io.PrintWriter;
import java.util.Locale;

/** One line on a terminal that tells how far a run is; each update writes over the one before. */
final class ProgressLine {
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter terminal;
  private final long totalBytes;
  private final long startNanos;

  /**
   * Begins at this moment.
   *
   * @param totalBytes how many bytes there are to read
   */
  ProgressLine(PrintWriter terminal, long totalBytes) {
    this.terminal = terminal;
    this.totalBytes = totalBytes;
    this.startNanos = System.nanoTime();
  }

  /** Shows what has been read by now. */
  void update(long bytes, long records) {
    double seconds = Math.max(0.001, (System.nanoTime() - startNanos) / 1e9);
    terminal.print(ERASE + text(bytes, totalBytes, records, seconds));
    terminal.flush();
  }

  /** Removes the line. */
  void clear() {
    terminal.print(ERASE);
    terminal.flush();
  }

  static String text(long bytes, long totalBytes, long records, double seconds) {
    return String.format(
        Locale.ROOT,
        "%,.1f of %,.1f MB, %,d records, %,.1f MB/s",
        bytes / 1e6,
        totalBytes / 1e6,
        records,
        bytes / 1e6 / seconds);
  }
}
