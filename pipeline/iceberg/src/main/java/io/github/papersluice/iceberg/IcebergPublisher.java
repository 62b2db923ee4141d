package io.github.papersluice.iceberg;

import io.github.papersluice.snapshot.SnapshotFolder;
import io.github.papersluice.snapshot.Table;
import io.github.papersluice.warehouse.PublishedTable;
import io.github.papersluice.warehouse.TablePublisher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.hadoop.HadoopCatalog;

/** Publishes to a Hadoop catalog: a folder that needs no server and that every engine can read. */
public final class IcebergPublisher implements TablePublisher {

  /** For the service loader. */
  public IcebergPublisher() {}

  @Override
  public String name() {
    return "iceberg";
  }

  @Override
  public List<PublishedTable> publish(String name, SnapshotFolder snapshot, Path warehouse)
      throws IOException {
    SnapshotRows rows = new SnapshotRows(snapshot);
    Set<String> digests = new TreeSet<>();
    rows.read(Table.DIGESTS, row -> digests.add(row.get("digest_id").toString()));
    Publication publication = new Publication(name, snapshot.checksum(), rows, digests);
    try (HadoopCatalog catalog =
        new HadoopCatalog(new Configuration(), warehouse.toUri().toString())) {
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

  /** Who sees a digest's row finds the rows that refer to it. */
  private static List<Table> digestsLast() {
    List<Table> tables = new ArrayList<>(List.of(Table.values()));
    Collections.reverse(tables);
    return tables;
  }
}
