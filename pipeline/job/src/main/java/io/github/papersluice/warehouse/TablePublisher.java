package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.SnapshotFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Puts snapshots into tables that keep their history. Its libraries come in a jar of their own,
 * which offers it as a service (see {@link ServiceLoader}).
 */
public interface TablePublisher {

  /** Its name, such as {@code iceberg}. */
  String name();

  /**
   * Puts a snapshot's rows into the tables of a catalog, which it creates unless they exist. The
   * rows of the snapshot's digests take the place of those that the tables hold of them and of
   * digests that had their names; other digests' rows stay unless {@code exact}. A table whose
   * newest version is of this very snapshot is left alone.
   *
   * @param name the snapshot's name
   * @param snapshot the snapshot, with Avro parts
   * @param warehouse the catalog's folder
   * @param exact whether other digests' rows go, so that the tables equal the snapshot
   * @return one entry a table, in the order in which they were committed: {@code digests} last
   * @throws OlderSnapshotException if the tables hold a newer snapshot of one of its digests;
   *     nothing is changed then
   * @throws UnreadableSnapshotException if a part cannot be read or holds other rows than the
   *     manifest says; tables that were committed before stay so
   * @throws IOException if the warehouse cannot be read or written, or another publication came
   *     between; tables that were committed before stay so
   */
  List<PublishedTable> publish(String name, SnapshotFolder snapshot, Path warehouse, boolean exact)
      throws IOException;

  /** Finds a publisher by its name, or nothing if its jar is not on the class path. */
  static Optional<TablePublisher> of(String name) {
    return ServiceLoader.load(TablePublisher.class, TablePublisher.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.name().equals(name))
        .findFirst();
  }
}
