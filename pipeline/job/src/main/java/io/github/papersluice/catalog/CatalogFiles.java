package io.github.papersluice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.papersluice.snapshot.Format;
import io.github.papersluice.snapshot.GeneratedFile;
import io.github.papersluice.snapshot.SnapshotInventory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Writes {@code datapackage.json}, {@code croissant.json} and {@code README.md}, the card of a data
 * set. All describe the CSV tables.
 */
public final class CatalogFiles {
  /** The Data Package's path in a snapshot. */
  public static final String DATA_PACKAGE = "datapackage.json";

  private CatalogFiles() {}

  /** Returns the descriptions of a snapshot; none if it holds no CSV. */
  public static List<GeneratedFile> of(SnapshotInventory contents) {
    if (!contents.has(Format.CSV)) {
      return List.of();
    }
    return List.of(
        new GeneratedFile(DATA_PACKAGE, JsonTrees.text(new DataPackage(contents).json())),
        new GeneratedFile("croissant.json", JsonTrees.text(new Croissant(contents).json())),
        new GeneratedFile("README.md", new DatasetCard(contents).text()));
  }

  /**
   * The name that a snapshot was published under, which its folder need not have any more.
   *
   * @param dataPackage its {@link #DATA_PACKAGE}
   * @throws IOException also if this is none
   */
  public static String snapshotName(InputStream dataPackage) throws IOException {
    return JsonTrees.read(dataPackage).path("name").asText();
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
