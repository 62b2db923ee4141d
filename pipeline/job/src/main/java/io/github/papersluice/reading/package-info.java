/**
 * Digest files: their compression and encoding, their identity, how they are cut into shards and
 * read record by record. Opens files through {@link io.github.papersluice.reading.DigestOpener} and
 * knows nothing of Beam, tables or formats.
 */
package io.github.papersluice.reading;
