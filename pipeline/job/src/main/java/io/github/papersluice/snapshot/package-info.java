/**
 * The only place that knows Avro, CSV, JSON, folders and publication: writes a snapshot, publishes
 * it whole or not at all, verifies and compares it. Knows nothing of Beam or of extraction.
 */
package io.github.papersluice.snapshot;
