package io.github.papersluice.cli;

import io.github.papersluice.job.RunSettings;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.RowFormat;
import io.github.papersluice.snapshot.SnapshotNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The options of a run. Those of Beam and its runners are passed on as they are. */
final class RunOptions {
  /** Where {@code scripts/run} says that the project's own digests lie. */
  private static final String SEEDS_PROPERTY = "papersluice.seeds";

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = {
        "Digests to read: a file, a folder (its text, Markdown, HTML, JSON, XML, CSV, BibTeX, RIS and"
            + " mail files, compressed ones too, and those of the folders below) or a glob in"
            + " quotes; a local path or a URI of a Beam file system."
            + " May be given several times; - is standard input. Default: the project's seeds/."
      })
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--stdin-name",
      paramLabel = "NAME",
      defaultValue = "stdin",
      description = "The name of the digest on standard input. Default: ${DEFAULT-VALUE}.")
  private String stdinName;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      defaultValue = "out",
      description = "Where snapshots are kept, a folder each. Default: ${DEFAULT-VALUE}.")
  private String output;

  @Option(
      names = "--snapshot",
      paramLabel = "NAME",
      description = "The snapshot's name. Default: derived from the content of the inputs.")
  private String snapshot;

  @Option(
      names = "--overwrite",
      description = "Replace a snapshot of that name that holds something else.")
  private boolean overwrite;

  @Option(
      names = "--digestYear",
      paramLabel = "YEAR",
      description = "The year of date lines that have none: 2025 makes 'Mar 11' 2025-03-11.")
  private Integer digestYear;

  @Mixin private DialectOptions dialects;

  @Option(
      names = "--shardSize",
      paramLabel = "SIZE",
      defaultValue = "8MB",
      converter = ByteSizeConverter.class,
      description =
          "Input bytes a part file is made from, such as 64MB. Another size, other parts: it is"
              + " part of what makes a snapshot reproducible. Default: ${DEFAULT-VALUE}.")
  private long shardSize;

  @Option(
      names = "--formats",
      paramLabel = "LIST",
      split = ",",
      converter = FormatConverter.class,
      defaultValue = "avro,csv",
      description =
          "File formats to write, separated by commas: avro, csv, parquet. Default:"
              + " ${DEFAULT-VALUE}.")
  private List<Format> formats;

  @Option(
      names = "--csvFormulaGuard",
      description =
          "Put a ' before CSV cells that a spreadsheet would run as a formula (= + - @, tab, CR).")
  private boolean csvFormulaGuard;

  @Mixin private AttributionOptions attribution;

  @Option(
      names = "--incremental",
      description =
          "Take the rows of digests that the latest snapshot holds from there, and extract the"
              + " others only. The result is the same to the byte.")
  private boolean incremental;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Afterwards delete all snapshots but the newest N.")
  private Integer keep;

  @Option(
      names = "--no-fsync",
      negatable = true,
      description =
          "Do not force the snapshot to the disk: a little faster, and after a power cut it may be"
              + " damaged.")
  private boolean fsync = true;

  @Mixin private AcceptanceOptions acceptance;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error, and what a warning sums up.")
  private boolean debug;

  /** Whether all is told. */
  boolean isDebugging() {
    return debug;
  }

  /** Whether a digest is read from standard input. */
  boolean readsStandardInput() {
    return inputs.contains(StandardInput.NAME);
  }

  /** The name of the digest on standard input: a file name. */
  String standardInputName() {
    return stdinName;
  }

  /** The inputs that were given, or the project's seeds if none was. */
  private List<String> inputsOrSeeds() {
    String seeds = System.getProperty(SEEDS_PROPERTY);
    if (inputs.isEmpty() && seeds == null) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS, "no input: name what to read with --input=FILE, FOLDER or GLOB");
    }
    return inputs.isEmpty() ? List.of(seeds) : List.copyOf(inputs);
  }

  /**
   * The settings of the run, once they are validated.
   *
   * @throws CommandException if there is nothing to read
   */
  RunSettings settings() {
    return new RunSettings(
        inputsOrSeeds(),
        output,
        snapshot,
        overwrite,
        digestYear,
        dialects.choice(),
        shardSize,
        formats,
        csvFormulaGuard,
        attribution.value(),
        incremental,
        keep,
        fsync,
        acceptance.value());
  }

  /**
   * Checks what the parser cannot.
   *
   * @throws CommandException if a value is not valid
   */
  void validate() {
    if (inputs.stream().anyMatch(String::isBlank)) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS, "--input is empty: name a file, a folder or a glob");
    }
    if (!SnapshotNames.isValid(stdinName)) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          "--stdin-name is a file name of letters, digits, '.', '_' and '-', not '"
              + stdinName
              + "'");
    }
    if (output.isBlank()) {
      throw new CommandException(ExitStatus.BAD_OPTIONS, "--output is empty: name a folder");
    }
    if (digestYear != null && (digestYear < 1 || digestYear > 9999)) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS, "--digestYear is a year from 1 to 9999, not " + digestYear);
    }
    dialects.validate();
    if (snapshot != null && !SnapshotNames.isValid(snapshot)) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          "--snapshot is a name of at most 100 letters, digits, '.', '_' and '-' that begins with a"
              + " letter or digit, does not end with '.', and is not LATEST; not '"
              + snapshot
              + "'");
    }
    if (keep != null && keep < 1) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS, "--keep is a number of snapshots from 1, not " + keep);
    }
    attribution.validate();
    if (formats.isEmpty()) {
      throw new CommandException(ExitStatus.BAD_OPTIONS, "--formats names no format");
    }
    if (formats.contains(Format.PARQUET)) {
      validateParquet();
    }
  }

  private void validateParquet() {
    if (formats.stream().distinct().count() == 1) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          "--formats=parquet needs avro or csv beside it, which verify and diff read");
    }
    if (RowFormat.of(Format.PARQUET).isEmpty()) {
      throw new CommandException(
          ExitStatus.BAD_OPTIONS,
          "Parquet needs libraries that are not on the class path: start the job by scripts/run,"
              + " which fetches them once");
    }
  }

  /** Reads {@code 8388608}, {@code 512KB}, {@code 8MB}, {@code 1GB}; units are powers of 1024. */
  static final class ByteSizeConverter implements ITypeConverter<Long> {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([KMG]?)(?:i?B)?");

    @Override
    public Long convert(String value) {
      Matcher matcher = SIZE.matcher(value.strip());
      if (!matcher.matches()) {
        throw new TypeConversionException("'" + value + "' is not a size such as 8MB or 512KB");
      }
      int shift = 10 * " KMG".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
      long bytes = Long.parseLong(matcher.group(1)) << shift;
      if (bytes < 1024 || bytes > 1L << 40) {
        throw new TypeConversionException("'" + value + "' is not between 1KB and 1024GB");
      }
      return bytes;
    }
  }

  /** Reads a format's name. */
  static final class FormatConverter implements ITypeConverter<Format> {
    @Override
    public Format convert(String value) {
      try {
        return Format.named(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
