package io.github.papersluice.snapshot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
  private static final String CREATORS = "creator";
  private static final String SEPARATOR = "; ";

  /** Keeps a copy of the creators. */
  public Attribution {
    creators = List.copyOf(creators);
  }

  /** Returns the attribution of which nothing is known. */
  public static Attribution unknown() {
    return new Attribution(null, null, null, null, null, List.of(), null);
  }

  /** The values that are given, by the names of the options that give them. */
  public Map<String, String> options() {
    Map<String, String> given = new TreeMap<>();
    put(given, "title", title);
    put(given, "description", description);
    put(given, "url", url);
    put(given, "licence", licenceName);
    put(given, "licenceUrl", licenceUrl);
    put(given, CREATORS, creators.isEmpty() ? null : String.join(SEPARATOR, creators));
    put(given, "datePublished", datePublished);
    return given;
  }

  private static void put(Map<String, String> given, String name, String value) {
    if (value != null) {
      given.put(name, value);
    }
  }

  /**
   * Takes the values out of options, as {@link #options} names them.
   *
   * @param options loses what is taken
   */
  public static Attribution takenFrom(Map<String, String> options) {
    String creators = options.remove(CREATORS);
    return new Attribution(
        options.remove("title"),
        options.remove("description"),
        options.remove("url"),
        options.remove("licence"),
        options.remove("licenceUrl"),
        creators == null ? List.of() : List.of(creators.split(SEPARATOR, -1)),
        options.remove("datePublished"));
  }
}
