package io.github.papersluice.model;

/**
 * A record as an element of a collection: it stands for itself and belongs to nobody.
 *
 * @param digestId the digest it stands in: first 16 hex digits of the SHA-256 of its bytes
 * @param recordNumber its place there, from 1
 * @param digestDate ISO date of its heading, or null where no year is known
 * @param title one line, never empty
 * @param abstractText one line; empty where a structured digest gives none
 * @param startByte first byte of the record in the decompressed digest, from 0
 * @param endByte byte after its last one
 * @param heading the date line in force for the record, as written, or null
 * @param metadata what else the digest says of the paper
 */
public record Paper(
    String digestId,
    long recordNumber,
    String digestDate,
    String title,
    String abstractText,
    long startByte,
    long endByte,
    String heading,
    PaperMetadata metadata) {}
