package io.github.papersluice.cli;

import io.github.papersluice.snapshot.Attribution;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
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

  /**
   * Checks what ends up in files that other programs read.
   *
   * @throws CommandException if an address is not one of the web, a date not one of the calendar,
   *     or a text holds control characters
   */
  void validate() {
    requireText("--title", title);
    requireText("--description", description);
    requireText("--licence", licence);
    creators.forEach(creator -> requireText("--creator", creator));
    requireWebAddress("--url", url);
    requireWebAddress("--licenceUrl", licenceUrl);
    if (datePublished != null && !isDate(datePublished)) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          "--datePublished is a date such as 2025-03-31, not '" + datePublished + "'");
    }
  }

  private static void requireText(String option, String value) {
    if (value != null && (value.isBlank() || value.chars().anyMatch(Character::isISOControl))) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          option + " is a text on one line, not empty: '" + value.replaceAll("\\R", " ") + "'");
    }
  }

  private static void requireWebAddress(String option, String value) {
    if (value != null && !isWebAddress(value)) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          option + " is an address such as https://example.org/data, not '" + value + "'");
    }
  }

  private static boolean isWebAddress(String value) {
    try {
      URI address = new URI(value);
      return address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getScheme() != null
          && address.getScheme().matches("(?i)https?");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isDate(String value) {
    try {
      return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(value) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The values that were given. */
  Attribution value() {
    return new Attribution(title, description, url, licence, licenceUrl, creators, datePublished);
  }
}
