package io.github.papersluice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import java.util.List;

/** Writes {@code datapackage.json} and {@code croissant.json}. Both describe the CSV tables. */
public final class CatalogFiles {

  private CatalogFiles() {}

  /** Returns the descriptions of a snapshot; none if it holds no CSV. */
  public static List<GeneratedFile> of(SnapshotInventory contents) {
    if (!contents.has(Format.CSV)) {
      return List.of();
    }
    return List.of(
        new GeneratedFile("datapackage.json", Json.text(new DataPackage(contents).json())),
        new GeneratedFile("croissant.json", Json.text(new Croissant(contents).json())));
  }

  /**
   * Returns what Croissant 1.1 requires and the attribution does not say, as the specification's
   * property names: these are left out, and a strict validator will miss them.
   */
  public static List<String> missing(SnapshotInventory contents) {
    ObjectNode said = new Croissant(contents).json();
    return Croissant.REQUIRED.stream().filter(property -> !said.has(property)).toList();
  }
}
