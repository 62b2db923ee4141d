package io.github.papersluice.snapshot;

import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;

/** A part of a table being written in one format. */
public interface RowOutput {

  /** Writes a row; the row may be changed once this returns. */
  void write(SpecificRecordBase row) throws IOException;

  /** Writes what is left and closes the file. */
  void finish() throws IOException;
}
