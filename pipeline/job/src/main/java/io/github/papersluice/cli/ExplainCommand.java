package io.github.papersluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.papersluice.model.DigestSummary;
import io.github.papersluice.model.PaperText;
import io.github.papersluice.model.Utf8Text;
import io.github.papersluice.query.TerminalText;
import io.github.papersluice.snapshot.Json;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.PaperLookup;
import io.github.papersluice.text.FactExplanation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says by which rules a record was judged. */
@Command(
    name = "explain",
    description = {
      "Says why a text, or a record of a snapshot, has the facts that it has: the rules that decided"
          + " on each number that could be a model size, on each link and on the code.",
      "Give either TEXT or --paper. The text is judged by this program's rules, also where another"
          + " version made the snapshot.",
      ""
    },
    footer = {
      "",
      "Example: scripts/run explain \"We train Foo-7B on 2B tokens and release the code.\"",
      "",
      "Exit status: 0 done; 2 bad options; 3 no such snapshot, digest or record; 4 unreadable"
          + " snapshot."
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description = "A text, read as an abstract without a title.")
  private String text;

  @Option(
      names = "--paper",
      paramLabel = "RECORD",
      description = "The record's number in its digest, from 1: record_number of papers.")
  private Long recordNumber;

  @Option(
      names = "--digest",
      paramLabel = "NAME",
      description = "The record's digest, by name or digest_id; needed if there are several.")
  private String digest;

  @Mixin private SnapshotChoice choice;

  @Option(names = "--json", description = "Print JSON for machines.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if ((text == null) == (recordNumber == null)) {
      throw badOptions("give either a text in quotes or --paper=RECORD");
    }
    if (text != null && (digest != null || choice.isNamed())) {
      throw badOptions("--snapshot and --digest need --paper=RECORD and no text");
    }
    PaperText paper = text == null ? Failures.readingSnapshots(this::fromSnapshot) : given(text);
    print(FactExplanation.of(paper));
    return ExitStatus.DONE.code();
  }

  private static CommandException badOptions(String message) {
    return new CommandException(ExitStatus.BAD_OPTIONS, message);
  }

  private void print(FactExplanation explanation) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(TerminalText.json(new String(Json.pretty(explanation), UTF_8)));
      out.flush();
    } else {
      new ExplanationReport(out).print(explanation);
    }
  }

  /** In digests, too, an abstract's lines are joined by spaces. */
  private static PaperText given(String text) {
    return new PaperText(
        Utf8Text.of(""), Utf8Text.of(ExplanationReport.oneLine(text)), 0, 0, null, 0);
  }

  private PaperText fromSnapshot() throws IOException {
    SnapshotChoice.Found found = choice.find();
    DigestSummary source = digest(found);
    return PaperLookup.find(SnapshotFolder.at(found.folder()), source.digestId(), recordNumber)
        .orElseThrow(
            () ->
                missing(
                    "no record "
                        + recordNumber
                        + " in digest "
                        + source.name()
                        + ": its papers are numbered from 1 to "
                        + source.paperCount()));
  }

  private DigestSummary digest(SnapshotChoice.Found found) {
    List<DigestSummary> digests = found.manifest().inputs().stream().filter(this::isMeant).toList();
    if (digests.isEmpty()) {
      throw missing(
          digest == null
              ? found.folder() + " holds no digest"
              : "no digest '" + digest + "' in " + found.folder());
    }
    if (digests.size() > 1) {
      throw badOptions(
          digests.size()
              + " digests are meant, such as "
              + digests.get(0).name()
              + ": choose one with --digest, by digest_id where names are the same");
    }
    return digests.get(0);
  }

  private boolean isMeant(DigestSummary candidate) {
    return digest == null || candidate.name().equals(digest) || candidate.digestId().equals(digest);
  }

  private static CommandException missing(String message) {
    return new CommandException(ExitStatus.NO_INPUT, message);
  }
}
