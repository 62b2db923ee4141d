package io.github.papersluice.catalog;

import io.github.papersluice.snapshot.SnapshotInventory;

/** The sentence that both descriptions open with. */
final class Description {

  private Description() {}

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
