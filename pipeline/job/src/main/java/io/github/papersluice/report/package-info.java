/**
 * The page that shows a person what a snapshot holds: sums over its tables, charts and a bounded
 * list of its papers, each fact beside its sentence. Reads finished Avro parts; knows nothing of
 * Beam, of extraction or of publication.
 */
package io.github.papersluice.report;
