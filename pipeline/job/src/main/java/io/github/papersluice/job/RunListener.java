package io.github.papersluice.job;

import io.github.papersluice.transforms.RunProgress;
import java.util.function.Supplier;

/** Is told how a run goes, while it goes. */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE =
      new RunListener() {
        @Override
        public void warning(String message) {}

        @Override
        public Progress begin(long totalBytes, Supplier<RunProgress> source) {
          return NO_PROGRESS;
        }
      };

  /** Shows nothing. */
  Progress NO_PROGRESS =
      new Progress() {
        @Override
        public void follow(Supplier<RunProgress> source) {}

        @Override
        public void close() {}
      };

  /** Something that the user should know, and that does not end the run. One line. */
  void warning(String message);

  /** What one who looks for a mistake wants to know, and nobody else. One line. */
  default void detail(String message) {}

  /**
   * The pipeline begins.
   *
   * @param totalBytes how many bytes there are to read
   * @param source tells the progress when asked, by one thread
   * @return is closed when the pipeline has ended
   */
  Progress begin(long totalBytes, Supplier<RunProgress> source);

  /** Shows how far a pipeline is. */
  interface Progress extends AutoCloseable {
    /** Asks another source from now on. */
    void follow(Supplier<RunProgress> source);

    @Override
    void close();
  }
}
