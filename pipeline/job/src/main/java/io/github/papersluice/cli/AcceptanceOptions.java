package io.github.papersluice.cli;

import io.github.papersluice.job.Acceptance;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which results are published. */
final class AcceptanceOptions {
  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,15}|[0-9]{1,3}(\\.[0-9]{1,6})?%");

  @Option(
      names = "--strict",
      description = "Publish nothing if any piece of the input is rejected (exit status 5).")
  private boolean strict;

  @Option(
      names = "--max-rejections",
      paramLabel = "N|N%%",
      description =
          "Publish nothing if more than N pieces, or N %% of all records and pieces, are rejected"
              + " (exit status 5).")
  private String maxRejections;

  @Option(
      names = "--fail-if-empty",
      description = "Publish nothing if no paper is found (exit status 5).")
  private boolean failIfEmpty;

  /**
   * What was asked for.
   *
   * @throws CommandException if a limit is not valid
   */
  Acceptance value() {
    if (strict && maxRejections == null) {
      return new Acceptance(0L, null, failIfEmpty);
    }
    if (maxRejections == null) {
      return new Acceptance(null, null, failIfEmpty);
    }
    if (strict || !LIMIT.matcher(maxRejections).matches()) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          strict
              ? "--strict and --max-rejections exclude each other"
              : "--max-rejections is a number such as 10 or a share such as 0.5%, not '"
                  + maxRejections
                  + "'");
    }
    return maxRejections.endsWith("%")
        ? new Acceptance(
            null,
            Double.valueOf(maxRejections.substring(0, maxRejections.length() - 1)),
            failIfEmpty)
        : new Acceptance(Long.valueOf(maxRejections), null, failIfEmpty);
  }
}
