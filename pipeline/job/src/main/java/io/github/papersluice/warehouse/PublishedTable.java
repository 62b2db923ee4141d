package io.github.papersluice.warehouse;

import io.github.papersluice.snapshot.Table;

/**
 * What became of a table.
 *
 * @param table the table
 * @param version the version that holds the snapshot, as the catalog calls it
 * @param changed whether that version is new
 * @param added rows of the snapshot that were added
 * @param removed older rows of its digests that were removed
 */
public record PublishedTable(
    Table table, String version, boolean changed, long added, long removed) {}
