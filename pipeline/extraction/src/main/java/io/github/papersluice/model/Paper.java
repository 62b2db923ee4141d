package io.github.papersluice.model;

/**
 * A record as an element of a collection: it stands for itself and belongs to nobody.
 *
 * @param digestId the digest it stands in: first 16 hex digits of the SHA-256 of its bytes
 * @param recordNumber its place there, from 1
 * @param digestDate ISO date of its heading, or null where no year is known
 * @param title one line, never empty
 * @param abstractText one line, never empty
 * @param startByte first byte of the title in the decompressed digest, from 0
 * @param endByte byte after the last one of the abstract
 */
public record Paper(
    String digestId,
    long recordNumber,
    String digestDate,
    String title,
    String abstractText,
    long startByte,
    long endByte) {}
