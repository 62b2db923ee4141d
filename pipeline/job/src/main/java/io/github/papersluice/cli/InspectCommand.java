package io.github.papersluice.cli;

import io.github.papersluice.model.PaperMetadata;
import io.github.papersluice.model.Rejection;
import io.github.papersluice.reading.DigestFile;
import io.github.papersluice.reading.DigestInspection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a digest would be read. */
@Command(
    name = "inspect",
    description = {
      "Says which dialect a digest is in and why, and shows its first three records as a run would"
          + " read them. Writes nothing.",
      ""
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  private static final int RECORDS = 3;
  private static final int LONGEST_TEXT = 160;

  @Parameters(paramLabel = "FILE", description = "The digest.")
  private Path file;

  @Mixin private DialectOptions dialects;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    dialects.validate();
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitStatus.NO_INPUT, "no file at " + file);
    }
    DigestFile digest =
        new DigestFile(file.getFileName().toString(), file.toString(), Files.size(file));
    DigestInspection found =
        DigestInspection.of(
            digest,
            location -> Files.newByteChannel(Path.of(location)),
            dialects.choice(),
            RECORDS);
    print(found, spec.commandLine().getOut());
    return ExitStatus.DONE.code();
  }

  private void print(DigestInspection found, PrintWriter out) {
    out.println(file.getFileName() + " is read as " + found.dialect() + ": " + found.reason());
    if (!found.format().equals(found.dialect())) {
      field(out, "format", found.format());
    }
    int number = 1;
    for (DigestInspection.Paper paper : found.papers()) {
      out.println();
      out.println(number++ + ". " + paper.title());
      field(out, "abstract", shortened(paper.abstractText()));
      field(out, "digest_date", paper.heading());
      printMetadata(paper.metadata(), out);
    }
    if (found.papers().isEmpty()) {
      out.println("No papers were found.");
    }
    for (Rejection rejection : found.rejections()) {
      out.printf(
          Locale.ROOT,
          "%nRejected, bytes %d to %d: %s %s%n",
          rejection.startByte(),
          rejection.endByte(),
          rejection.reason(),
          rejection.detail());
      field(out, "excerpt", shortened(rejection.excerpt()));
    }
  }

  private static void printMetadata(PaperMetadata metadata, PrintWriter out) {
    field(out, "arxiv_id", metadata.arxivId());
    field(out, "doi", metadata.doi());
    field(out, "url", metadata.url());
    field(out, "authors", shortened(metadata.authors()));
    field(out, "published_date", metadata.publishedDate());
    field(out, "categories", metadata.categories());
    field(out, "comment", shortened(metadata.comment()));
    field(out, "code_url", metadata.codeUrl());
    field(out, "project_url", metadata.projectUrl());
    field(out, "upvotes", metadata.upvotes());
  }

  private static void field(PrintWriter out, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      out.printf(Locale.ROOT, "   %-15s %s%n", name, value);
    }
  }

  private static String shortened(String text) {
    if (text == null || text.codePointCount(0, text.length()) <= LONGEST_TEXT) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT))
        + "... ("
        + text.codePointCount(0, text.length())
        + " characters)";
  }
}
