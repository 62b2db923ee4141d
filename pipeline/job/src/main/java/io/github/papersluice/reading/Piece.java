package io.github.papersluice.reading;

import java.io.Serializable;

/**
 * A part of a large digest, cut at record borders, and what must be known to read it alone.
 *
 * @param start its first byte in the file
 * @param end the byte after its last one
 * @param firstRecordNumber the number of its first record in the digest, from 1
 * @param firstRejectionOrdinal the ordinal of its first rejection in the digest, from 1
 * @param heading the date line in force at its start, or null
 * @param totals of the whole digest, in its first piece only, else null
 * @param rows what a digest of rows needs beside, null for plain text
 */
public record Piece(
    long start,
    long end,
    long firstRecordNumber,
    long firstRejectionOrdinal,
    String heading,
    DigestTotals totals,
    RowPiece rows)
    implements Serializable {}
