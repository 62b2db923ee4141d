package io.github.papersluice.cli;

import io.github.papersluice.job.Repetition;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.check.SnapshotVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a snapshot offline. */
@Command(
    name = "verify",
    description = {
      "Checks a snapshot: checksums, row counts, schemas, keys, references, that Avro and CSV agree,"
          + " and that every offset points at its surface.",
      "Prints a line a fault and ends with status 7 if there is any.",
      ""
    },
    sortOptions = false,
    usageHelpWidth = 80,
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SNAPSHOT",
      description = "The snapshot's folder, or its name in the output folder.")
  private String snapshot;

  @Mixin private OutputOption output;

  @Option(
      names = "--against",
      paramLabel = "PATH",
      description = "Also run the job on these inputs anew, and compare byte for byte.")
  private List<String> against = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path folder = output.snapshot(snapshot);
    List<String> faults = Failures.readingSnapshots(() -> faults(folder));
    PrintWriter out = spec.commandLine().getOut();
    faults.forEach(out::println);
    out.println(
        faults.isEmpty()
            ? "papersluice: " + folder + " is whole"
            : "papersluice: " + folder + " has " + faults.size() + " faults");
    return (faults.isEmpty() ? ExitStatus.DONE : ExitStatus.FAULTS).code();
  }

  private List<String> faults(Path folder) throws IOException {
    SnapshotFolder snapshot = SnapshotFolder.at(folder);
    List<String> faults = SnapshotVerifier.verify(snapshot);
    if (!faults.isEmpty() || against.isEmpty()) {
      return faults;
    }
    return Repetition.differences(snapshot, against);
  }
}
