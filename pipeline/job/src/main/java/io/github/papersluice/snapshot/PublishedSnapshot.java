package io.github.papersluice.snapshot;

/**
 * How a publication ended.
 *
 * @param name the snapshot's name
 * @param location its whole path or URI
 * @param outcome what was done
 * @param manifest what it holds
 */
public record PublishedSnapshot(String name, String location, Outcome outcome, Manifest manifest) {

  /** What was done. */
  public enum Outcome {
    /** It is new. */
    PUBLISHED,

    /** It was there already with the same content, and was left alone. */
    UNCHANGED,

    /** It took the place of one with other content. */
    REPLACED
  }
}
