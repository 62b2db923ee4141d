package io.github.papersluice.catalog;

import io.github.papersluice.snapshot.SnapshotInventory;

/** The sentence that both descriptions open with. */
final class Description {

  private Description() {}

  /** The publisher's title, or one that a person can read. */
  static String title(SnapshotInventory contents) {
    String given = contents.attribution().title();
    return given != null
        ? given
        : "Papers, code links and model sizes of machine-learning digests ("
            + contents.name()
            + ")";
  }

  /**
   * The data set's version, which is not the program's: it changes with the inputs too. The form is
   * that of a semantic version (https://semver.org/) with the snapshot's id as build metadata.
   */
  static String version(SnapshotInventory contents) {
    return contents.version() + "+" + contents.id();
  }

  /** The publisher's own words, or what is true of every snapshot. */
  static String of(SnapshotInventory contents) {
    String given = contents.attribution().description();
    return given != null
        ? given
        : "Papers of machine-learning digests, with the links and model sizes that their titles and"
            + " abstracts name, extracted by Papersluice "
            + contents.version()
            + ".";
  }
}
