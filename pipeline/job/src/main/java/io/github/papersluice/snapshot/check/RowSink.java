package io.github.papersluice.snapshot.check;

import io.github.papersluice.snapshot.Table;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;

/** Takes rows that were read back; a row is good until the next one. */
interface RowSink {

  /**
   * Takes a row: a paper before its links and sizes.
   *
   * @param table any but {@link Table#DIGESTS}
   * @param digestId the row's digest
   */
  void row(Table table, String digestId, SpecificRecordBase row) throws IOException;
}
