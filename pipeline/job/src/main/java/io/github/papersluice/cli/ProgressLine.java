package io.github.papersluice.cli;

import io.github.papersluice.job.RunListener;
import io.github.papersluice.transforms.RunProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One line on a terminal that tells how far a run is, twice a second until it is closed; each
 * update writes over the one before.
 */
final class ProgressLine implements RunListener.Progress {
  private static final String ERASE = "\r\u001b[K";
  private static final long INTERVAL_MILLIS = 500;

  private final PrintWriter terminal;
  private final long totalBytes;
  private final long startNanos = System.nanoTime();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
  private final ScheduledFuture<?> updates;
  private volatile Supplier<RunProgress> source;

  /**
   * Begins at this moment.
   *
   * @param totalBytes how many bytes there are to read
   * @param source what is asked for the progress, by one thread; if it throws, the line no longer
   *     changes
   */
  ProgressLine(PrintWriter terminal, long totalBytes, Supplier<RunProgress> source) {
    this.terminal = terminal;
    this.totalBytes = totalBytes;
    this.source = source;
    this.updates =
        ticker.scheduleAtFixedRate(
            this::update, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "progress-line");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void follow(Supplier<RunProgress> other) {
    source = other;
  }

  private void update() {
    RunProgress progress = source.get();
    double seconds = Math.max(0.001, (System.nanoTime() - startNanos) / 1e9);
    terminal.print(ERASE + text(progress.bytes(), totalBytes, progress.records(), seconds));
    terminal.flush();
  }

  /** Removes the line. */
  @Override
  public void close() {
    updates.cancel(false);
    ticker.shutdown();
    try {
      // What comes next on the terminal must not be written over.
      if (!ticker.awaitTermination(1, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    terminal.print(ERASE);
    terminal.flush();
  }

  static String text(long bytes, long totalBytes, long records, double seconds) {
    double rate = bytes / seconds;
    String text =
        String.format(
            Locale.ROOT,
            "%d %%, %,.1f of %,.1f MB, %,d records, %,.1f MB/s",
            totalBytes == 0 ? 100 : Math.min(100, 100 * bytes / totalBytes),
            bytes / 1e6,
            totalBytes / 1e6,
            records,
            rate / 1e6);
    return bytes == 0 ? text : text + ", " + left((totalBytes - bytes) / rate);
  }

  private static String left(double seconds) {
    long whole = Math.max(0, Math.round(seconds));
    return whole < 60
        ? whole + " s left"
        : String.format(Locale.ROOT, "%d:%02d min left", whole / 60, whole % 60);
  }
}
