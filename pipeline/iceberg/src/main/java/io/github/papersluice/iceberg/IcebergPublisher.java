package io.github.papersluice.iceberg;

import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.warehouse.OlderSnapshotException;
import io.github.papersluice.warehouse.PublishedTable;
import io.github.papersluice.warehouse.TablePublisher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;

/** Publishes to a Hadoop catalog: a folder that needs no server and that every engine can read. */
public final class IcebergPublisher implements TablePublisher {

  /** For the service loader. */
  public IcebergPublisher() {}

  @Override
  public String name() {
    return "iceberg";
  }

  @Override
  public List<PublishedTable> publish(
      String name, SnapshotFolder snapshot, Path warehouse, boolean exact) throws IOException {
    SnapshotRows rows = new SnapshotRows(snapshot);
    Map<String, String> digests = new TreeMap<>();
    rows.read(
        Table.DIGESTS,
        row -> digests.put(row.get("digest_id").toString(), row.get("name").toString()));
    try (HadoopCatalog catalog =
        new HadoopCatalog(new Configuration(), warehouse.toUri().toString())) {
      org.apache.iceberg.Table held = CatalogTables.open(catalog, Table.DIGESTS);
      Set<String> replaced = withNamesOf(digests, held);
      replaced.addAll(digests.keySet());
      Publication publication =
          new Publication(
              name,
              snapshot.readManifest().id(),
              snapshot.checksum(),
              rows,
              digests.keySet(),
              replaced,
              exact);
      requireNewer(publication, snapshot, held);
      List<PublishedTable> published = new ArrayList<>();
      for (Table table : digestsLast()) {
        published.add(
            new TableReplacement(table, CatalogTables.open(catalog, table), publication).run());
      }
      return published;
    } catch (RuntimeException e) {
      // Iceberg tells of a broken warehouse by exceptions of any kind: for a metadata file without
      // a field by IllegalArgumentException.
      throw new IOException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** The digests of a table that have a name of these. */
  private static Set<String> withNamesOf(Map<String, String> digests, org.apache.iceberg.Table held)
      throws IOException {
    Set<String> names = new HashSet<>(digests.values());
    Set<String> found = new TreeSet<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(held).select("digest_id", "name").build()) {
      for (Record row : rows) {
        if (names.contains(row.getField("name").toString())) {
          found.add(row.getField("digest_id").toString());
        }
      }
    }
    return found;
  }

  private static void requireNewer(
      Publication publication, SnapshotFolder snapshot, org.apache.iceberg.Table held)
      throws IOException {
    if (PublicationOrder.isOlder(publication, snapshot, held)
        && (publication.exact() || holdsAny(publication.digests(), held))) {
      throw new OlderSnapshotException(
          publication.name()
              + " is older than what the tables hold, nothing was changed: publish the newest"
              + " snapshot, or delete the warehouse to begin anew");
    }
  }

  /** An older snapshot of other digests does no harm. */
  private static boolean holdsAny(Set<String> digests, org.apache.iceberg.Table held)
      throws IOException {
    try (CloseableIterable<Record> rows = IcebergGenerics.read(held).select("digest_id").build()) {
      for (Record row : rows) {
        if (digests.contains(row.getField("digest_id").toString())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Who sees a digest's row finds the rows that refer to it. */
  private static List<Table> digestsLast() {
    List<Table> tables = new ArrayList<>(List.of(Table.values()));
    Collections.reverse(tables);
    return tables;
  }
}
