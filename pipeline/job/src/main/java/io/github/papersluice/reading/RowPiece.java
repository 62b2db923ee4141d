package io.github.papersluice.reading;

import java.io.Serializable;
import java.util.List;

/**
 * What must be known to read a piece of a digest of rows.
 *
 * @param dialect the digest's dialect
 * @param preamble what its reader must know of the digest's beginning
 * @param duplicates first bytes of the piece's records that stand in the digest before
 * @param repeated first bytes of those that are rejected because their titles repeat
 */
public record RowPiece(String dialect, String preamble, List<Long> duplicates, List<Long> repeated)
    implements Serializable {

  /** Keeps copies of the lists. */
  public RowPiece {
    duplicates = List.copyOf(duplicates);
    repeated = List.copyOf(repeated);
  }
}
