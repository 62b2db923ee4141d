package io.github.papersluice.job;

import static java.util.stream.Collectors.toMap;

import io.github.papersluice.catalog.CatalogFiles;
import io.github.papersluice.model.CodeStatus;
import io.github.papersluice.report.CodeCounts;
import io.github.papersluice.report.ReportInput;
import io.github.papersluice.report.SnapshotReport;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.FurtherFiles;
import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.PartFile;
import io.github.papersluice.snapshot.SnapshotContents;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.warehouse.LoadScripts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The files that stand beside a snapshot's tables: load scripts, descriptions, the report. */
public final class CompanionFiles implements FurtherFiles {
  private final String snapshot;
  private final Attribution attribution;

  /**
   * Files that name and attribute the snapshot.
   *
   * @param snapshot its name, or null for the manifest's id
   */
  public CompanionFiles(String snapshot, Attribution attribution) {
    this.snapshot = snapshot;
    this.attribution = attribution;
  }

  @Override
  public List<GeneratedFile> make(SnapshotContents contents) throws IOException {
    Manifest manifest = contents.manifest();
    SnapshotInventory inventory =
        new SnapshotInventory(
            snapshot == null ? manifest.id() : snapshot,
            manifest.id(),
            manifest.generator().version(),
            manifest.outputs(),
            attribution);
    List<GeneratedFile> files = new ArrayList<>(LoadScripts.of(inventory));
    files.addAll(CatalogFiles.of(inventory));
    if (inventory.has(Format.AVRO)) {
      files.add(report(inventory, contents));
    }
    return files;
  }

  private static GeneratedFile report(SnapshotInventory inventory, SnapshotContents contents)
      throws IOException {
    Manifest manifest = contents.manifest();
    Map<CodeStatus, Long> papers = manifest.counts().papersByCodeStatus();
    Map<String, PartFile> parts =
        manifest.outputs().stream().collect(toMap(PartFile::path, Function.identity()));
    ReportInput input =
        new ReportInput(
            inventory.name(),
            inventory.version(),
            manifest.outputs(),
            path -> contents.open(parts.get(path)),
            new CodeCounts(
                papers.get(CodeStatus.AVAILABLE),
                papers.get(CodeStatus.PROMISED),
                papers.get(CodeStatus.NONE)));
    return new GeneratedFile(SnapshotReport.PATH, SnapshotReport.render(input));
  }
}
