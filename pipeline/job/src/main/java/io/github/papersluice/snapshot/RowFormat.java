package io.github.papersluice.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A format whose libraries come in a jar of their own, which offers it as a service (see {@link
 * ServiceLoader}). What it writes must follow from the rows alone.
 */
public interface RowFormat {

  /** Which format it writes. */
  Format format();

  /**
   * Begins a part.
   *
   * @param table the table whose rows are to come
   * @param out the file, which {@link RowOutput#finish} closes
   */
  RowOutput open(Table table, OutputStream out) throws IOException;

  /** Finds what writes a format, or nothing if its jar is not on the class path. */
  static Optional<RowFormat> of(Format format) {
    return ServiceLoader.load(RowFormat.class, RowFormat.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.format() == format)
        .findFirst();
  }
}
