package io.github.papersluice.snapshot;

import java.util.List;

/**
 * What only the person who runs the job can say of a snapshot. Whatever is null or empty is left
 * out of the snapshot's descriptions: nothing is made up.
 *
 * @param title a name for people, or null
 * @param description what the digests are, or null
 * @param url the page where the data set is described, or null
 * @param licenceName an SPDX identifier such as {@code CC-BY-4.0}, or null
 * @param licenceUrl where the licence can be read, or null
 * @param creators the organisations that made the data set, in order (Croissant tells organisations
 *     from people, and calls each of these an organisation)
 * @param datePublished ISO date of publication, or null; never taken from the clock
 */
public record Attribution(
    String title,
    String description,
    String url,
    String licenceName,
    String licenceUrl,
    List<String> creators,
    String datePublished) {

  /** Keeps a copy of the creators. */
  public Attribution {
    creators = List.copyOf(creators);
  }

  /** Returns the attribution of which nothing is known. */
  public static Attribution unknown() {
    return new Attribution(null, null, null, null, null, List.of(), null);
  }
}
