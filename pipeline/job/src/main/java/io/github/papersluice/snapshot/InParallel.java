package io.github.papersluice.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Work on files that do not depend on each other. */
public final class InParallel {
  private InParallel() {}

  /** A step that may fail. */
  @FunctionalInterface
  public interface Step<T> {
    void run(T item) throws IOException;
  }

  /** Runs a step for each item on the processors at hand; throws one of the failures. */
  public static <T> void forEach(List<T> items, Step<T> step) throws IOException {
    try {
      items.parallelStream().forEach(item -> unchecked(step, item));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static <T> void unchecked(Step<T> step, T item) {
    try {
      step.run(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
