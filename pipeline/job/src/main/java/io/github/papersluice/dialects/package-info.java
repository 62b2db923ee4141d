/**
 * Which form a digest is in, and its reader: structured forms in {@code entries}, saved pages in
 * {@code pages}, the values of their fields in {@code values}. Knows nothing of tables or of Beam.
 *
 * <h2>How to add a dialect</h2>
 *
 * <p><b>A new source of JSON, XML or CSV</b> is a line in {@code entries/fields.csv}: its name, its
 * container, the fields by which it is told from others, and where each column's value is. The head
 * of that file says how a line is written. Most sources need none, since the lines {@code json},
 * {@code xml} and {@code rows} try the usual names, and {@code --fields} gives others for one run.
 * Say that a service gives
 *
 * <pre>{@code
 * {"hits": [{"preprintId": "2601.00001", "heading": "Sorting", "blurb": "We sort.",
 *            "team": [{"full": "Ada Person"}], "when": "2026-01-05"}]}
 * }</pre>
 *
 * <p>Then this line, before {@code json}, is all (there are as many commas as in the others):
 *
 * <pre>{@code
 * hits,json,preprintId heading,heading,blurb,preprintId,,,team.full,when,,,,,,,hits of a service
 * }</pre>
 *
 * <p>Where the list of papers is in the document, is found by looking. Add a case to a file in
 * {@code src/test/resources/dialects/entries}: the digest between {@code <<<} and {@code >>>}, and
 * below it what is read; and a sample to {@code dialects/samples}, which is then cut, changed and
 * mixed by {@code DialectDamageTest}. {@code scripts/run inspect FILE} shows how a file is read.
 *
 * <p><b>A new container</b> is a {@link io.github.papersluice.dialects.DialectReader} that hands
 * the wanted fields of each entry to {@code Entries}, which makes papers, rejections and furniture
 * of them so that no byte is lost; {@code BlockReader} does most of it for entries that are runs of
 * lines. Name it in {@code EntryRecognition}.
 *
 * <p>Rules: a dialect is told by content, at next to no cost for plain text; nothing throws; memory
 * does not grow with the digest; what cannot be a paper is rejected, not guessed.
 */
package io.github.papersluice.dialects;
