package io.github.papersluice.cli;

import io.github.papersluice.evaluation.EvaluatedRecord;
import io.github.papersluice.evaluation.Evaluation;
import io.github.papersluice.evaluation.EvaluationException;
import io.github.papersluice.evaluation.EvaluationReport;
import io.github.papersluice.evaluation.GoldLabels;
import io.github.papersluice.evaluation.Scores;
import io.github.papersluice.evaluation.SnapshotRecords;
import io.github.papersluice.job.ExtractedRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores extraction against gold labels. */
@Command(
    name = "evaluate",
    description = {
      "Scores links, repositories, availability, code_status, model sizes, their roles and models"
          + " against gold labels.",
      "Prints precision, recall and F1 with a bootstrap 95 %% interval, then every mistake and"
          + " the rule that decided.",
      ""
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--gold",
      required = true,
      paramLabel = "FILE",
      description = "Labels, a JSON line a record in the digest's order.")
  private Path gold;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Extracted extracted;

  @Option(names = "--json", description = "Print JSON for machines.")
  private boolean json;

  @Spec private CommandSpec spec;

  private static final class Extracted {
    @Option(
        names = "--input",
        paramLabel = "FILE",
        description = "A digest: its facts are extracted now.")
    private Path digest;

    @Option(
        names = "--snapshot",
        paramLabel = "FOLDER",
        description = "A snapshot, or a folder of CSV tables: its facts are taken from there.")
    private Path snapshot;
  }

  @Override
  public Integer call() {
    Scores scores = Failures.translated(this::score);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? EvaluationReport.json(scores) : EvaluationReport.text(scores));
    out.flush();
    return ExitStatus.DONE.code();
  }

  private Scores score() throws IOException {
    requireExists(gold, "gold labels");
    try {
      GoldLabels labels = GoldLabels.read(gold);
      return Evaluation.score(records(labels), labels);
    } catch (EvaluationException e) {
      throw new CommandException(ExitStatus.UNREADABLE_INPUT, e.getMessage(), e);
    }
  }

  private List<EvaluatedRecord> records(GoldLabels labels) throws IOException, EvaluationException {
    if (extracted.snapshot != null) {
      requireExists(extracted.snapshot, "snapshot");
      return SnapshotRecords.read(extracted.snapshot, labels);
    }
    requireExists(extracted.digest, "digest");
    return ExtractedRecords.of(extracted.digest);
  }

  private static void requireExists(Path path, String what) {
    if (!Files.exists(path)) {
      throw new CommandException(ExitStatus.NO_INPUT, "no " + what + " at " + path);
    }
  }
}
