package io.github.papersluice.iceberg;

import io.github.papersluice.snapshot.PublicationHistory;
import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * Whether a snapshot is older than what the tables hold, which no snapshot knows of itself. The
 * output folder's {@code HISTORY} decides where it lists both this snapshot and the one published
 * last; else a snapshot that was published before, and is not the last one, is older.
 */
final class PublicationOrder {
  private PublicationOrder() {}

  /**
   * Tells whether a snapshot is older than a table's newest version.
   *
   * @param digests the table of digests, which each publication commits last
   */
  static boolean isOlder(Publication publication, SnapshotFolder snapshot, Table digests)
      throws IOException {
    Snapshot newest = digests.currentSnapshot();
    String last = newest == null ? null : Publication.idOf(newest);
    if (last == null || last.equals(publication.id())) {
      return false;
    }
    List<String> order = history(snapshot);
    int mine = order.indexOf(publication.id());
    int theirs = order.indexOf(last);
    boolean bothKnown = mine >= 0 && theirs >= 0;
    return bothKnown ? mine > theirs : wasPublished(publication, digests);
  }

  private static List<String> history(SnapshotFolder snapshot) throws IOException {
    Path output = Path.of(snapshot.location()).toAbsolutePath().normalize().getParent();
    return output == null ? List.of() : PublicationHistory.ids(new LocalStorage(output));
  }

  private static boolean wasPublished(Publication publication, Table digests) {
    List<String> published = new ArrayList<>();
    digests.snapshots().forEach(version -> published.add(Publication.idOf(version)));
    return published.contains(publication.id());
  }
}
