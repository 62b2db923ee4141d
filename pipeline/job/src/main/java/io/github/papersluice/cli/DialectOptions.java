package io.github.papersluice.cli;

import io.github.papersluice.dialects.DialectChoice;
import io.github.papersluice.dialects.Dialects;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What a user says of the form that digests are in. */
final class DialectOptions {
  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      description =
          "Read all digests as this dialect instead of recognising each by its content. The"
              + " command dialects lists them, inspect says which one a file is in.")
  private String dialect;

  @Option(
      names = "--fields",
      paramLabel = "COLUMN=PATH",
      split = ",",
      description =
          "Where JSON, XML, CSV and the like keep a column's value, before the names that are known:"
              + " title=headline,abstract=body.text.")
  private Map<String, String> fields = new TreeMap<>();

  /** What was given. */
  DialectChoice choice() {
    return new DialectChoice(dialect, new TreeMap<>(fields));
  }

  /**
   * Checks the names.
   *
   * @throws CommandException if there is no dialect or column of a name
   */
  void validate() {
    if (dialect == null && fields.isEmpty()) {
      return;
    }
    try {
      Dialects.of(choice());
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitStatus.BAD_OPTIONS, e.getMessage(), e);
    }
  }
}
