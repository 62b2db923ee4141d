/**
 * The page that shows a person what a snapshot holds: what is new, and all its papers (the newest
 * 50,000 of a large one) to be searched, filtered and opened, each fact beside its sentence. Reads
 * finished Avro parts; knows nothing of Beam, of extraction or of publication.
 *
 * <p>Rows become {@code ListedPaper}s, those become columns of text, packed by our own deflate, and
 * the page's script (resources beside this package, in {@code script/}) unpacks them in the
 * browser.
 */
package io.github.papersluice.report;
