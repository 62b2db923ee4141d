package io.github.papersluice.dialects;

import java.util.function.Supplier;

/**
 * A form that digests come in.
 *
 * @param name as {@code --dialect} and {@code digests.format} spell it: lower case and hyphens
 * @param description one line for a person, which says how it is recognised
 * @param readers makes a reader for it
 */
public record Dialect(String name, String description, Supplier<DialectReader> readers) {

  /** A new reader. */
  public DialectReader reader() {
    return readers.get();
  }
}
