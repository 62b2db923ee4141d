package io.github.papersluice;

import io.github.papersluice.catalog.CatalogFiles;
import io.github.papersluice.snapshot.Attribution;
import io.github.papersluice.snapshot.FurtherFiles;
import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.Manifest;
import io.github.papersluice.snapshot.SnapshotContents;
import io.github.papersluice.snapshot.SnapshotInventory;
import io.github.papersluice.warehouse.LoadScripts;
import java.util.ArrayList;
import java.util.List;

/** The files that stand beside a snapshot's tables: load scripts and descriptions. */
final class CompanionFiles implements FurtherFiles {
  private final String snapshot;
  private final Attribution attribution;

  /**
   * Files that name and attribute the snapshot.
   *
   * @param snapshot its name, or null for the manifest's id
   */
  CompanionFiles(String snapshot, Attribution attribution) {
    this.snapshot = snapshot;
    this.attribution = attribution;
  }

  @Override
  public List<GeneratedFile> make(SnapshotContents contents) {
    Manifest manifest = contents.manifest();
    SnapshotInventory inventory =
        new SnapshotInventory(
            snapshot == null ? manifest.id() : snapshot,
            manifest.generator().version(),
            manifest.outputs(),
            attribution);
    List<GeneratedFile> files = new ArrayList<>(LoadScripts.of(inventory));
    files.addAll(CatalogFiles.of(inventory));
    return files;
  }
}
