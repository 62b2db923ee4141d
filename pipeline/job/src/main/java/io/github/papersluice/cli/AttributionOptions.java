package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Attribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What a snapshot's descriptions say of its publisher; what is not given they leave out. */
public final class AttributionOptions {
  /** The option that may be given several times, and what stands between its values. */
  static final String CREATORS = "creator";

  static final String SEPARATOR = "; ";

  /** The options that are given once at most. */
  static final Set<String> NAMES =
      Set.of("title", "description", "url", "licence", "licenceUrl", "datePublished");

  @Option(names = "--title", paramLabel = "TEXT", description = "The data set's title for people.")
  private String title;

  @Option(names = "--description", paramLabel = "TEXT", description = "What the digests are.")
  private String description;

  @Option(names = "--url", paramLabel = "URL", description = "The data set's page.")
  private String url;

  @Option(
      names = "--licence",
      paramLabel = "ID",
      description = "The data set's licence as an SPDX identifier, such as CC-BY-4.0.")
  private String licence;

  @Option(
      names = "--licenceUrl",
      paramLabel = "URL",
      description = "Where the licence can be read.")
  private String licenceUrl;

  @Option(
      names = "--" + CREATORS,
      paramLabel = "NAME",
      description = "Who made the data set; may be given several times.")
  private List<String> creators = new ArrayList<>();

  @Option(
      names = "--datePublished",
      paramLabel = "DATE",
      description = "The data set's ISO date of publication; never taken from the clock.")
  private String datePublished;

  /** The values that were given. */
  public Attribution value() {
    return new Attribution(title, description, url, licence, licenceUrl, creators, datePublished);
  }

  /** The options that were given, by name, for the manifest. */
  public Map<String, String> shapingOptions() {
    Map<String, String> given = new TreeMap<>();
    put(given, "title", title);
    put(given, "description", description);
    put(given, "url", url);
    put(given, "licence", licence);
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
}
