package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Attribution;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a snapshot's descriptions say of its publisher; what is not given they leave out. */
final class AttributionOptions {
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
      names = "--creator",
      paramLabel = "NAME",
      description = "Who made the data set; may be given several times.")
  private List<String> creators = new ArrayList<>();

  @Option(
      names = "--datePublished",
      paramLabel = "DATE",
      description = "The data set's ISO date of publication; never taken from the clock.")
  private String datePublished;

  /** The values that were given. */
  Attribution value() {
    return new Attribution(title, description, url, licence, licenceUrl, creators, datePublished);
  }
}
